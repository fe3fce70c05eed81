/* lib/liquid/sort.h - sorting values by keys, for Liquid's `sort` and Jekyll's. */
#pragma once

#include "liquid/value.h"

typedef struct SortItem {
    LiquidValue key;
    LiquidValue value;
} SortItem;

/* Sets `*order` below, at or above 0; false when the two cannot be compared. Neither is nil. */
typedef bool (*SortCompare)(int *order, LiquidValue a, LiquidValue b, LiquidRender *render);

/* Sorts in place; equal items stay in their order. Items whose key is nil come last, or first. False when two keys
 * cannot be compared, or a limit was passed. */
bool liquid_sort(SortItem *items, size_t len, SortCompare compare, bool nil_first, LiquidRender *render);
