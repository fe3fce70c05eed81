/* tests/post/safety_test.c - what a stranger writes where an address or a language is wanted. */
#include "post/post.h"
#include "tests/support.h"

static Post read(Scratch *scratch, const char *key)
{
    Vocabulary nobody = { 0 };
    PostContext context = { .zone = zone_open(STR("UTC"), &scratch->arena),
                            .authors = &nobody,
                            .tags = &nobody,
                            .language = STR("en"),
                            .now_unix_s = 1800000000 };
    Str text =
        arena_format(&scratch->arena, "---\ntitle: T\ndate: 2024-01-02\nauthor: A\ntags: [t]\n%s\n---\nx\n", key);
    const Source *source = source_new(STR("x.md"), text, &scratch->arena);
    Post post;
    assert_true(post_read(&post, source, STR("x.md"), &context, &scratch->arena, &scratch->diags));
    return post;
}

static void a_language_is_a_tag(void **state)
{
    Scratch *scratch = *state;
    assert_str(read(scratch, "lang: pt-BR").language, "pt-BR");
    assert_str(read(scratch, "language: zh-Hant-TW").language, "zh-Hant-TW");
    assert_no_diags(&scratch->diags);
    assert_str(read(scratch, "lang: 'en\" onload=\"x'").language, "en");
    const Diag *diag = assert_rule(&scratch->diags, "language-invalid");
    assert_str(source_text(diag->span), "'en\" onload=\"x'");
}

static void an_image_has_an_address_that_does_not_act(void **state)
{
    Scratch *scratch = *state;
    assert_str(read(scratch, "image: /assets/a:b.png").image, "/assets/a:b.png");
    assert_str(read(scratch, "image: https://example.org/x.png").image, "https://example.org/x.png");
    assert_no_diags(&scratch->diags);
    assert_str(read(scratch, "image: javascript:alert(1)").image, "");
    assert_rule(&scratch->diags, "link-unsafe");
    assert_str(read(scratch, "image: { path: 'data:text/html,x' }").image, "");
    assert_int_equal(scratch->diags.errors, 2);
}

TEST_MAIN(TEST(a_language_is_a_tag), TEST(an_image_has_an_address_that_does_not_act))
