#include "markup/highlight.h"

#include "tests/support.h"

static Str highlight(Scratch *scratch, const char *language, Str code)
{
    Buf out = { .arena = &scratch->arena };

    assert_true(highlight_put(&out, str_from(language), code));
    return buf_str(&out);
}

static void leaves_an_unknown_language_alone(void **state)
{
    Scratch *scratch = *state;
    Buf out = { .arena = &scratch->arena };

    buf_put(&out, STR("before"));
    assert_false(highlight_put(&out, STR("klingon"), STR("x")));
    assert_false(highlight_put(&out, STR(""), STR("x")));
    assert_false(highlight_put(&out, STR("ruby rb"), STR("x")));
    assert_str(buf_str(&out), "before");
}

static void knows_the_aliases(void **state)
{
    static const char *const names[] = {
        "ruby",   "rb",  "sh",       "bash",      "zsh",        "shell", "console", "js",     "javascript",
        "yml",    "py",  "text",     "plaintext", "json",       "html",  "xml",     "diff",   "irb",
        "golang", "c++", "json-doc", "patch",     "Dockerfile", "mf",    "gnumake", "config", "c#",
        "cs",     "rs",  "ts",       "posh",      "pl",         "md",    "react",
    };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        assert_str(highlight(*state, names[i], STR("")), "");
}

static void escapes_plain_text(void **state)
{
    assert_str(highlight(*state, "text", STR("a < b && \"c\" > 'd'\n")), "a &lt; b &amp;&amp; \"c\" &gt; 'd'\n");
    assert_str(highlight(*state, "ruby", STR("")), "");
}

static void joins_tokens_of_one_class(void **state)
{
    assert_str(highlight(*state, "ruby", STR("a<=b")),
               "<span class=\"n\">a</span><span class=\"o\">&lt;=</span><span class=\"n\">b</span>");
}

static void marks_what_fits_no_rule_as_an_error_by_whole_characters(void **state)
{
    assert_str(highlight(*state, "json", STR("\xe2\x82\xac")), "<span class=\"err\">\xe2\x82\xac</span>");
    assert_str(highlight(*state, "json", STR("\xe2")), "<span class=\"err\">\xe2</span>");
}

static void keeps_letters_of_all_scripts_in_words(void **state)
{
    assert_str(highlight(*state, "python",
                         STR("gr\xc3\xbc\xc3\x9f"
                             "e")),
               "<span class=\"n\">gr\xc3\xbc\xc3\x9f"
               "e</span>");
}

/* Without the bound on work each of these takes time by the square of its length: minutes. */
static void takes_linear_time_on_hostile_text(void **state)
{
    static const struct Case {
        const char *language, *part;
    } cases[] = {
        { "ruby", "%w[" },         { "ruby", "\"#{" },     { "ruby", "<<A\n" },      { "ruby", "?:" },
        { "c", "a(b)" },           { "c", "/*" },          { "java", "a " },         { "html", "<script>" },
        { "html", "<!" },          { "xml", "<!" },        { "css", "/*" },          { "yaml", "- " },
        { "bash", "$((" },         { "js", "`${" },        { "erb", "<%" },          { "python", "f'{" },
        { "console", "$ `\n" },    { "irb", "irb> (\n" },  { "json", "[" },          { "sql", "/*" },
        { "markdown", "```md\n" }, { "markdown", "<a@." }, { "perl", "s a " },       { "perl", "m/" },
        { "toml", "a" },           { "make", "$(if " },    { "rust", "r#\"" },       { "lua", "[=[" },
        { "graphql", "query{" },   { "jsx", "<a>{" },      { "powershell", "$(\"" }, { "csharp", "$\"{" },
    };
    Scratch *scratch = *state;

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Buf code = { .arena = &scratch->arena };
        while (code.len < 20000)
            buf_put_cstr(&code, cases[i].part);
        assert_true(highlight(scratch, cases[i].language, buf_str(&code)).len >= code.len);
    }
}

TEST_MAIN(TEST(leaves_an_unknown_language_alone), TEST(knows_the_aliases), TEST(escapes_plain_text),
          TEST(joins_tokens_of_one_class), TEST(marks_what_fits_no_rule_as_an_error_by_whole_characters),
          TEST(keeps_letters_of_all_scripts_in_words), TEST(takes_linear_time_on_hostile_text))
