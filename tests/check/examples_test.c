/* The examples of the catalogue: the bad one of a rule has exactly this fault, the good one none. */
#include "tests/check/example.h"

static void say(const Rule *rule, const char *which, const Diags *found)
{
    print_error("%s %s: the %s example is told of as\n", rule->code, rule->name, which);
    for (size_t i = 0; i < found->len; i++)
        print_error("    " STR_FMT ": %s: " STR_FMT "\n", STR_ARG(found->items[i].path), found->items[i].rule,
                    STR_ARG(found->items[i].message));
    if (found->len == 0)
        print_error("    nothing\n");
}

static bool bad_is_right(const Rule *rule, const Diags *found)
{
    bool right = found->len > 0;
    bool stops = false;
    for (size_t i = 0; i < found->len; i++) {
        right = right && strcmp(found->items[i].rule, rule->name) == 0 && found->items[i].severity == rule->severity;
        stops = stops || found->items[i].kind == DIAG_STOP;
    }
    return right && (!stops || rule->stops);
}

/* Of a rule that compares two versions of a site. */
static bool compares_versions(const char *text)
{
    return strncmp(text, "==> before/", strlen("==> before/")) == 0;
}

static void check_either(Diags *found, Scratch *scratch, const char *text)
{
    if (compares_versions(text))
        check_example_versions(found, scratch, text);
    else
        check_example(found, scratch, text);
}

static void bad_examples_have_exactly_their_fault_and_good_ones_none(void **state)
{
    Scratch *scratch = *state;
    int wrong = 0;

    for (size_t i = 0; rule_at(i) != NULL; i++) {
        const Rule *rule = rule_at(i);
        Diags bad = { .arena = &scratch->arena }, good = { .arena = &scratch->arena };
        if (rule->bad == NULL)
            continue;
        check_either(&bad, scratch, rule->bad);
        check_either(&good, scratch, rule->good);
        if (!bad_is_right(rule, &bad)) {
            say(rule, "bad", &bad);
            wrong++;
        }
        if (good.len > 0) {
            say(rule, "good", &good);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

TEST_MAIN(TEST(bad_examples_have_exactly_their_fault_and_good_ones_none))
