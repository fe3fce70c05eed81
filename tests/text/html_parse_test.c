#include "text/html_parse.h"
#include "base/buf.h"
#include "tests/support.h"

/* The tree as `name[attribute=value]{children}` and `"text"`. */
static void put_tree(Buf *out, const HtmlNode *parent)
{
    for (const HtmlNode *node = parent->first; node != NULL; node = node->next) {
        assert_ptr_equal(node->parent, parent);
        if (node->name.len == 0) {
            buf_put_format(out, "\"" STR_FMT "\"", STR_ARG(node->text));
            continue;
        }
        buf_put(out, node->name);
        if (node->foreign)
            buf_put_char(out, '*');
        for (size_t i = 0; i < node->attribute_count; i++)
            buf_put_format(out, "[" STR_FMT "=" STR_FMT "]", STR_ARG(node->attributes[i].name),
                           STR_ARG(node->attributes[i].value));
        buf_put_char(out, '{');
        put_tree(out, node);
        buf_put_char(out, '}');
    }
}

static void expect(Scratch *scratch, const char *html, const char *tree)
{
    const HtmlNode *root;
    Buf out = { .arena = &scratch->arena };

    assert_true(html_parse(&root, str_from(html), &scratch->arena));
    put_tree(&out, root);
    assert_str(buf_str(&out), tree);
}

static void reads_html_as_browsers_do(void **state)
{
    expect(*state, "", "");
    expect(*state, "a &amp; &eacute;", "\"a & é\"");
    expect(*state, "<p>a<figure>b</figure>c", "p{\"a\"}figure{\"b\"}\"c\"");
    expect(*state, "<IMG SRC=a.png alt='x &lt; y'>", "img[src=a.png][alt=x < y]{}");
    expect(*state, "<table><tr><td>1", "table{tbody{tr{td{\"1\"}}}}");
    expect(*state, "<b><p>x</b>y", "b{}p{b{\"x\"}\"y\"}");
    expect(*state, "<x-card Data-A=1>y</x-card>", "x-card[data-a=1]{\"y\"}");
}

static void knows_what_is_not_html(void **state)
{
    expect(*state, "a<!-- b -->c<?d?>", "\"a\"\"c\"");
    expect(*state, "<svg><a href=q>t</a></svg>", "svg*{a*[href=q]{\"t\"}}");
    expect(*state, "<script>a<b</script>c", "script{\"a<b\"}\"c\"");
    expect(*state, "<template><p>x</p></template>", "template{p{\"x\"}}");
}

static void keeps_a_forms_text_within_it(void **state)
{
    expect(*state, "a<form><input>b</form>c", "\"a\"form{input{}\"b\"}\"c\"");
}

static Str repeat(Arena *arena, const char *text, int count)
{
    Buf out = { .arena = arena };

    for (int i = 0; i < count; i++)
        buf_put_cstr(&out, text);
    return buf_str(&out);
}

static int depth_of(const HtmlNode *root)
{
    int depth = 0;

    for (const HtmlNode *node = root->first; node != NULL; node = node->first)
        depth++;
    return depth;
}

static void bounds_depth(void **state)
{
    static const char *const tags[] = { "<div>", "<b>", "<ul><li>", "<table><tr><td>", "<x>", "<svg>" };
    Scratch *scratch = *state;

    for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
        const HtmlNode *root;
        assert_true(html_parse(&root, repeat(&scratch->arena, tags[i], 10000), &scratch->arena));
        assert_true(depth_of(root) <= HTML_MAX_DEPTH);
    }
}

static void keeps_text_below_the_bound(void **state)
{
    Scratch *scratch = *state;
    const HtmlNode *root;
    const HtmlNode *node;

    Str html = arena_join(&scratch->arena, repeat(&scratch->arena, "<div>", 1000), STR("deep"), (Str){ 0 });
    assert_true(html_parse(&root, html, &scratch->arena));
    for (node = root->first; node->first != NULL; node = node->first)
        continue;
    assert_str(node->text, "deep");
}

/* Each open <b> is made anew in each paragraph: the square of what was written. */
static void gives_up_on_html_that_multiplies(void **state)
{
    Scratch *scratch = *state;
    const HtmlNode *root;
    Buf html = { .arena = &scratch->arena };

    buf_put(&html, STR("<p>"));
    for (int i = 0; i < 250; i++)
        buf_put_format(&html, "<b id=%d>", i);
    buf_put(&html, repeat(&scratch->arena, "<p>x", 20000));
    assert_false(html_parse(&root, buf_str(&html), &scratch->arena));
}

static void leaves_out_a_tag_of_monstrous_size(void **state)
{
    Scratch *scratch = *state;
    Str attributes = repeat(&scratch->arena, " a=1", 30000);
    Str html = arena_join(&scratch->arena, STR("x<a"), attributes, STR(">y</a>z"));
    const HtmlNode *root;

    assert_true(html_parse(&root, html, &scratch->arena));
    assert_str(root->first->text, "xyz");
}

TEST_MAIN(TEST(reads_html_as_browsers_do), TEST(knows_what_is_not_html), TEST(keeps_a_forms_text_within_it),
          TEST(bounds_depth), TEST(keeps_text_below_the_bound), TEST(gives_up_on_html_that_multiplies),
          TEST(leaves_out_a_tag_of_monstrous_size))
