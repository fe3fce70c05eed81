/* lib/liquid/sort.c - merging from below. */
#include "liquid/sort.h"

#include "liquid/render.h"

typedef struct Sorting {
    SortCompare compare;
    bool nil_first;
    LiquidRender *render;
    bool failed;
} Sorting;

static bool is_nil(const SortItem *item)
{
    return item->key.type == LIQUID_NIL;
}

/* Whether `b`, which stood behind `a`, is to stand before it. */
static bool comes_before(Sorting *sorting, const SortItem *b, const SortItem *a)
{
    int order = 0;
    if (is_nil(a) || is_nil(b))
        return sorting->nil_first ? is_nil(b) && !is_nil(a) : is_nil(a) && !is_nil(b);
    if (!sorting->compare(&order, b->key, a->key, sorting->render))
        sorting->failed = true;
    return order < 0;
}

static void merge(Sorting *sorting, SortItem *out, const SortItem *items, size_t middle, size_t len)
{
    size_t left = 0, right = middle;
    for (size_t i = 0; i < len; i++) {
        bool take_right = right < len && (left == middle || comes_before(sorting, &items[right], &items[left]));
        out[i] = items[take_right ? right++ : left++];
    }
}

bool liquid_sort(SortItem *items, size_t len, SortCompare compare, bool nil_first, LiquidRender *render)
{
    Sorting sorting = { .compare = compare, .nil_first = nil_first, .render = render };
    SortItem *other = ARENA_ARRAY(render->arena, SortItem, len);

    for (size_t width = 1; width < len && !sorting.failed; width *= 2) {
        if (!render_spend(render, len))
            return false;
        for (size_t start = 0; start < len; start += 2 * width) {
            size_t end = len - start > 2 * width ? 2 * width : len - start;
            merge(&sorting, other + start, items + start, width < end ? width : end, end);
        }
        for (size_t i = 0; i < len; i++)
            items[i] = other[i];
    }
    return !sorting.failed;
}
