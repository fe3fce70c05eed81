/* lib/base/process.c - what goes in, and what it says on standard error, lie in files without names: so there is one
 * pipe to wait for, and neither of the two ever waits for the other. */
#include "base/process.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/vec.h"

enum { ERR_MAX = 64 << 10, READ_SIZE = 64 << 10, BY_SIGNAL = 128 };

typedef VEC(char *) Words;

/* posix_spawn promises to leave the words alone, but takes them as if it did not. */
static void add_word(Words *words, const char *word, Arena *arena)
{
    size_t size = strlen(word) + 1;
    char *copy = arena_alloc(arena, size);
    memcpy(copy, word, size);
    vec_push(arena, words, copy);
}

static bool is_set_by(const char *variable, const char *const *settings)
{
    size_t name = strcspn(variable, "=") + 1;
    for (size_t i = 0; settings != NULL && settings[i] != NULL; i++) {
        if (strncmp(variable, settings[i], name) == 0)
            return true;
    }
    return false;
}

static char **make_words(const char *const *list, Arena *arena)
{
    Words words = { 0 };
    for (size_t i = 0; list[i] != NULL; i++)
        add_word(&words, list[i], arena);
    vec_push(arena, &words, NULL);
    return words.items;
}

static char **make_environment(const char *const *settings, Arena *arena)
{
    Words words = { 0 };
    for (size_t i = 0; settings != NULL && settings[i] != NULL; i++)
        add_word(&words, settings[i], arena);
    for (size_t i = 0; environ != NULL && environ[i] != NULL; i++) {
        if (!is_set_by(environ[i], settings))
            vec_push(arena, &words, environ[i]);
    }
    vec_push(arena, &words, NULL);
    return words.items;
}

/* The files that the program is given, and the end of the pipe that it writes to. */
typedef struct Streams {
    FILE *in, *err;
    int out[2];
} Streams;

static bool open_streams(Streams *streams, Str input)
{
    *streams = (Streams){ .in = tmpfile(), .err = tmpfile(), .out = { -1, -1 } };
    if (streams->in == NULL || streams->err == NULL || pipe(streams->out) != 0)
        return false;
    return (input.len == 0 || fwrite(input.data, 1, input.len, streams->in) == input.len) && fflush(streams->in) == 0
           && lseek(fileno(streams->in), 0, SEEK_SET) == 0;
}

static void close_streams(Streams *streams)
{
    if (streams->in != NULL)
        fclose(streams->in);
    if (streams->err != NULL)
        fclose(streams->err);
    for (int i = 0; i < 2; i++) {
        if (streams->out[i] >= 0)
            close(streams->out[i]);
    }
}

/* Gives an error number, 0 for none. */
static int start(pid_t *pid, const Process *process, const Streams *streams, Arena *arena)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t pipe_signal;
    char **words = make_words(process->words, arena);

    if (posix_spawn_file_actions_init(&actions) != 0 || posix_spawnattr_init(&attributes) != 0)
        arena_out_of_memory();
    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE); /* which we ourselves may ignore */
    posix_spawnattr_setsigdefault(&attributes, &pipe_signal);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    posix_spawn_file_actions_adddup2(&actions, fileno(streams->in), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, streams->out[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, fileno(streams->err), STDERR_FILENO);
    posix_spawn_file_actions_addclose(&actions, streams->out[0]);
    posix_spawn_file_actions_addclose(&actions, streams->out[1]);
    int error = posix_spawnp(pid, words[0], &actions, &attributes, words, make_environment(process->settings, arena));
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return error;
}

/* All that is written there until its writers are gone. */
static bool read_all(Str *out, int fd, Arena *arena)
{
    Buf all = { .arena = arena };
    ssize_t got;

    do {
        buf_reserve(&all, READ_SIZE);
        got = read(fd, all.data + all.len, READ_SIZE);
        if (got > 0)
            all.len += (size_t)got;
    } while (got > 0 || (got < 0 && errno == EINTR));
    *out = buf_str(&all);
    return got == 0;
}

static Str read_errors(FILE *file, Arena *arena)
{
    char *text = arena_alloc(arena, ERR_MAX);
    ssize_t got = pread(fileno(file), text, ERR_MAX, 0);
    return (Str){ text, got > 0 ? (size_t)got : 0 };
}

static int wait_for(pid_t pid)
{
    int status;
    while (waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR)
            return BY_SIGNAL;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : BY_SIGNAL + WTERMSIG(status);
}

bool process_run(ProcessResult *out, const Process *process, Arena *arena, int *error_number)
{
    Arena scratch = { 0 };
    Streams streams;
    pid_t pid = 0;

    *out = (ProcessResult){ 0 };
    *error_number = open_streams(&streams, process->input) ? start(&pid, process, &streams, &scratch) : errno;
    if (*error_number == 0) {
        close(streams.out[1]);
        streams.out[1] = -1;
        if (!read_all(&out->out, streams.out[0], arena))
            *error_number = errno;
        out->status = wait_for(pid);
        out->err = read_errors(streams.err, arena);
    }
    close_streams(&streams);
    arena_free(&scratch);
    return *error_number == 0;
}
