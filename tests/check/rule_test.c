#include "check/rule.h"
#include "tests/support.h"

static void finds_rules_by_name_and_code(void **state)
{
    (void)state;
    assert_string_equal(rule_find(STR("date-noncanonical"))->code, "DT303");
    assert_string_equal(rule_find(STR("dt303"))->name, "date-noncanonical");
    assert_null(rule_find(STR("no-such-rule")));
}

static void rules_stand_in_order_and_once(void **state)
{
    (void)state;
    for (size_t i = 1; rule_at(i) != NULL; i++) {
        for (size_t k = 0; k < i; k++) {
            bool kin = k + 1 == i && strncmp(rule_at(i)->name, rule_at(k)->name, strlen("link-bare")) == 0;
            if (!kin) /* two names for one code: link-bare-url and link-bare-email */
                assert_string_not_equal(rule_at(i)->code, rule_at(k)->code);
            assert_string_not_equal(rule_at(i)->name, rule_at(k)->name);
        }
    }
}

static void expands_examples_to_files(void **state)
{
    Scratch *scratch = *state;
    Example body = rule_example("A line.\n", &scratch->arena);
    Example post = rule_example("---\ntitle: x<U+00E9><0xFF>\n---\n", &scratch->arena);
    Example files =
        rule_example("==> posts/a.md <==\nno front matter\n==> herald.yml <==\ntitle: X\n", &scratch->arena);

    assert_int_equal(body.len, 2);
    assert_true(str_starts_with(body.files[0].text, STR("---\ntitle: ")));
    assert_true(str_ends_with(body.files[0].text, STR("---\nA line.\n")));
    assert_str(body.files[1].path, "herald.yml");
    assert_str(post.files[0].text, "---\ntitle: x\xC3\xA9\xFF\n---\n");
    assert_int_equal(files.len, 2);
    assert_str(files.files[0].path, "posts/a.md");
    assert_str(files.files[0].text, "no front matter\n");
    assert_str(files.files[1].text, "title: X\n");
}

static void finds_the_group_of_a_rule(void **state)
{
    (void)state;
    for (size_t i = 0; rule_at(i) != NULL; i++)
        assert_non_null(rule_group_of(rule_at(i)));
    assert_string_equal(rule_group_of(rule_find(STR("DT303")))->title, "Date");
}

/* No files of a site can show them: a fault of herald itself, no site at all, other sites' answers, the system at
 * fault; and the rules FD on feeds that are written, of which tests/golden/feed-check shows each. */
static const char *const without_example[] = { "SI1508", "SI1509", "LK825", "LK826", "LK827", "SY1601" };

static bool may_lack_examples(const Rule *rule)
{
    for (size_t i = 0; i < sizeof(without_example) / sizeof(without_example[0]); i++) {
        if (strcmp(without_example[i], rule->code) == 0)
            return true;
    }
    return strncmp(rule->code, "FD", 2) == 0;
}

static void every_rule_is_explained(void **state)
{
    (void)state;
    for (size_t i = 0; rule_at(i) != NULL; i++) {
        const Rule *rule = rule_at(i);
        assert_true(rule->summary != NULL && rule->summary[0] != '\0');
        assert_true(rule->advice != NULL && rule->advice[0] != '\0');
        assert_true((rule->bad == NULL) == (rule->good == NULL));
        if (rule->bad == NULL && !may_lack_examples(rule))
            fail_msg("%s %s has no example", rule->code, rule->name);
    }
}

TEST_MAIN(TEST(finds_rules_by_name_and_code), TEST(rules_stand_in_order_and_once), TEST(expands_examples_to_files),
          TEST(finds_the_group_of_a_rule), TEST(every_rule_is_explained))
