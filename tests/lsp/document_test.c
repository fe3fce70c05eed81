/* tests/lsp/document_test.c */
#include "lsp/document.h"

#include "tests/support.h"
#include "text/json.h"

static const Tree *json(Scratch *scratch, const char *text)
{
    const Tree *tree = NULL;
    assert_true(json_read(&tree, located(text), "config-syntax", &scratch->arena, &scratch->diags));
    return tree;
}

static void makes_changes_one_upon_the_other(void **state)
{
    Scratch *scratch = *state;
    Documents documents = { .encoding = POSITION_UTF16 };
    OpenDocument *document = documents_open(&documents, STR("untitled:1"), 1, STR("a😀b\r\nc"));

    document_change(document, 2,
                    json(scratch,
                         "[{\"range\":{\"start\":{\"line\":0,\"character\":3},\"end\":{\"line\":1,\"character\":0}},"
                         "\"text\":\"-\"},"
                         "{\"range\":{\"start\":{\"line\":0,\"character\":4},\"end\":{\"line\":9,\"character\":9}},"
                         "\"text\":\"\\n\"}]"));
    assert_str(document->text.source->text, "a😀-\n");
    assert_int_equal(document->version, 2);
    document_change(document, 3, json(scratch, "[{\"text\":\"whole\"}]"));
    assert_str(document->text.source->text, "whole");
    documents_close_all(&documents);
}

static void leaves_out_what_is_no_change(void **state)
{
    static const char *const strange[] = {
        "[]",
        "{}",
        "3",
        "[1,null,{}]",
        "[{\"text\":3}]",
        "[{\"text\":\"x\",\"range\":3}]",
        "[{\"text\":\"x\",\"range\":{\"start\":{\"line\":-1,\"character\":0},\"end\":{\"line\":0,\"character\":0}}}]",
        "[{\"text\":\"x\",\"range\":{\"start\":{\"line\":0,\"character\":2},\"end\":{\"line\":0,\"character\":1}}}]",
        "[{\"text\":\"x\",\"range\":{\"start\":{\"line\":0.5,\"character\":2},\"end\":{\"line\":9e9}}}]",
    };
    Scratch *scratch = *state;
    Documents documents = { .encoding = POSITION_UTF16 };
    OpenDocument *document = documents_open(&documents, STR("untitled:1"), 1, STR("abc"));

    for (size_t i = 0; i < sizeof(strange) / sizeof(strange[0]); i++)
        document_change(document, 2, json(scratch, strange[i]));
    document_change(document, 2, NULL);
    assert_str(document->text.source->text, "abc");
    documents_close_all(&documents);
}

static void is_open_once(void **state)
{
    Documents documents = { .encoding = POSITION_UTF16 };
    (void)state;

    documents_open(&documents, STR("untitled:1"), 1, STR("a"));
    documents_open(&documents, STR("untitled:2"), 1, STR("b"));
    assert_ptr_equal(documents_open(&documents, STR("untitled:1"), 2, STR("c")),
                     documents_find(&documents, STR("untitled:1")));
    assert_str(documents_find(&documents, STR("untitled:1"))->text.source->text, "c");
    documents_close(&documents, STR("untitled:1"));
    assert_null(documents_find(&documents, STR("untitled:1")));
    documents_close(&documents, STR("untitled:1"));
    assert_non_null(documents_find(&documents, STR("untitled:2")));
    assert_null(documents_find_path(&documents, STR("")));
    documents_close_all(&documents);
}

TEST_MAIN(TEST(makes_changes_one_upon_the_other), TEST(leaves_out_what_is_no_change), TEST(is_open_once))
