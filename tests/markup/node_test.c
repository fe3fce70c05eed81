#include "tests/markup/support.h"

static Node *new_text(Scratch *scratch, const char *text)
{
    Node *node = node_new(&scratch->arena, NODE_TEXT);
    node->text = str_from(text);
    return node;
}

static void expect_children(const Node *parent, const char *texts)
{
    char found[16] = "";
    const Node *previous = NULL;

    for (const Node *node = parent->first; node != NULL; node = node->next) {
        assert_ptr_equal(node->parent, parent);
        assert_ptr_equal(node->previous, previous);
        strncat(found, node->text.data, node->text.len);
        previous = node;
    }
    assert_ptr_equal(parent->last, previous);
    assert_string_equal(found, texts);
}

static void keeps_kinship_whole(void **state)
{
    Scratch *scratch = *state;
    Node *parent = node_new(&scratch->arena, NODE_PARAGRAPH);
    Node *b = new_text(scratch, "b");
    Node *a = new_text(scratch, "a");
    Node *c = new_text(scratch, "c");

    node_append(parent, b);
    node_insert_before(b, a);
    node_append(parent, c);
    expect_children(parent, "abc");
    node_unlink(b);
    expect_children(parent, "ac");
    assert_null(b->parent);
    node_unlink(a);
    node_unlink(c);
    expect_children(parent, "");
    node_unlink(a); /* of nothing: no harm */
    node_append(parent, c);
    node_insert_before(c, a);
    expect_children(parent, "ac");
}

static void walks_in_reading_order(void **state)
{
    Document document = parse(*state, "# a\n\n- b *c*\n- d\n");
    char texts[16] = "";

    for (const Node *node = document.root; node != NULL; node = node_next(document.root, node))
        strncat(texts, node->text.data == NULL ? "" : node->text.data, node->text.len);
    assert_string_equal(texts, "ab cd");
    assert_ptr_equal(node_after(document.root, document.root->first), document.root->last);
    assert_null(node_after(document.root, document.root->last));
    assert_null(node_after(document.root, document.root));
}

static void copies_a_tree_with_its_texts(void **state)
{
    Scratch *scratch = *state;
    static const char markdown[] =
        "# a [b](c \"d\") ![e](f)\n\n> - g[^1]\n\n| h |\n|:-:|\n| i |\n\n```j k\nl\n```\n\n[^1]: m\n";
    Document document = parse_with(scratch, markdown, (GfmOptions){ .heading_ids = true });
    Arena arena = { 0 };
    Buf html = { .arena = &arena };

    document.root = node_copy_tree(document.root, &arena);
    arena_free(&scratch->arena); /* whatever still points there is found by a sanitizer */
    render_html(&html, &document, &(HtmlOptions){ 0 });
    document = parse_with(scratch, markdown, (GfmOptions){ .heading_ids = true });
    assert_true(str_eq(buf_str(&html), html_of(scratch, &document)));
    arena_free(&arena);
}

static void sets_attributes_once(void **state)
{
    Scratch *scratch = *state;
    Node *node = node_new(&scratch->arena, NODE_HEADING);

    assert_str(node_attribute(node, STR("id")), "");
    node_set_attribute(node, &scratch->arena, STR("id"), STR("a"));
    node_set_attribute(node, &scratch->arena, STR("class"), STR("b"));
    node_set_attribute(node, &scratch->arena, STR("id"), STR("c"));
    assert_int_equal(node->attribute_count, 2);
    assert_str(node_attribute(node, STR("id")), "c");
    assert_str(node_attribute(node, STR("class")), "b");
}

static void finds_the_place_in_the_authors_file(void **state)
{
    Scratch *scratch = *state;
    const Source *source = source_new(STR("a.md"), STR("---\nx: y\n---\n*a*\n"), &scratch->arena);
    Places places = { .arena = &scratch->arena };
    Document document;

    places_add(&places, 0, (Span){ source, 13, 17 }, true);
    gfm_init();
    gfm_parse(&document, STR("*a*\n"), &places, &(GfmOptions){ 0 }, &scratch->arena);
    Span span = document_span(&document, document.root->first->first);
    assert_ptr_equal(span.source, source);
    assert_str(source_text(span), "*a*");
}

TEST_MAIN(TEST(keeps_kinship_whole), TEST(walks_in_reading_order), TEST(copies_a_tree_with_its_texts),
          TEST(sets_attributes_once), TEST(finds_the_place_in_the_authors_file))
