/* lib/base/arena.h - memory with one owner: everything in an arena ends together. */
#pragma once

#include "base/str.h"

typedef struct ArenaBlock ArenaBlock;

/* `{ 0 }` is an empty arena. Not shared between threads. Being out of memory ends the program with status 3. */
typedef struct Arena {
    ArenaBlock *block; /* the newest; older ones hang behind it */
    size_t used;       /* of the newest block */
    size_t held;       /* by all blocks */
} Arena;

void *arena_alloc(Arena *arena, size_t size); /* zeroed, aligned for any type; size 0 gives a valid pointer */

/* Room for `count` items of `size` bytes; a product that overflows ends the program like any lack of memory. */
void *arena_alloc_array(Arena *arena, size_t count, size_t size);
#define ARENA_NEW(arena, type) ((type *)arena_alloc(arena, sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_alloc_array(arena, count, sizeof(type)))

/* Grows the newest allocation in place where there is room, else moves it; new bytes are not zeroed. */
void *arena_grow(Arena *arena, void *old, size_t old_size, size_t new_size);

Str arena_copy(Arena *arena, Str s);               /* NUL-terminated behind its end */
const char *arena_cstr(Arena *arena, Str s);       /* the same, as C wants it; a NUL inside cuts it short */
Str arena_join(Arena *arena, Str a, Str b, Str c); /* the three, one behind the other; pass {0} for none */
Str arena_format(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Ends the program as any lack of memory does: for wrappers of libraries that answer with NULL. */
_Noreturn void arena_out_of_memory(void);

size_t arena_size(const Arena *arena); /* bytes held, for statistics */
void arena_reset(Arena *arena);        /* empty again, but keeps one block for the next use */
void arena_free(Arena *arena);         /* gives all back; the arena is empty and may be used again */
