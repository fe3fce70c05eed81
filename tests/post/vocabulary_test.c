/* tests/post/vocabulary_test.c */
#include "tests/post/sample.h"

static const char authors[] =
    "ada: { name: Ada  Example, aliases: [A. Example, staff], url: https://example.org/ada }\n"
    "bo: Bo Sample\n"
    "records: { name: Archives and Records Office, aliases: ARO }\n"
    "plain:\n";

static Str found(const Vocabulary *vocabulary, Scratch *scratch, const char *name)
{
    const Term *term = vocabulary_find(vocabulary, str_from(name), &scratch->arena);
    return term == NULL ? STR("nobody") : term->id;
}

static void finds_by_id_name_and_alias(void **state)
{
    Scratch *scratch = *state;
    const Vocabulary *vocabulary = sample_vocabulary(scratch, authors);

    assert_int_equal(vocabulary->len, 4);
    assert_str(found(vocabulary, scratch, "ada"), "ada");
    assert_str(found(vocabulary, scratch, "ADA EXAMPLE"), "ada");
    assert_str(found(vocabulary, scratch, " Ada\n Example "), "ada");
    assert_str(found(vocabulary, scratch,
                     "Ada\xc2\xa0"
                     "Example"),
               "ada");
    assert_str(found(vocabulary, scratch, "Staff"), "ada");
    assert_str(found(vocabulary, scratch, "bo sample"), "bo");
    assert_str(found(vocabulary, scratch, "aro"), "records");
    assert_str(found(vocabulary, scratch, "plain"), "plain");
    assert_str(found(vocabulary, scratch, "Adam Example"), "nobody");
    assert_str(found(vocabulary, scratch, ""), "nobody");
    assert_str(vocabulary->terms[0]->name, "Ada Example");
    assert_str(vocabulary->terms[0]->url, "https://example.org/ada");
    assert_str(vocabulary->terms[3]->name, "plain");
    assert_no_diags(&scratch->diags);
}

static void suggests_what_is_near(void **state)
{
    Scratch *scratch = *state;
    const Vocabulary *vocabulary = sample_vocabulary(scratch, authors);

    assert_str(vocabulary_nearest(vocabulary, STR("Ada Exmaple"), &scratch->arena)->id, "ada");
    assert_str(vocabulary_nearest(vocabulary, STR("Bo Sampl"), &scratch->arena)->id, "bo");
    assert_null(vocabulary_nearest(vocabulary, STR("Cleo Instance"), &scratch->arena));
    assert_null(vocabulary_nearest(vocabulary, STR("be"), &scratch->arena)); /* of two letters, one is too many */
}

static void an_empty_one_knows_nobody(void **state)
{
    Scratch *scratch = *state;
    const Vocabulary none = { 0 };

    assert_null(vocabulary_find(&none, STR("ada"), &scratch->arena));
    assert_null(vocabulary_nearest(&none, STR("ada"), &scratch->arena));
    assert_int_equal(sample_vocabulary(scratch, "")->len, 0);
}

static void reads_labels(void **state)
{
    Scratch *scratch = *state;
    const Vocabulary *tags = sample_vocabulary(scratch, "IIIF-C: { aliases: [consortium], description: Its news }\n"
                                                        "news: {}\n");
    assert_str(tags->terms[0]->name, "IIIF-C");
    assert_str(tags->terms[0]->description, "Its news");
    assert_str(found(tags, scratch, "Consortium"), "IIIF-C");
    assert_int_equal(sample_vocabulary(scratch, "[news, events]")->len, 2);
    assert_no_diags(&scratch->diags);
}

static void says_what_it_cannot_read_and_goes_on(void **state)
{
    Scratch *scratch = *state;
    const char *text = "ada: [Ada]\nbo: { name: Bo, aliases: [ada] }\ncy: { name: [C] }\ndi: { aliases: [[x]] }\n";
    const Vocabulary *vocabulary;
    Vocabulary none;
    const Tree *tree;

    assert_true(yaml_read(&tree, located(text).span, &scratch->arena, &scratch->diags));
    assert_true(vocabulary_read(&none, tree, &scratch->arena, &scratch->diags));
    vocabulary = &none;
    assert_int_equal(vocabulary->len, 4);
    assert_int_equal(scratch->diags.len, 4);
    assert_str(scratch->diags.items[1].message, "\"ada\" stands for ada already");
    assert_str(found(vocabulary, scratch, "bo"), "bo");

    scratch->diags.len = 0;
    assert_true(yaml_read(&tree, located("nobody").span, &scratch->arena, &scratch->diags));
    assert_false(vocabulary_read(&none, tree, &scratch->arena, &scratch->diags));
    assert_rule(&scratch->diags, "config-value");
}

TEST_MAIN(TEST(finds_by_id_name_and_alias), TEST(suggests_what_is_near), TEST(an_empty_one_knows_nobody),
          TEST(reads_labels), TEST(says_what_it_cannot_read_and_goes_on))
