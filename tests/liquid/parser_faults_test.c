/* tests/liquid/parser_faults_test.c */
#include "tests/liquid/support.h"

typedef struct Fault {
    const char *text, *rule, *part, *message;
} Fault;

static void expect_one(Scratch *scratch, const Fault *fault)
{
    scratch->diags = (Diags){ .arena = &scratch->arena };
    test_parse(scratch, fault->text, LIQUID_LAX);
    assert_diag(&scratch->diags, fault->rule, fault->text, fault->part, fault->message);
}

static void points_at_each_kind_of_fault(void **state)
{
    static const Fault faults[] = {
        { "x\n{% if a %}y", "liquid-unclosed", "{% if a %}", "\"if\" is never closed" },
        { "{% raw %}{{ a }}", "liquid-unclosed", "{% raw %}", "\"raw\" is never closed" },
        { "{% comment %}{% comment %}{% endcomment %}", "liquid-unclosed", "{% comment %}", NULL },
        { "a {{ title } b", "liquid-unclosed", "{{ title }", "\"{{\" is not closed" },
        { "a {{ title", "liquid-unclosed", "{{", "\"{{\" is not closed" },
        { "a {% assign", "liquid-unclosed", "{%", "\"{%\" is not closed" },
        { "{% if a %}\n{% endfor %}", "liquid-block-mismatch", "{% if a %}",
          "\"if\" is closed by \"endfor\" in line 2" },
        { "a{% endif %}", "liquid-block-mismatch", "{% endif %}", NULL },
        { "{% if a %}{% endunless %}{% endif %}", "liquid-block-mismatch", "{% endunless %}", NULL },
        { "{% for a in b %}{% if a %}{% endfor %}", "liquid-unclosed", "{% if a %}", NULL },
        { "{% for a in b %}{% if a %}{% endfor %}{% endfor %}", "liquid-block-mismatch", "{% if a %}", NULL },
        { "{% fro a in b %}{% endfro %}", "liquid-unknown-tag", "fro", "there is no tag \"fro\"" },
        { "{% if a %}{% endfi %}", "liquid-unknown-tag", "endfi", "there is no tag \"endfi\"" },
        { "{% else %}", "liquid-syntax", "{% else %}", NULL },
        { "{% if a %}{% when 1 %}{% endif %}", "liquid-syntax", "{% when 1 %}", NULL },
        { "{% %}", "liquid-syntax", "{% %}", "expected the name of a tag" },
        { "{% assign %}", "liquid-syntax", "{% assign %}", NULL },
        { "{% for a of b %}{% endfor %}", "liquid-syntax", "of", "expected \"in\", but found \"of\"" },
        { "{% if %}{% endif %}", "liquid-syntax", "{% if %}", "expected a condition" },
        { "{% case %}{% when 1 %}{% endcase %}", "liquid-syntax", "{% case %}", NULL },
        { "{% case a %}{% else b %}{% endcase %}", "liquid-syntax", "b", NULL },
        { "{% capture %}{% endcapture %}", "liquid-syntax", "{% capture %}", NULL },
        { "{% include ../a.html %}", "liquid-include-outside", "../a.html", NULL },
        { "{% include a.html x=1, y=2 %}", "liquid-syntax", "x=1,", NULL },
        { "{% include a.html x=\"{{ y }}\" %}", "liquid-syntax", "\"{{ y }}\"", NULL },
        { "{% # a\nb %}", "liquid-syntax", "{% # a\nb %}", NULL },
    };
    for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++)
        expect_one(*state, &faults[i]);
}

static void warns_of_what_only_the_lax_parser_takes(void **state)
{
    static const Fault faults[] = {
        { "{{ a b }}", "liquid-lax", "b",
          "expected the end of the tag, but found \"b\"; a part of this tag is ignored" },
        { "{% if a | size > 1 %}{% endif %}", "liquid-lax", "|", NULL },
        { "{% if a && b %}{% endif %}", "liquid-lax", "&", NULL },
        { "{% for a in b | limit: 2 %}{% endfor %}", "liquid-lax", "|", NULL },
        { "{% if a %}{% else if b %}{% endif %}", "liquid-lax", "if b", NULL },
        { "{{ a.2019-x }}", "liquid-lax", "2019", NULL },
    };
    for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
        Scratch *scratch = *state;
        expect_one(scratch, &faults[i]);
        assert_int_equal(scratch->diags.errors, 0);
    }
}

static void lets_an_unknown_filter_pass_but_calls_it_an_error(void **state)
{
    static const Fault fault = { "{{ a | upcas }}", "liquid-unknown-filter", "upcas", NULL };
    Scratch *scratch = *state;
    expect_one(scratch, &fault);
    assert_int_equal(scratch->diags.errors, 1);
    assert_int_equal(scratch->diags.stops, 0);
    assert_str(test_render(scratch, "{{ page.n | upcas }}"), "5");
}

