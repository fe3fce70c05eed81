/* cmd/herald/progress.c */
#include "progress.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>

enum { FIRST_MS = 1000, EVERY_MS = 100 };

struct ProgressLine {
    const Progress *progress;
    FILE *stream;
    pthread_t thread;
    pthread_mutex_t lock; /* of what follows, and of writing to the stream */
    pthread_cond_t hidden_now;
    bool hidden;
    bool shown;
};

static struct timespec after_ms(long ms)
{
    struct timespec when;

    clock_gettime(CLOCK_MONOTONIC, &when);
    when.tv_sec += ms / 1000;
    when.tv_nsec += ms % 1000 * 1000000;
    if (when.tv_nsec >= 1000000000) {
        when.tv_sec++;
        when.tv_nsec -= 1000000000;
    }
    return when;
}

static void show(ProgressLine *line)
{
    const char *stage = atomic_load(&line->progress->stage);
    size_t total = atomic_load(&line->progress->total);

    if (stage == NULL)
        return;
    if (total > 0)
        fprintf(line->stream, "\r\033[K%s: %zu of %zu", stage, atomic_load(&line->progress->done), total);
    else
        fprintf(line->stream, "\r\033[K%s", stage);
    fflush(line->stream);
    line->shown = true;
}

static void *run(void *argument)
{
    ProgressLine *line = argument;
    struct timespec next = after_ms(FIRST_MS);

    pthread_mutex_lock(&line->lock);
    while (!line->hidden) {
        if (pthread_cond_timedwait(&line->hidden_now, &line->lock, &next) == 0 || line->hidden)
            continue;
        show(line);
        next = after_ms(EVERY_MS);
    }
    pthread_mutex_unlock(&line->lock);
    return NULL;
}

ProgressLine *progress_start(const Progress *progress, FILE *stream)
{
    ProgressLine *line = calloc(1, sizeof(*line));
    pthread_condattr_t monotonic;

    if (line == NULL)
        return NULL;
    line->progress = progress;
    line->stream = stream;
    pthread_mutex_init(&line->lock, NULL);
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_cond_init(&line->hidden_now, &monotonic);
    pthread_condattr_destroy(&monotonic);
    if (pthread_create(&line->thread, NULL, run, line) == 0)
        return line;
    free(line);
    return NULL;
}

void progress_hide(ProgressLine *line)
{
    if (line == NULL)
        return;
    pthread_mutex_lock(&line->lock);
    if (line->shown && !line->hidden) {
        fputs("\r\033[K", line->stream);
        fflush(line->stream);
    }
    line->hidden = true;
    pthread_cond_signal(&line->hidden_now);
    pthread_mutex_unlock(&line->lock);
}

void progress_stop(ProgressLine *line)
{
    if (line == NULL)
        return;
    progress_hide(line);
    pthread_join(line->thread, NULL);
    pthread_cond_destroy(&line->hidden_now);
    pthread_mutex_destroy(&line->lock);
    free(line);
}
