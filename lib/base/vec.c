/* lib/base/vec.c */
#include "base/vec.h"

void *vec_grow(Arena *arena, void *items, size_t *cap, size_t item_size)
{
    size_t old = *cap;
    *cap = old == 0 ? 8 : old * 2;
    return arena_grow(arena, items, old * item_size, *cap * item_size);
}
