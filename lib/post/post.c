/* lib/post/post.c */
#include "post/post.h"

#include "base/buf.h"
#include "base/file.h"
#include "post/author.h"
#include "post/dating.h"
#include "post/field.h"
#include "post/identity.h"
#include "post/key.h"
#include "post/tag.h"
#include "text/yaml.h"

typedef struct Reader {
    Post *post;
    FrontMatter matter;
    const PostContext *context;
    Arena *arena;
    Diags *diags;
} Reader;

/* --- texts ------------------------------------------------------------------------------------------------------- */

/* What is one text and nothing more. Of several keys for one thing the first that says something holds. */
static const struct Text {
    Str key;
    size_t offset;
} texts[] = {
    { STR_INIT("subtitle"), offsetof(Post, subtitle) },   { STR_INIT("permalink"), offsetof(Post, permalink) },
    { STR_INIT("type"), offsetof(Post, type) },           { STR_INIT("lang"), offsetof(Post, language) },
    { STR_INIT("language"), offsetof(Post, language) },   { STR_INIT("image"), offsetof(Post, image) },
    { STR_INIT("image_alt"), offsetof(Post, image_alt) },
};

static Str get(Reader *reader, const Tree *map, const char *key)
{
    return field_get(map, str_from(key), reader->arena, reader->diags);
}

/* A letter or digit, or the hyphen between subtags: RFC 5646 section 2.1 has nothing else. */
static bool is_language_tag(Str tag)
{
    enum { MAX_TAG = 35 };
    for (size_t i = 0; i < tag.len; i++) {
        if (!char_is_alnum(str_at(tag, i)) && str_at(tag, i) != '-')
            return false;
    }
    return char_is_alpha(str_at(tag, 0)) && tag.len <= MAX_TAG;
}

/* Jekyll's sites name languages as they like, many as locales and folders are called: "zh_cn". */
static Str hyphenate_locale(Str name, Arena *arena)
{
    Buf tag = { .arena = arena };
    for (size_t i = 0; i < name.len; i++)
        buf_put_char(&tag, name.data[i] == '_' ? '-' : name.data[i]);
    return buf_str(&tag);
}

static void check_language(Reader *reader)
{
    Post *post = reader->post;
    if (reader->context->jekyll)
        post->language = hyphenate_locale(post->language, reader->arena);
    const Tree *key = tree_get(post->front_matter, STR("lang"));
    if (post->language.len == 0 || is_language_tag(post->language))
        return;
    if (tree_is_null(key))
        key = tree_get(post->front_matter, STR("language"));
    diag_error(reader->diags, "language-invalid", key->span, "\"" STR_FMT "\" is no language", STR_ARG(post->language));
    diag_hint(reader->diags, "write a tag such as en, fr or pt-BR; the site's own is used until then");
    post->language = (Str){ NULL, 0 };
}

static void read_texts(Reader *reader)
{
    Post *post = reader->post;
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        Str *field = (void *)((char *)post + texts[i].offset);
        if (field->len == 0)
            *field = field_get(post->front_matter, texts[i].key, reader->arena, reader->diags);
    }
    check_language(reader);
    if (post->language.len == 0)
        post->language = reader->context->language;
}

/* An image is shown by its address, so it must be one that shows and does not act. */
static void check_image(Reader *reader)
{
    Post *post = reader->post;
    size_t colon = str_find_char(post->image, ':', 0);
    size_t slash = str_find_char(post->image, '/', 0);

    if (colon == STR_NONE || slash < colon || str_starts_with(post->image, STR("https://"))
        || str_starts_with(post->image, STR("http://")))
        return;
    diag_error(reader->diags, "link-unsafe", tree_get(post->front_matter, STR("image"))->span,
               "the image has an address that is neither a path nor begins with https://");
    diag_hint(reader->diags, "write a path of the site, as /assets/picture.png, or an address with https://");
    post->image = (Str){ NULL, 0 };
}

/* `image: {path, alt}`, as jekyll-seo-tag has it. */
static void read_image(Reader *reader)
{
    static const char *const keys[] = { "src", "path", "url" };
    Post *post = reader->post;
    const Tree *image = tree_get(post->front_matter, STR("image"));

    if (image == NULL || image->kind != TREE_MAP)
        return;
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]) && post->image.len == 0; i++)
        post->image = get(reader, image, keys[i]);
    Str alt = get(reader, image, "alt");
    if (alt.len > 0)
        post->image_alt = alt;
}

/* `layout: none`, `false` and nothing at all ask for no layout. */
static void read_layout(Reader *reader)
{
    const Tree *layout = tree_get(reader->post->front_matter, STR("layout"));
    if (layout == NULL) {
        reader->post->layout = reader->context->layout;
        return;
    }
    Str name = get(reader, reader->post->front_matter, "layout");
    bool none = str_eq(name, STR("none")) || (layout->kind == TREE_SCALAR && layout->type == TREE_BOOL);
    reader->post->layout = none ? (Str){ NULL, 0 } : name;
}

