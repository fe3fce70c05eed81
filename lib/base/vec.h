/* lib/base/vec.h - arrays that grow in an arena. */
#pragma once

#include "base/arena.h"

/* A growing array of `type`: `VEC(Post *) posts = { 0 };`, then `posts.items[i]` for i below `posts.len`. */
#define VEC(type)                                                                                                      \
    struct {                                                                                                           \
        type *items;                                                                                                   \
        size_t len, cap;                                                                                               \
    }

/* Appends one item; the rest of the arguments is the item, so that a compound literal may stand there. */
#define vec_push(arena, vec, ...)                                                                                      \
    do {                                                                                                               \
        if ((vec)->len == (vec)->cap)                                                                                  \
            (vec)->items = vec_grow(arena, (vec)->items, &(vec)->cap, sizeof(*(vec)->items));                          \
        (vec)->items[(vec)->len++] = (__VA_ARGS__);                                                                    \
    } while (0)

void *vec_grow(Arena *arena, void *items, size_t *cap, size_t item_size); /* for vec_push */
