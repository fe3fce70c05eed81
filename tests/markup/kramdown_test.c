/* tests/markup/kramdown_test.c - kramdown's dialect: options, places, depth and cost of hostile texts. */
#include "tests/markup/kramdown_support.h"

static void obeys_the_options_of_a_site(void **state)
{
    expect_kramdown_with(*state, "# a\n", "<h1>a</h1>\n", .no_ids = true);
    expect_kramdown_with(*state, "# a\n", "<h3 id=\"x-a\">a</h3>\n", .heading_offset = 2, .id_prefix = STR("x-"));
    expect_kramdown_with(*state, "a\nb\n", "<p>a<br />\nb</p>\n", .hard_wrap = true);
    expect_kramdown_with(*state, "a -- b...\n", "<p>a -- b...</p>\n", .no_symbols = true);
    expect_kramdown_with(*state, "a\n# b\n", "<p>a\n# b</p>\n", .long_paragraphs = true);
    expect_kramdown_with(*state, "<div>\n*a*\n</div>\n", "<div>\n<p><em>a</em></p>\n</div>\n",
                         .parse_block_html = true);
    expect_kramdown_with(*state, "<b>*a*</b>\n", "<p><b>*a*</b></p>\n", .no_span_html = true);
    expect_kramdown_with(*state, "* a\n{:toc}\n\n# b\n## c\n",
                         "<ul id=\"markdown-toc\">\n<li><a href=\"#b\" id=\"markdown-toc-b\">b</a></li>\n</ul>\n"
                         "<h1 id=\"b\">b</h1>\n<h2 id=\"c\">c</h2>\n",
                         .toc_levels = 1U << 1);
}

static const Node *find(const Document *document, NodeKind kind)
{
    const Node *node = document->root;

    while (node != NULL && node->kind != kind)
        node = node_next(document->root, node);
    assert_non_null(node);
    return node;
}

static void expect_place(Scratch *scratch, const char *markdown, NodeKind kind, const char *expected)
{
    Document document = parse_kramdown(scratch, markdown, (KramdownOptions){ 0 });
    const Node *node = find(&document, kind);

    assert_str(str_slice(document.text, node->start, node->end), expected);
}

static void knows_where_each_node_stands(void **state)
{
    expect_place(*state, "a\n\n# b c\n", NODE_HEADING, "# b c\n");
    expect_place(*state, "a *b c* d\n", NODE_EMPHASIS, "*b c*");
    expect_place(*state, "a\r\n\r\n* b\r\n\r\n  > c [d](e) f\r\n", NODE_LINK, "[d](e)");
    expect_place(*state, "> * a\n>   b `c`\n", NODE_CODE, "`c`");
    expect_place(*state, "*\ta\n\n\tb **c**\n", NODE_STRONG, "**c**");
    expect_place(*state, "| a | *b* |\n", NODE_EMPHASIS, "*b*");
    expect_place(*state, "x[^1]\n\n[^1]: a\n    ![b](c)\n", NODE_IMAGE, "![b](c)");
    expect_place(*state, "<div markdown=\"1\">\n`a`\n</div>\n", NODE_CODE, "`a`");
    expect_place(*state, "term\n: a *b*\n", NODE_EMPHASIS, "*b*");
    expect_place(*state, "été <b>é</b>\n", NODE_ELEMENT, "<b>é</b>");
}

static void says_when_html_is_left_to_be_cleaned(void **state)
{
    assert_false(parse_kramdown(*state, "*a* [b](c){:.d}\n", (KramdownOptions){ 0 }).has_raw_html);
    assert_true(parse_kramdown(*state, "<div>a</div>\n", (KramdownOptions){ 0 }).has_raw_html);
    assert_true(parse_kramdown(*state, "a <b>b</b>\n", (KramdownOptions){ 0 }).has_raw_html);
    assert_true(parse_kramdown(*state, "a\n{: onclick=\"b\"}\n", (KramdownOptions){ 0 }).has_raw_html);
}

