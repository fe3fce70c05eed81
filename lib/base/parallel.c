/* lib/base/parallel.c */
#include "base/parallel.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

enum { MAX_JOBS = 256, BATCH = 4, STACK_BYTES = 16 << 20 };

typedef struct Shared {
    void (*work)(void *context, size_t i, int worker);
    void *context;
    size_t count;
    atomic_size_t next;
    Progress *progress;
} Shared;

typedef struct Worker {
    Shared *shared;
    int number;
    pthread_t thread;
} Worker;

static void *run(void *argument)
{
    const Worker *worker = argument;
    Shared *shared = worker->shared;

    for (;;) {
        size_t start = atomic_fetch_add(&shared->next, BATCH);
        if (start >= shared->count)
            return NULL;
        size_t end = start + BATCH < shared->count ? start + BATCH : shared->count;
        for (size_t i = start; i < end; i++)
            shared->work(shared->context, i, worker->number);
        if (shared->progress != NULL)
            atomic_fetch_add(&shared->progress->done, end - start);
    }
}

static int start_threads(Worker *workers, int jobs)
{
    pthread_attr_t attributes;
    int started = 1;

    if (pthread_attr_init(&attributes) != 0)
        return started;
    pthread_attr_setstacksize(&attributes, STACK_BYTES);
    while (started < jobs && pthread_create(&workers[started].thread, &attributes, run, &workers[started]) == 0)
        started++;
    pthread_attr_destroy(&attributes);
    return started;
}

void parallel_for(size_t count, int jobs, void (*work)(void *context, size_t i, int worker), void *context,
                  Progress *progress)
{
    Shared shared = { .work = work, .context = context, .count = count, .progress = progress };
    Worker workers[MAX_JOBS];

    if (progress != NULL) {
        atomic_store(&progress->done, 0);
        atomic_store(&progress->total, count);
    }
    if (jobs > MAX_JOBS)
        jobs = MAX_JOBS;
    if ((size_t)jobs > (count + BATCH - 1) / BATCH)
        jobs = (int)((count + BATCH - 1) / BATCH);
    for (int i = 0; i < MAX_JOBS; i++)
        workers[i] = (Worker){ .shared = &shared, .number = i };
    int started = start_threads(workers, jobs); /* a thread that cannot be had leaves its share to the others */
    run(&workers[0]);
    for (int i = 1; i < started; i++)
        pthread_join(workers[i].thread, NULL);
}

int parallel_cores(void)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return cores < 1 ? 1 : cores > MAX_JOBS ? MAX_JOBS : (int)cores;
}
