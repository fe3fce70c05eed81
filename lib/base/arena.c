/* lib/base/arena.c */
#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct ArenaBlock {
    ArenaBlock *older;
    size_t size;
    _Alignas(max_align_t) char bytes[];
};

enum { SMALLEST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20, ALIGNMENT = _Alignof(max_align_t) };

_Noreturn void arena_out_of_memory(void)
{
    fputs("herald: out of memory\n", stderr);
    _Exit(3);
}

static size_t round_up(size_t size)
{
    return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

static ArenaBlock *new_block(Arena *arena, size_t size)
{
    ArenaBlock *block = malloc(sizeof(*block) + size);
    if (block == NULL)
        arena_out_of_memory();
    block->size = size;
    arena->held += size;
    return block;
}

/* A site has thousands of small arenas: what is set aside for later is never more than a quarter of what is held. */
static size_t next_size(const Arena *arena)
{
    size_t size = arena->held / 4;
    return size < SMALLEST_BLOCK ? SMALLEST_BLOCK : size > LARGEST_BLOCK ? LARGEST_BLOCK : size;
}

/* What fills a block alone goes behind the newest one, so that the room there is not lost. */
static char *take_block(Arena *arena, size_t size)
{
    ArenaBlock *block = new_block(arena, size);
    block->older = arena->block->older;
    arena->block->older = block;
    return block->bytes;
}

static char *take(Arena *arena, size_t size)
{
    if (size > SIZE_MAX / 4)
        arena_out_of_memory();
    size = round_up(size);
    if (arena->block == NULL || arena->block->size - arena->used < size) {
        size_t room = next_size(arena);
        if (arena->block != NULL && size >= room)
            return take_block(arena, size);
        ArenaBlock *block = new_block(arena, room < size ? size : room);
        block->older = arena->block;
        arena->block = block;
        arena->used = 0;
    }
    char *at = arena->block->bytes + arena->used;
    arena->used += size;
    return at;
}

void *arena_alloc(Arena *arena, size_t size)
{
    char *at = take(arena, size);
    memset(at, 0, size);
    return at;
}

void *arena_alloc_array(Arena *arena, size_t count, size_t size)
{
    size_t total;
    if (__builtin_mul_overflow(count, size, &total))
        arena_out_of_memory();
    return arena_alloc(arena, total);
}

static bool grow_in_place(Arena *arena, const char *old, size_t old_size, size_t new_size)
{
    if (arena->block == NULL || old == NULL)
        return false;
    size_t old_rounded = round_up(old_size);
    if (arena->used < old_rounded || old != arena->block->bytes + (arena->used - old_rounded))
        return false;
    size_t start = arena->used - old_rounded;
    if (new_size > arena->block->size - start || round_up(new_size) > arena->block->size - start)
        return false;
    arena->used = start + round_up(new_size);
    return true;
}

void *arena_grow(Arena *arena, void *old, size_t old_size, size_t new_size)
{
    if (grow_in_place(arena, old, old_size, new_size))
        return old;
    char *at = take(arena, new_size);
    if (old_size > 0)
        memcpy(at, old, old_size < new_size ? old_size : new_size);
    return at;
}

const char *arena_cstr(Arena *arena, Str s)
{
    char *copy = take(arena, s.len + 1);
    if (s.len > 0)
        memcpy(copy, s.data, s.len);
    copy[s.len] = '\0';
    return copy;
}

Str arena_copy(Arena *arena, Str s)
{
    return (Str){ arena_cstr(arena, s), s.len };
}

Str arena_join(Arena *arena, Str a, Str b, Str c)
{
    char *at = take(arena, a.len + b.len + c.len + 1);
    Str parts[] = { a, b, c };
    size_t len = 0;

    for (size_t i = 0; i < 3; i++) {
        if (parts[i].len > 0)
            memcpy(at + len, parts[i].data, parts[i].len);
        len += parts[i].len;
    }
    at[len] = '\0';
    return (Str){ at, len };
}

Str arena_format(Arena *arena, const char *format, ...)
{
    va_list args;
    va_list again;

    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = take(arena, (size_t)(len < 0 ? 0 : len) + 1);
    vsnprintf(text, (size_t)(len < 0 ? 0 : len) + 1, format, again);
    va_end(again);
    return (Str){ text, (size_t)(len < 0 ? 0 : len) };
}

size_t arena_size(const Arena *arena)
{
    return arena->held;
}

static void free_blocks(ArenaBlock *block)
{
    while (block != NULL) {
        ArenaBlock *older = block->older;
        free(block);
        block = older;
    }
}

void arena_reset(Arena *arena)
{
    if (arena->block != NULL) {
        free_blocks(arena->block->older);
        arena->block->older = NULL;
        arena->held = arena->block->size;
    }
    arena->used = 0;
}

void arena_free(Arena *arena)
{
    free_blocks(arena->block);
    *arena = (Arena){ 0 };
}
