/* lib/check/usage.c */
#include "check/usage.h"

#include <limits.h>

#include "base/buf.h"
#include "text/unicode.h"

/* The shorter a name, the more others are an edit away: such a one must be used more to be thought meant. */
enum { ONE_EDIT_BYTES = 5, LONG_BYTES = 8, TWO_EDITS_BYTES = 10, MUCH_USED = 12 };

static size_t apostrophe_length(Str s, size_t at)
{
    static const Str marks[] = { STR_INIT("'"), STR_INIT("’"), STR_INIT("‘"),
                                 STR_INIT("ʼ"), STR_INIT("`"), STR_INIT("´") };
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (str_starts_with(str_from_offset(s, at), marks[i]))
            return marks[i].len;
    }
    return 0;
}

static size_t joint_length(Str s, size_t at)
{
    static const Str joints[] = { STR_INIT(" "), STR_INIT("-"), STR_INIT("_"),
                                  STR_INIT("‐"), STR_INIT("‑"), STR_INIT("–") };
    for (size_t i = 0; i < sizeof(joints) / sizeof(joints[0]); i++) {
        if (str_starts_with(str_from_offset(s, at), joints[i]))
            return joints[i].len;
    }
    return 0;
}

static Str fold(Str name, Arena *arena)
{
    Str folded = unicode_fold(name, arena);
    Buf out = { .arena = arena };
    for (size_t i = 0; i < folded.len;) {
        size_t mark = apostrophe_length(folded, i);
        buf_put_char(&out, mark > 0 ? '\'' : folded.data[i]);
        i += mark > 0 ? mark : 1;
    }
    return buf_str(&out);
}

static Str skeleton_of(Str folded, Arena *arena)
{
    Buf out = { .arena = arena };
    for (size_t i = 0; i < folded.len;) {
        size_t joint = joint_length(folded, i);
        if (joint == 0 && folded.data[i] != '\'')
            buf_put_char(&out, folded.data[i]);
        i += joint > 0 ? joint : 1;
    }
    return buf_str(&out);
}

static uint32_t letters_of(Str folded)
{
    uint32_t letters = 0;
    for (size_t i = 0; i < folded.len; i++) {
        int c = str_at(folded, i);
        letters |= 1u << (c >= 'a' && c <= 'z' ? c - 'a' : 26);
    }
    return letters;
}

void usage_add(Usages *usages, Str name, int64_t published_unix_s)
{
    usages->by_name.arena = usages->arena;
    void **slot = map_at(&usages->by_name, name);
    if (*slot == NULL) {
        Usage *usage = ARENA_NEW(usages->arena, Usage);
        usage->name = name;
        usage->first_unix_s = published_unix_s;
        usage->folded = fold(name, usages->arena);
        usage->skeleton = skeleton_of(usage->folded, usages->arena);
        usage->letters = letters_of(usage->folded);
        *slot = usage;
    }
    Usage *usage = *slot;
    usage->count++;
    if (published_unix_s < usage->first_unix_s)
        usage->first_unix_s = published_unix_s;
}

Usage *usage_find(const Usages *usages, Str name)
{
    return map_get(&usages->by_name, name);
}

Usage *usage_at(const Usages *usages, size_t i)
{
    return i < usages->by_name.len ? usages->by_name.entries[i].value : NULL;
}

bool usage_outranks(const Usage *a, const Usage *b)
{
    if (a->count != b->count)
        return a->count > b->count;
    if (a->first_unix_s != b->first_unix_s)
        return a->first_unix_s < b->first_unix_s;
    return str_cmp(a->name, b->name) < 0;
}

void usage_find_variants(Usages *usages)
{
    Map best = { .arena = usages->arena };

    for (size_t i = 0; i < usages->by_name.len; i++) {
        Usage *usage = usage_at(usages, i);
        void **slot = map_at(&best, usage->skeleton);
        if (*slot == NULL || usage_outranks(usage, *slot))
            *slot = usage;
    }
    for (size_t i = 0; i < usages->by_name.len; i++) {
        Usage *usage = usage_at(usages, i);
        const Usage *first = map_get(&best, usage->skeleton);
        if (first != usage && usage->skeleton.len > 0)
            usage->meant = first;
    }
}

static bool has_digit(Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (char_is_digit(str_at(s, i)))
            return true;
    }
    return false;
}

static int bits_of(uint32_t bits)
{
    int count = 0;
    for (; bits != 0; bits &= bits - 1)
        count++;
    return count;
}

/* Of two that begin with the same byte: a slip seldom is in the first letter, and a whole other name often is. */
static bool is_slip_of(const Usage *slip, const Usage *name)
{
    size_t length = slip->folded.len < name->folded.len ? slip->folded.len : name->folded.len;
    size_t limit = length >= TWO_EDITS_BYTES ? 2 : length >= ONE_EDIT_BYTES ? 1 : 0;
    size_t longer = slip->folded.len > name->folded.len ? slip->folded.len : name->folded.len;

    if (length < LONG_BYTES && name->count < MUCH_USED)
        return false;
    return limit > 0 && longer - length <= limit && bits_of(slip->letters ^ name->letters) <= 2 * (int)limit
           && str_distance(slip->folded, name->folded, limit) <= limit;
}

void usage_find_slips(Usages *usages, size_t least)
{
    typedef VEC(Usage *) Known;
    Known *by_first =
        ARENA_ARRAY(usages->arena, Known, UCHAR_MAX + 1); /* byte, which is_slip_of wants to be the same */

    for (size_t i = 0; i < usages->by_name.len; i++) {
        Usage *usage = usage_at(usages, i);
        if (usage->count >= least && usage->meant == NULL && usage->folded.len > 0 && !has_digit(usage->folded))
            vec_push(usages->arena, &by_first[str_at(usage->folded, 0)], usage);
    }
    for (size_t i = 0; i < usages->by_name.len; i++) {
        Usage *usage = usage_at(usages, i);
        if (usage->count > 1 || usage->meant != NULL || usage->folded.len == 0 || has_digit(usage->folded))
            continue;
        const Known *known = &by_first[str_at(usage->folded, 0)];
        for (size_t k = 0; k < known->len; k++) {
            if (is_slip_of(usage, known->items[k])
                && (usage->meant == NULL || usage_outranks(known->items[k], usage->meant)))
                usage->meant = known->items[k];
        }
    }
}
