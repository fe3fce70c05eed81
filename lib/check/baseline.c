/* lib/check/baseline.c */
#include "check/baseline.h"

#include "base/file.h"
#include "check/fingerprint.h"
#include "check/report.h"
#include "text/sha256.h"

static const char heading[] = "# Findings that herald check --baseline leaves alone: fingerprint, rule, file.\n";

enum { FINGERPRINT_DIGITS = 2 * SHA256_BYTES };

static bool is_fingerprint(Str word)
{
    for (size_t i = 0; i < word.len; i++) {
        if (!char_is_digit(str_at(word, i)) && (str_at(word, i) < 'a' || str_at(word, i) > 'f'))
            return false;
    }
    return word.len == FINGERPRINT_DIGITS;
}

bool baseline_read(Baseline *out, Str path, Arena *arena, Diags *diags)
{
    const Source *source;
    Str line, word;

    *out = (Baseline){ .arena = arena };
    if (!source_read(&source, path, path, arena, diags))
        return false;
    for (Str rest = source->text; str_split(&line, &rest, '\n');) {
        if (str_trim(line).len == 0 || str_at(line, 0) == '#')
            continue;
        Str words = line;
        uint32_t start = (uint32_t)(line.data - source->text.data);
        if (!str_split(&word, &words, ' ') || !is_fingerprint(word)) {
            diag_error(diags, "config-value", (Span){ source, start, start + (uint32_t)line.len },
                       "this is no line of a baseline");
            diag_hint(diags, "write the file with herald check --write-baseline");
            return false;
        }
        map_put(out, word, (void *)(uintptr_t)1);
    }
    return true;
}

/* What stops a build is never known. */
static bool may_be_known(const Diag *diag)
{
    return diag->kind == DIAG_CONTENT;
}

size_t baseline_apply(Diags *found, const Baseline *baseline)
{
    Arena scratch = { 0 };
    const Str *fingerprints = fingerprints_make(found, &scratch);
    Diags all = *found;

    *found = (Diags){ .arena = all.arena };
    for (size_t i = 0; i < all.len; i++) {
        bool known = may_be_known(&all.items[i]) && map_has(baseline, fingerprints[i]);
        if (!known)
            diags_append(found, &(Diags){ .items = &all.items[i], .len = 1 });
    }
    arena_free(&scratch);
    return all.len - found->len;
}

void baseline_put(Buf *out, const Diags *found)
{
    Arena scratch = { 0 };
    const Str *fingerprints = fingerprints_make(found, &scratch);

    buf_put_cstr(out, heading);
    for (size_t i = 0; i < found->len; i++) {
        if (!may_be_known(&found->items[i]))
            continue;
        buf_put(out, fingerprints[i]);
        buf_put_format(out, " %s ", found->items[i].rule);
        report_put_safe(out, diag_path(&found->items[i]));
        buf_put_char(out, '\n');
    }
    arena_free(&scratch);
}

size_t baseline_count_gone(const Baseline *baseline, const Diags *found)
{
    Arena scratch = { 0 };
    const Str *fingerprints = fingerprints_make(found, &scratch);
    size_t there = 0;

    for (size_t i = 0; i < found->len; i++)
        there += may_be_known(&found->items[i]) && map_has(baseline, fingerprints[i]);
    arena_free(&scratch);
    return baseline->len - there;
}
