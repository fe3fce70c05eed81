/* tests/lsp/context_test.c */
#include "lsp/context.h"

#include "tests/support.h"

/* The cursor stands at `|`. */
static Context at(Scratch *scratch, const char *text)
{
    Str all = str_from(text);
    size_t cursor = str_find(all, STR("¦"), 0);
    assert_int_not_equal(cursor, STR_NONE);
    Str none = { NULL, 0 };
    Str without =
        arena_join(&scratch->arena, str_slice(all, 0, cursor), str_from_offset(all, cursor + STR("¦").len), none);
    return context_at(without, cursor);
}

static void assert_context(Scratch *scratch, const char *text, ContextKind kind, const char *word)
{
    Context context = at(scratch, text);
    assert_int_equal(context.kind, kind);
    assert_str(context.word, word);
}

static void assert_value(Scratch *scratch, const char *text, const char *key, const char *word)
{
    Context context = at(scratch, text);
    assert_int_equal(context.kind, CONTEXT_VALUE);
    assert_str(context.key, key);
    assert_str(context.word, word);
}

static void finds_keys_of_front_matter(void **state)
{
    assert_context(*state, "---\nti¦\n---\n", CONTEXT_KEY, "ti");
    assert_context(*state, "---\n¦\n---\n", CONTEXT_KEY, "");
    assert_context(*state, "---\ntit¦le: x\n---\n", CONTEXT_KEY, "title");
    assert_context(*state, "\xEF\xBB\xBF---\r\nti¦\r\n---\r\n", CONTEXT_KEY, "ti");
    assert_context(*state, "---\nti¦", CONTEXT_KEY, "ti"); /* nobody has closed it yet */
    assert_context(*state, "--¦-\ntitle: x\n---\n", CONTEXT_NONE, "");
    assert_context(*state, "---\ntitle: x\n---\nti¦", CONTEXT_NONE, "");
}

static void finds_values(void **state)
{
    assert_value(*state, "---\nlayout: po¦st\n---\n", "layout", "post");
    assert_value(*state, "---\nauthor: ¦\n---\n", "author", "");
    assert_value(*state, "---\nauthor: \"Ada ¦L\"\n---\n", "author", "Ada L");
    assert_value(*state, "---\r\nauthor: Ada¦\r\n---\r\n", "author", "Ada");
}

static void finds_items_of_lists(void **state)
{
    assert_value(*state, "---\ntags: [a, b¦c, d]\n---\n", "tags", "bc");
    assert_value(*state, "---\ntags: [¦]\n---\n", "tags", "");
    assert_value(*state, "---\ntags: [a, 'b¦']\n---\n", "tags", "b");
    assert_value(*state, "---\ntags: [a, ¦\n---\n", "tags", "");
    assert_value(*state, "---\ntags:\n  - a\n  # why\n  - b¦\n---\n", "tags", "b");
    assert_value(*state, "---\ntitle: x\n- b¦\n---\n", "", "b");
}

static void finds_liquid(void **state)
{
    assert_context(*state, "{% inc¦ %}", CONTEXT_TAG, "inc");
    assert_context(*state, "{%- inc¦", CONTEXT_TAG, "inc");
    assert_context(*state, "{% include no¦te.html x=1 %}", CONTEXT_INCLUDE, "note.html");
    assert_context(*state, "{% include note.html x¦=1 %}", CONTEXT_NONE, "note.html");
    assert_context(*state, "{% link ¦ %}", CONTEXT_LINK, "");
    assert_context(*state, "{% post_url 2024-¦", CONTEXT_POST, "2024-");
    assert_context(*state, "{{ page.title | up¦ }}", CONTEXT_FILTER, "up");
    assert_context(*state, "{% assign a = b | size | ¦", CONTEXT_FILTER, "");
    assert_context(*state, "{{ \"|¦\" }}", CONTEXT_NONE, "");
    assert_context(*state, "{{ page.ti¦tle }}", CONTEXT_NONE, "");
    assert_context(*state, "{{ page.title }} | ¦", CONTEXT_NONE, "");
}

static void finds_links(void **state)
{
    assert_context(*state, "[a][la¦bel]", CONTEXT_REFERENCE, "label");
    assert_context(*state, "[a][¦", CONTEXT_REFERENCE, "");
    assert_context(*state, "[a](/n¦ews/)", CONTEXT_DESTINATION, "/news/");
    assert_context(*state, "[a]: /n¦ews/", CONTEXT_DESTINATION, "/news/");
    assert_context(*state, "[a](/news/) ¦", CONTEXT_NONE, "");
    assert_context(*state, "[a]\n(/n¦", CONTEXT_NONE, "");
}

static void finds_rules_to_ignore(void **state)
{
    assert_context(*state, "<!-- herald-ignore DT¦ -->", CONTEXT_IGNORE, "DT");
    assert_context(*state, "<!-- herald-ignore DT303 ¦", CONTEXT_IGNORE, "");
    assert_context(*state, "---\n# herald-ignore ¦\n---\n", CONTEXT_IGNORE, "");
    assert_context(*state, "<!-- herald-ignore DT303 --> ¦", CONTEXT_NONE, "");
    assert_context(*state, "<!-- herald-ignore¦", CONTEXT_NONE, "");
}

static void any_place_of_a_strange_text_is_safe(void **state)
{
    static const Str text = STR_INIT("---\n-\n:\n[\n- [\n'\n\"\n---\n{{ {% -%} | ][ ]( ]:\n[]:\n{%include|\r\xC3\xA9");
    (void)state;

    for (size_t length = 0; length <= text.len; length++) {
        for (size_t offset = 0; offset <= length + 1; offset++) {
            Context context = context_at(str_slice(text, 0, length), offset);
            assert_true(context.start <= context.end && context.end <= length);
        }
    }
}

TEST_MAIN(TEST(finds_keys_of_front_matter), TEST(finds_values), TEST(finds_items_of_lists), TEST(finds_liquid),
          TEST(finds_links), TEST(finds_rules_to_ignore), TEST(any_place_of_a_strange_text_is_safe))