static int depth_of(const Document *document)
{
    int deepest = 0;

    for (const Node *node = document->root; node != NULL; node = node_next(document->root, node)) {
        int depth = 0;
        for (const Node *at = node; at != document->root && node_is_block(node); at = at->parent)
            depth++;
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest;
}

static Str repeat(Scratch *scratch, const char *text, size_t size)
{
    Buf out = { .arena = &scratch->arena };

    while (out.len < size)
        buf_put_cstr(&out, text);
    return buf_str(&out);
}

static void nests_no_deeper_than_a_tree_may(void **state)
{
    static const char *const texts[] = { ">", "> * ", "* ", "<div>", "<div markdown=\"1\">\n", "![", "<b>" };

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        Str text = repeat(*state, texts[i], 5000);
        Document document;
        kramdown_parse(&document, text, NULL, &(KramdownOptions){ 0 }, &((Scratch *)*state)->arena);
        assert_in_range(depth_of(&document), 1, NODE_MAX_DEPTH);
    }
}

/* Attempts that fail give back what they took, and there are not too many of them. */
static void takes_memory_in_proportion_to_hostile_texts(void **state)
{
    enum { SIZE = 100000, PER_BYTE = 600 };
    static const char *const texts[] = {
        "[",         "[a](",       "![a",          "*a **b ", "_a ",      "~~a ",   "`a ``b ",      "<b c=\"",
        "<!-- ",     "<div>\n",    "|a\n",         "a|`",     "a <code>", "{: .a ", "{::comment} ", "$$a\n\n",
        "[^a]: b\n", "[a]: \"b\n", "```\n~~~ a\n", "* a\n",   "## \n",    "'a \"",  "a\n: b\n",     "\\",
        "<http:",    "[a][b",
    };

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        Arena arena = { 0 };
        Document document;
        Str text = repeat(*state, texts[i], SIZE);
        kramdown_parse(&document, text, NULL, &(KramdownOptions){ 0 }, &arena);
        assert_in_range(arena_size(&arena), 1, SIZE * PER_BYTE);
        arena_free(&arena);
    }
}

static int count_kind(const Document *document, NodeKind kind)
{
    int count = 0;

    for (const Node *node = document->root; node != NULL; node = node_next(document->root, node))
        count += node->kind == kind;
    return count;
}

/* A few bytes name an address, or a list of attributes, of any length. */
static void repeats_no_long_definition_too_often(void **state)
{
    Scratch *scratch = *state;
    Str address = repeat(scratch, "x", 1000);
    Str uses = repeat(scratch, "[a] ", 80000);
    Str text = arena_join(&scratch->arena, STR("[a]: "), address, STR("\n\n"));
    Document document;

    kramdown_parse(&document, arena_join(&scratch->arena, text, uses, (Str){ 0 }), NULL, &(KramdownOptions){ 0 },
                   &scratch->arena);
    assert_in_range(count_kind(&document, NODE_LINK), 1000, 5000);

    text = arena_join(&scratch->arena, STR("{:a: b=\""), address, STR("\"}\n\n"));
    uses = repeat(scratch, "# c\n{: a}\n", 80000);
    kramdown_parse(&document, arena_join(&scratch->arena, text, uses, (Str){ 0 }), NULL,
                   &(KramdownOptions){ .no_ids = true }, &scratch->arena);
    assert_int_equal(document.root->first->attribute_count, 1);
    assert_int_equal(document.root->last->attribute_count, 0);
}

TEST_MAIN(TEST(obeys_the_options_of_a_site), TEST(knows_where_each_node_stands),
          TEST(says_when_html_is_left_to_be_cleaned), TEST(nests_no_deeper_than_a_tree_may),
          TEST(takes_memory_in_proportion_to_hostile_texts), TEST(repeats_no_long_definition_too_often))