static void read_excerpt(Reader *reader)
{
    const Tree *excerpt = tree_get(reader->post->front_matter, STR("excerpt"));
    if (excerpt != NULL && excerpt->kind != TREE_SCALAR) {
        diag_error(reader->diags, "excerpt-type", excerpt->span, "expected the excerpt as text, not a %s",
                   excerpt->kind == TREE_LIST ? "list" : "mapping");
        diag_hint(reader->diags, "put it in quotes, or write excerpt: > and the text indented below");
        return;
    }
    reader->post->excerpt = get(reader, reader->post->front_matter, "excerpt");
}

/* --- title ------------------------------------------------------------------------------------------------------- */

static bool refuse_title(Reader *reader, const char *rule, Span span, const char *message)
{
    diag_stop(reader->diags, rule, span, "%s", message);
    diag_hint(reader->diags, "write title: and the title behind it; one with a colon or a bracket stands in quotes");
    return false;
}

/* `Title: Foo`: the slip is what to mend. */
static bool refuse_slip(Reader *reader, const Diag *slip)
{
    diag_stop(reader->diags, "fm-unknown-key", slip->span, "the post has no title, but a key \"" STR_FMT "\"",
              STR_ARG(source_text(slip->span)));
    diag_hint(reader->diags, STR_FMT, STR_ARG(slip->hint));
    diag_fix(reader->diags, slip->fix.span, slip->fix.replacement, false);
    return false;
}

/* `title: #1 in town` has none: what stands there is a comment. */
static bool refuse_empty(Reader *reader, const TreeEntry *entry)
{
    bool nothing = entry->value->span.start == entry->value->span.end;
    Span span = nothing ? entry->key.span : entry->value->span;
    Span rest = span_part(span_whole(span.source), span.end, span.source->text.len);
    Str line = str_slice(source_text(rest), 0, str_find_char(source_text(rest), '\n', 0));
    size_t mark = str_find_char(line, '#', 0);

    refuse_title(reader, "title-empty", span, "the title is empty");
    if (!nothing || mark == STR_NONE || str_trim(str_slice(line, 0, mark)).len > 1)
        return false;
    Str comment = str_trim_right(str_from_offset(line, mark));
    Str quoted = yaml_quote(comment, reader->arena);
    diag_hint(reader->diags, "a # begins a comment; put the title in quotes: title: " STR_FMT, STR_ARG(quoted));
    diag_fix(reader->diags, span_part(rest, mark, mark + comment.len), quoted, false);
    return false;
}

static bool read_title(Reader *reader)
{
    const TreeEntry *entry = tree_entry(reader->post->front_matter, STR("title"));
    Diag slip;
    if (entry == NULL && keys_take_slip(&slip, STR("title"), reader->diags))
        return refuse_slip(reader, &slip);
    if (entry == NULL)
        return refuse_title(reader, "title-missing", reader->matter.fence, "the post has no title");
    const Tree *title = entry->value;
    if (title->kind != TREE_SCALAR)
        return refuse_title(reader, "title-type", title->span,
                            title->kind == TREE_LIST ? "expected the title as text, not a list"
                                                     : "expected the title as text, not a mapping");
    Located text = { { NULL, 0 }, title->span };
    if (!tree_is_null(title))
        text = field_text(title, reader->arena, reader->diags);
    if (text.str.len == 0)
        return refuse_empty(reader, entry);
    reader->post->title = text;
    return true;
}

/* --- the whole --------------------------------------------------------------------------------------------------- */

static void read_names(Reader *reader)
{
    Post *post = reader->post;
    Str stem = path_stem(post->path);
    size_t rest = 0;

    bool titled = read_title(reader);
    bool dated = dating_read(post, &rest, stem, &reader->matter, reader->context, reader->arena, reader->diags);
    post->slug = slug_of_post(post, str_from_offset(stem, rest), reader->arena, reader->diags);
    if (!titled && reader->context->jekyll)
        post->title = (Located){ title_of_slug(post->slug, reader->arena), reader->matter.fence };
    if (!dated)
        return;
    identity_read(post, stem, reader->context, reader->arena, reader->diags);
    post->published_unix_s = identity_instant(post, reader->context->zone);
    dating_read_status(post, &reader->matter, reader->context, reader->arena, reader->diags);
}

bool post_read(Post *out, const Source *source, Str path, const PostContext *context, Arena *arena, Diags *diags)
{
    size_t stops = diags->stops;
    Reader reader = { .post = out, .context = context, .arena = arena, .diags = diags };

    *out = (Post){ .source = source, .path = path, .body = { source, 0, 0 } };
    bool readable = frontmatter_read(&reader.matter, source, arena, diags);
    if (reader.matter.body.source != NULL)
        out->body = reader.matter.body;
    if (!readable)
        return false;
    keys_check(reader.matter.tree, diags);
    reader.matter.tree = tree_merge(context->defaults, reader.matter.tree, arena);
    out->front_matter = reader.matter.tree;
    read_names(&reader);
    authors_read(out, context, arena, diags);
    tags_read(out, context, arena, diags);
    read_texts(&reader);
    read_image(&reader);
    check_image(&reader);
    read_layout(&reader);
    read_excerpt(&reader);
    StrList redirects = field_list(out->front_matter, STR("redirect_from"), arena, diags);
    out->redirects = redirects.items;
    out->redirect_count = redirects.len;
    return diags->stops == stops;
}
