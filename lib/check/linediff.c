/* lib/check/linediff.c - by the greedy algorithm of Myers (1986), which finds a shortest list of changes. */
#include "check/linediff.h"

#include "base/vec.h"

enum { CONTEXT = 3, MAX_EDITS = 2000 }; /* with more changes than that the rest is shown as replaced */

typedef VEC(Str) Lines;

/* With their line ends: a file without one at its end differs from one with it. */
static void split(Lines *lines, Str text, Arena *arena)
{
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find_char(text, '\n', at);
        end = end == STR_NONE ? text.len : end + 1;
        vec_push(arena, lines, str_slice(text, at, end));
        at = end;
    }
}

/* One line of the result: ' ' in both, '-' only before, '+' only after. */
typedef struct Change {
    char sign;
    size_t before, after; /* how many lines of each text stand before it */
    Str line;
} Change;

typedef struct Differ {
    Lines a, b;
    size_t *paths; /* of each round: for each diagonal how far in `a` it got */
    size_t rounds;
    VEC(Change) changes;
    Arena *arena;
} Differ;

static size_t *path_of(const Differ *differ, size_t round)
{
    return differ->paths + round * (2 * MAX_EDITS + 3) + MAX_EDITS + 1;
}

static size_t slide(const Differ *differ, size_t x, size_t y)
{
    while (x < differ->a.len && y < differ->b.len && str_eq(differ->a.items[x], differ->b.items[y])) {
        x++;
        y++;
    }
    return x;
}

/* Whether round `d` reaches diagonal `k` by a line of `b` and not by one of `a`. */
static bool comes_down(const size_t *path, int d, int k)
{
    return k == -d || (k != d && path[k - 1] < path[k + 1]);
}

/* Gives the number of changes, or -1 when there are more than MAX_EDITS. */
static int search(Differ *differ, int most)
{
    for (int d = 0; d <= most; d++) {
        size_t *path = path_of(differ, (size_t)d);
        const size_t *last = d == 0 ? path : path_of(differ, (size_t)d - 1);
        for (int k = -d; k <= d; k += 2) {
            size_t x = d == 0 ? 0 : comes_down(last, d, k) ? last[k + 1] : last[k - 1] + 1;
            size_t y = (size_t)((int64_t)x - k);
            path[k] = slide(differ, x, y);
            if (path[k] >= differ->a.len && (size_t)((int64_t)path[k] - k) >= differ->b.len)
                return d;
        }
    }
    return -1;
}

static void push(Differ *differ, char sign, size_t x, size_t y)
{
    Str line = sign == '+' ? differ->b.items[y] : differ->a.items[x];
    vec_push(differ->arena, &differ->changes, (Change){ sign, x, y, line });
}

/* From the end to the beginning, as the rounds remember it. */
static void trace(Differ *differ, int edits)
{
    size_t x = differ->a.len, y = differ->b.len;

    for (int d = edits; d >= 0; d--) {
        int k = (int)((int64_t)x - (int64_t)y);
        const size_t *last = d == 0 ? NULL : path_of(differ, (size_t)d - 1);
        bool down = d > 0 && comes_down(last, d, k);
        size_t start_x = d == 0 ? 0 : down ? last[k + 1] : last[k - 1];
        size_t start_y = d == 0 ? 0 : (size_t)((int64_t)start_x - (down ? k + 1 : k - 1));
        while (x > start_x + (d > 0 && !down) && y > start_y + (d > 0 && down)) {
            x--;
            y--;
            push(differ, ' ', x, y);
        }
        if (d == 0)
            break;
        push(differ, down ? '+' : '-', start_x, start_y);
        x = start_x;
        y = start_y;
    }
    for (size_t i = 0, j = differ->changes.len; i + 1 < j; i++) {
        Change change = differ->changes.items[i];
        differ->changes.items[i] = differ->changes.items[--j];
        differ->changes.items[j] = change;
    }
}

static void replace_all(Differ *differ)
{
    for (size_t x = 0; x < differ->a.len; x++)
        push(differ, '-', x, 0);
    for (size_t y = 0; y < differ->b.len; y++)
        push(differ, '+', differ->a.len, y);
}

static void put_hunk(Buf *out, const Change *changes, size_t count)
{
    size_t before = 0, after = 0;
    for (size_t i = 0; i < count; i++) {
        before += changes[i].sign != '+';
        after += changes[i].sign != '-';
    }
    /* a side without lines is named by the line before it */
    buf_put_format(out, "@@ -%zu,%zu +%zu,%zu @@\n", changes[0].before + (before > 0), before,
                   changes[0].after + (after > 0), after);
    for (size_t i = 0; i < count; i++) {
        buf_put_char(out, changes[i].sign);
        buf_put(out, changes[i].line);
        if (!str_ends_with(changes[i].line, STR("\n")))
            buf_put_cstr(out, "\n\\ No newline at end of file\n");
    }
}

static size_t next_change(const Differ *differ, size_t from)
{
    while (from < differ->changes.len && differ->changes.items[from].sign == ' ')
        from++;
    return from;
}

static void put_hunks(Buf *out, const Differ *differ)
{
    for (size_t at = next_change(differ, 0); at < differ->changes.len;) {
        size_t start = at < CONTEXT ? 0 : at - CONTEXT, end = at;
        while (at < differ->changes.len && at <= end + 2 * CONTEXT) {
            end = at + 1;
            at = next_change(differ, end);
        }
        size_t stop = end + CONTEXT < differ->changes.len ? end + CONTEXT : differ->changes.len;
        put_hunk(out, differ->changes.items + start, stop - start);
    }
}

void linediff_put(Buf *out, Str path, Str before, Str after, Arena *arena)
{
    Differ differ = { .arena = arena };
    Arena rounds = { 0 };

    if (str_eq(before, after))
        return;
    split(&differ.a, before, arena);
    split(&differ.b, after, arena);
    /* rounds are tried with ever more room: nearly always there are few changes */
    int edits = -1;
    for (int most = 64; edits < 0 && most <= MAX_EDITS; most *= 5) {
        differ.paths = ARENA_ARRAY(&rounds, size_t, (size_t)(most + 1) * (2 * MAX_EDITS + 3));
        edits = search(&differ, most);
    }
    if (edits >= 0)
        trace(&differ, edits);
    else
        replace_all(&differ);
    arena_free(&rounds);
    buf_put_format(out, "--- a/" STR_FMT "\n+++ b/" STR_FMT "\n", STR_ARG(path), STR_ARG(path));
    put_hunks(out, &differ);
}