static void tells_one_slip_once(void **state)
{
    static const char *const slips[] = {
        "{% if %}",
        "{% if %}a{% endif %}",
        "{% for %}a",
        "{% for a of b %}{% else %}",
        "{% case %}",
        "{% capture %}a",
        "{% tablerow %}",
        "{% unless %}{% if a %}{% endif %}",
        "{% if a %}",
        "{{ a }",
        "{% if a %}{{ a {% endif %}",
        "{% raw x %}",
        "{% fro a in b %}{% endfro %}",
        "{% fi a %}{% endif %}",
        "{% if a %}b{% endif",
        "{% if a }b{% endif %}",
        "{{ a | b {{ c }}",
        "{{ a | b\n\nc {{ d }}",
    };
    for (size_t i = 0; i < sizeof(slips) / sizeof(slips[0]); i++) {
        Scratch *scratch = *state;
        scratch->diags = (Diags){ .arena = &scratch->arena };
        assert_null(test_parse(scratch, slips[i], LIQUID_LAX));
        if (scratch->diags.len != 1)
            print_error("%s\n", slips[i]);
        assert_int_equal(scratch->diags.len, 1);
    }
}

static void takes_lax_markup_for_a_fault_in_strict_mode(void **state)
{
    Scratch *scratch = *state;
    const char *text = "{{ a b }}";
    assert_null(test_parse(scratch, text, LIQUID_STRICT));
    assert_diag(&scratch->diags, "liquid-syntax", text, "b", "expected the end of the tag, but found \"b\"");
}

static void reports_all_faults_of_a_template(void **state)
{
    Scratch *scratch = *state;
    const char *text = "{% if a %}\n{% foo %}\n{{ x }\n{% endfor %}\n{% for y of z %}\n{% endfor %}\n{% case %}";
    assert_null(test_parse(scratch, text, LIQUID_LAX));
    assert_int_equal(scratch->diags.stops, 5);
    assert_rule(&scratch->diags, "liquid-block-mismatch");
    assert_rule(&scratch->diags, "liquid-unknown-tag");
    assert_rule(&scratch->diags, "liquid-unclosed");
    assert_rule(&scratch->diags, "liquid-syntax");
}

static void says_what_was_meant(void **state)
{
    static const struct {
        const char *text, *rule, *hint;
    } slips[] = {
        { "{{ a | upcas }}", "liquid-unknown-filter", "did you mean \"upcase\"?" },
        { "{% asign a = 1 %}", "liquid-unknown-tag", "did you mean \"assign\"?" },
        { "{% if a %}{% elseif b %}{% endif %}", "liquid-unknown-tag", "did you mean \"elsif\"?" },
        { "{% if a %}{% edif %}{% endif %}", "liquid-unknown-tag", NULL },
        { "{% if a = 1 %}{% endif %}", "liquid-lax", "write \"==\": two equals signs compare" },
        { "{% if a && b %}{% endif %}", "liquid-lax", "write \"and\"" },
        { "{% if a || b %}{% endif %}", "liquid-lax", "write \"or\"" },
        { "{% if !a %}{% endif %}", "liquid-lax",
          "to ask for the contrary, write \"unless\" for \"if\", or compare with false" },
        { "{{ a | append \"x\" }}", "liquid-lax", "write a colon behind the name of the filter: append: \"x\"" },
        { "{{ a.2019 }}", "liquid-lax", "write [\"2019\"] instead of .2019" },
        { "{% for a in b limit=3 %}{% endfor %}", "liquid-lax", "write a colon instead" },
        { "{{ a \xE2\x80\x9Cx\xE2\x80\x9D }}", "liquid-lax", "write straight quotes: \"...\"" },
        { "{% fi a %}{% endif %}", "liquid-unknown-tag", "did you mean \"if\"?" },
        { "{{ a | date: '%Y }}", "liquid-lax", "close the quotation marks" },
        { "{{ a ! }}", "liquid-lax", "take out what is marked, or write what was meant" },
    };
    for (size_t i = 0; i < sizeof(slips) / sizeof(slips[0]); i++) {
        Scratch *scratch = *state;
        scratch->diags = (Diags){ .arena = &scratch->arena };
        test_parse(scratch, slips[i].text, LIQUID_LAX);
        const Diag *diag = assert_rule(&scratch->diags, slips[i].rule);
        if (slips[i].hint != NULL)
            assert_str(diag->hint, slips[i].hint);
    }
}

static void ends_after_a_hundred_faults(void **state)
{
    Scratch *scratch = *state;
    Buf buf = { .arena = &scratch->arena };
    for (int i = 0; i < 5000; i++)
        buf_put(&buf, STR("{% endif %}{% nope %}"));
    buf_put_char(&buf, '\0');
    assert_null(test_parse(scratch, buf.data, LIQUID_LAX));
    assert_true(scratch->diags.stops >= 100);
    assert_true(scratch->diags.stops < 110);
}

TEST_MAIN(TEST(points_at_each_kind_of_fault), TEST(warns_of_what_only_the_lax_parser_takes),
          TEST(lets_an_unknown_filter_pass_but_calls_it_an_error), TEST(tells_one_slip_once),
          TEST(takes_lax_markup_for_a_fault_in_strict_mode), TEST(reports_all_faults_of_a_template),
          TEST(says_what_was_meant), TEST(ends_after_a_hundred_faults))
