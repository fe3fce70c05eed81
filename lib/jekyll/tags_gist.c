/* lib/jekyll/tags_gist.c - `{% gist user/id file %}` of jekyll-gist: the script that GitHub gives for it. Nothing is
 * fetched when a site is built. */
#include "jekyll/tags.h"
#include "text/html.h"

typedef struct Gist {
    Str id, file;
} Gist;

static Str take_word(Str *rest)
{
    Str text = str_trim(*rest);
    size_t end = 0;
    while (end < text.len && !char_is_space((unsigned char)text.data[end]))
        end++;
    *rest = str_from_offset(text, end);
    return str_slice(text, 0, end);
}

static Str without_quotes(Str word)
{
    int first = str_at(word, 0);
    bool quoted = word.len >= 2 && (first == '"' || first == '\'') && str_at(word, word.len - 1) == first;
    return quoted ? str_slice(word, 1, word.len - 1) : word;
}

static bool is_id(Str id)
{
    for (size_t i = 0; i < id.len; i++) {
        int c = str_at(id, i);
        if (!char_is_alnum(c) && c != '/' && c != '-' && c != '_')
            return false;
    }
    return id.len > 0;
}

static const void *parse(Located markup, Arena *arena, Diags *diags)
{
    Gist *gist = ARENA_NEW(arena, Gist);
    Str rest = markup.str;

    gist->id = without_quotes(take_word(&rest));
    gist->file = without_quotes(take_word(&rest));
    if (is_id(gist->id))
        return gist;
    diag_stop(diags, "liquid-syntax", markup.span, "expected the id of a gist, perhaps with its owner, and a file");
    diag_hint(diags, "write {%% gist owner/0123abc file.rb %%}");
    return NULL;
}

static void render(Buf *out, const void *parsed, LiquidRender *render)
{
    const Gist *gist = parsed;
    (void)render;
    buf_put(out, STR("<script src=\"https://gist.github.com/"));
    buf_put(out, gist->id);
    buf_put(out, STR(".js"));
    if (gist->file.len > 0) {
        buf_put(out, STR("?file="));
        html_put_url(out, gist->file);
    }
    buf_put(out, STR("\"> </script>"));
}

const LiquidTagClass jekyll_tag_gist = { .name = "gist", .parse = parse, .render = render };
