/* lib/check/fix.c */
#include "check/fix.h"

#include <stdlib.h>

bool fix_is_wanted(const Diag *diag, const Source *source, const FixChoice *choice)
{
    return diag->fix.span.source == source && source != NULL && (diag->fix.safe || choice->unsafe)
           && (choice->rules.len == 0 || map_has(&choice->rules, str_from(diag->rule)));
}

typedef struct Edit {
    const Fix *fix;
    size_t index; /* of its diagnostic */
} Edit;

static int compare_edits(const void *a, const void *b)
{
    const Edit *x = a, *y = b;
    if (x->fix->span.start != y->fix->span.start)
        return x->fix->span.start < y->fix->span.start ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

size_t fix_apply(Buf *out, const Source *source, const Diags *diags, const FixChoice *choice, bool *made, Arena *arena)
{
    Edit *edits = ARENA_ARRAY(arena, Edit, diags->len);
    size_t count = 0, done = 0, at = 0;

    for (size_t i = 0; i < diags->len; i++) {
        made[i] = false;
        if (fix_is_wanted(&diags->items[i], source, choice))
            edits[count++] = (Edit){ &diags->items[i].fix, i };
    }
    if (count > 0)
        qsort(edits, count, sizeof(*edits), compare_edits);
    for (size_t i = 0; i < count; i++) {
        Span span = edits[i].fix->span;
        bool twice = done > 0 && span.start == span.end && span.start == at; /* two insertions at one place */
        if (span.start < at || twice)
            continue;
        buf_put(out, str_slice(source->text, at, span.start));
        buf_put(out, edits[i].fix->replacement);
        at = span.end;
        made[edits[i].index] = true;
        done++;
    }
    buf_put(out, str_from_offset(source->text, at));
    return done;
}
