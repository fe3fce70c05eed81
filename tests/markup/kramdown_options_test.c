/* tests/markup/kramdown_options_test.c - the options by their names: what each does, and what it does not take. */
#include "tests/markup/kramdown_support.h"
#include "text/yaml.h"

/* Sets what the YAML says, and gives the first complaint, or "". */
static Str set_all(Scratch *scratch, const char *yaml, KramdownOptions *options)
{
    Diags diags = { .arena = &scratch->arena };
    const Tree *tree = NULL;
    const Source *source = source_new(STR("a.yml"), str_from(yaml), &scratch->arena);

    *options = (KramdownOptions){ 0 };
    assert_true(yaml_read(&tree, span_whole(source), &scratch->arena, &diags));
    for (size_t i = 0; i < tree->entry_count; i++) {
        const TreeEntry *entry = &tree->entries[i];
        assert_true(kramdown_set_option(options, entry->key, entry->value, &scratch->arena, &diags));
    }
    return diags.len > 0 ? diags.items[0].message : STR("");
}

static void expect_with_at(Scratch *scratch, const char *yaml, const char *markdown, const char *expected,
                           const char *file, int line)
{
    KramdownOptions options;

    assert_str_at(set_all(scratch, yaml, &options), "", file, line);
    expect_kramdown_at(scratch, markdown, expected, options, file, line);
}

#define expect_with(scratch, yaml, markdown, expected)                                                                 \
    expect_with_at(scratch, yaml, markdown, expected, __FILE__, __LINE__)

static void expect_complaint(Scratch *scratch, const char *yaml, const char *expected)
{
    KramdownOptions options;
    assert_str(set_all(scratch, yaml, &options), expected);
}

static void reads_kramdown_without_the_gfm_parser(void **state)
{
    const char *yaml = "input: kramdown\n";

    expect_with(*state, yaml, "```\nx\n```\n",
                "<p><code class=\"language-plaintext highlighter-rouge\">\nx\n</code></p>\n");
    expect_with(*state, yaml, "  ~~~\nx\n~~~\n", "<p>~~~\nx\n~~~</p>\n");
    expect_with(*state, yaml, "~~a~~ \\~\n", "<p>~~a~~ \\~</p>\n");
    expect_with(*state, yaml, "* [ ] a\n", "<ul>\n<li>[ ] a</li>\n</ul>\n");
    expect_with(*state, yaml, "a\\\nb\n", "<p>a\\\nb</p>\n");
    expect_with(*state, yaml, "a\n# b\n* c\n", "<p>a\n# b\n* c</p>\n");
    expect_with(*state, "input: kramdown\nhard_wrap: true\n", "a\nb\n", "<p>a\nb</p>\n");
    expect_with(*state, "input: kramdown\ngfm_quirks: [no_auto_typographic]\n", "a--b\n", "<p>a\u2013b</p>\n");
}

static void reads_headings_of_kramdown_alone(void **state)
{
    const char *yaml = "input: kramdown\n";

    expect_with(*state, yaml, "##a##\n", "<h2 id=\"a\">a</h2>\n");
    expect_with(*state, yaml, "# a \\##\n", "<h1 id=\"a-\">a #</h1>\n");
    expect_with(*state, yaml, "#\nabc\n", "<h1 id=\"abc\">\nabc</h1>\n");
    expect_with(*state, yaml, "#######x\n", "<h6 id=\"x\">#x</h6>\n");
    expect_with(*state, yaml, "# 1 a *b* &amp;\n\n# 2\n",
                "<h1 id=\"a-b-amp\">1 a <em>b</em> &amp;</h1>\n"
                "<h1 id=\"section\">2</h1>\n");
    expect_with(
        *state, "input: kramdown\nauto_id_stripping: true\n", "# [a](b) `c`\n",
        "<h1 id=\"a-\"><a href=\"b\">a</a> <code class=\"language-plaintext highlighter-rouge\">c</code></h1>\n");
    expect_with(*state, "gfm_quirks: []\n", "# a#\n", "<h1 id=\"a\">a</h1>\n");
}

static void spells_ids_in_latin_script_where_it_is_asked_to(void **state)
{
    expect_with(*state, "input: kramdown\ntransliterated_header_ids: true\n", "# Gr\u00F6\u00DFe\n",
                "<h1 id=\"grosse\">Gr\u00F6\u00DFe</h1>\n");
}

static void writes_quotes_and_symbols_as_they_are_chosen(void **state)
{
    expect_with(*state, "smart_quotes: 'apos,apos,quot,quot'\n", "\"a\" 'b'\n", "<p>&quot;a&quot; 'b'</p>\n");
    expect_with(*state, "smart_quotes: [8218, lsquo, 8222, ldquo]\n", "\"a\" 'b'\n",
                "<p>\u201Ea\u201C \u201Ab\u2018</p>\n");
    expect_with(*state, "typographic_symbols: {hellip: ..., ndash: '&minus;', laquo_space: ''}\n", "a... b -- << c\n",
                "<p>a... b \u2212 c</p>\n");
}

static void writes_references_as_they_are_chosen(void **state)
{
    const char *text = "&mdash; &#8212; \"a\" &lt; ...\n";

    expect_with(*state, "entity_output: as_char\n", text, "<p>\u2014 \u2014 \u201Ca\u201D &lt; \u2026</p>\n");
    expect_with(*state, "entity_output: :as_input\n", text, "<p>&mdash; &#8212; &#8220;a&#8221; &lt; &#8230;</p>\n");
    expect_with(*state, "entity_output: numeric\n", text, "<p>&#8212; &#8212; &#8220;a&#8221; &lt; &#8230;</p>\n");
    expect_with(*state, "entity_output: symbolic\n", text, "<p>&mdash; &mdash; &ldquo;a&rdquo; &lt; &hellip;</p>\n");
    expect_with(*state, "entity_output: symbolic\n", "# \"a\" &#1234;\n",
                "<h1 id=\"a-\u04D3\">&ldquo;a&rdquo; &#1234;</h1>\n");
}

static void leaves_code_alone_without_a_highlighter(void **state)
{
    const char *text = "~~~ ruby\nx\n~~~\n\n`y`\n";

    expect_with(*state, "syntax_highlighter: nil\n", text,
                "<pre><code class=\"language-ruby\">x\n</code></pre>\n<p><code>y</code></p>\n");
    expect_with(*state, "syntax_highlighter_opts: {disable: true}\n", text,
                "<pre><code class=\"language-ruby\">x\n</code></pre>\n<p><code>y</code></p>\n");
    expect_with(*state, "syntax_highlighter_opts: {span: {disable: true}}\n", "`y`\n", "<p><code>y</code></p>\n");
    expect_with(*state, "syntax_highlighter: none\n", "    a\tb \n{:.show-whitespaces}\n",
                "<pre class=\"show-whitespaces\"><code>a<span class=\"ws-tab\">\t</span>b"
                "<span class=\"ws-space-r\">\u22C5</span>\n</code></pre>\n");
}

static void keeps_a_second_language_as_a_class(void **state)
{
    const char *text = "~~~ ruby\nx\n~~~\n{:.a .language-python .b}\n";

    expect_with(*state, "syntax_highlighter: nil\n", text,
                "<pre class=\"a language-python b\"><code class=\"language-ruby\">x\n</code></pre>\n");
    expect_with(*state, "input: GFM\n", text,
                "<div class=\"a language-ruby b highlighter-rouge\"><div class=\"highlight\"><pre class=\"highlight\">"
                "<code><span class=\"n\">x</span>\n</code></pre></div></div>\n");
}

static void tells_the_highlighter_what_to_write(void **state)
{
    expect_with(*state, "syntax_highlighter_opts: {css_class: c, default_lang: ruby}\n", "    x\n",
                "<div class=\"language-ruby highlighter-rouge\"><div class=\"highlight\"><pre class=\"c\"><code>"
                "<span class=\"n\">x</span>\n</code></pre></div></div>\n");
    expect_with(*state, "syntax_highlighter_opts: {block: {line_numbers: true, start_line: 9, line_format: '%3i'}}\n",
                "    x\n    y\n\n`z`\n",
                "<div class=\"language-plaintext highlighter-rouge\"><div class=\"highlight\"><pre class=\"highlight\">"
                "<code><table class=\"rouge-table\"><tbody><tr><td class=\"rouge-gutter gl\"><pre class=\"lineno\">"
                "  9\n 10\n</pre></td><td class=\"rouge-code\"><pre>x\ny\n</pre></td></tr></tbody></table>"
                "</code></pre></div></div>\n<p><code class=\"language-plaintext highlighter-rouge\">z</code></p>\n");
    expect_with(*state, "syntax_highlighter_opts: {wrap: false}\n", "    x\n",
                "<div class=\"language-plaintext highlighter-rouge\">x\n</div>\n");
    expect_with(*state, "syntax_highlighter_opts: {formatter: HTML, line_numbers: true}\n", "    x\n",
                "<div class=\"language-plaintext highlighter-rouge\">x\n</div>\n");
}

static void writes_formulas_without_an_engine(void **state)
{
    expect_with(*state, "math_engine: nil\n", "$$a$$ $$b$${:.c}\n\n$$d$$\n",
                "<p><span class=\"kdmath\">$a$</span> <span class=\"c kdmath\">$b$</span></p>\n"
                "<div class=\"kdmath\">$$\nd\n$$</div>\n");
    expect_with(*state, "math_engine: mathjax\n", "$$a$$ $$b$${:.c}\n",
                "<p>\\(a\\) <span class=\"c\">$b$</span></p>\n");
}

static void expect_note(Scratch *scratch, const char *yaml, const char *markdown, const char *expected)
{
    KramdownOptions options;

    assert_str(set_all(scratch, yaml, &options), "");
    Document document = parse_kramdown(scratch, markdown, options);
    Buf html = { .arena = &scratch->arena };
    render_html(&html, &document, &(HtmlOptions){ 0 });
    if (!str_contains(buf_str(&html), str_from(expected)))
        assert_str(buf_str(&html), expected);
}

static void writes_footnotes_as_they_are_chosen(void **state)
{
    const char *list = "[^1]\n\n[^1]:\n    * a\n    * b\n";
    const char *back = "<a href=\"#fnref:1\" class=\"reversefootnote\" role=\"doc-backlink\">";

    expect_note(*state, "footnote_nr: 0\n", "[^1]\n\n[^1]: a\n", "rel=\"footnote\">0</a>");
    expect_note(*state, "footnote_link_text: Note %s.\n", "[^1]\n\n[^1]: a\n", "rel=\"footnote\">Note 1.</a>");
    expect_note(*state, "footnote_backlink: ''\n", "[^1]\n\n[^1]: a\n", "<p>a</p>\n</li>");
    expect_note(*state, "footnote_backlink: ''\n", list, "</ul>\n<p></p>\n</li>");
    expect_note(*state, "footnote_backlink: '&uarr; <b>'\n", "[^1]\n\n[^1]: a\n", "\u2191 &lt;b&gt;</a></p>");
    expect_note(*state, "footnote_prefix: x-\n", "[^1]\n\n[^1]: a\n", "<li id=\"fn:x-1\"");
    expect_note(*state, "footnote_backlink_inline: true\n", list,
                arena_format(&((Scratch *)*state)->arena, "<li>b\u00A0%s\u21A9</a></li>", back).data);
    expect_note(*state, "footnote_backlink_inline: true\nentity_output: symbolic\n", "[^1]\n\n[^1]:\n    # a\n",
                arena_format(&((Scratch *)*state)->arena, "<h1 id=\"a\">a&nbsp;%s\u21A9</a></h1>", back).data);
    expect_note(*state, "footnote_backlink_inline: true\n", "[^1]\n\n[^1]:\n    > a\n    >\n", "</blockquote>\n<p><a");
    expect_note(*state, "footnote_backlink_inline: true\n", "[^1]\n\n[^1]: $$x$$\n", "\\[x\\]\n<p><a");
}

static void joins_lines_of_scripts_without_spaces(void **state)
{
    expect_with(*state, "remove_line_breaks_for_cjk: true\n",
                "\u65E5\n\u672C \uD55C\n\uAD6D\n\u65E5 \n\u672C\n\u30AB\n",
                "<p>\u65E5\u672C \uD55C\n\uAD6D\n\u65E5\n\u672C\u30AB</p>\n");
}

static void knows_levels_as_they_were_written(void **state)
{
    expect_with(*state, "toc_levels: 2..3\nheader_offset: 4\n", "* a\n{:toc}\n\n## b\n### c\n",
                "<ul id=\"markdown-toc\">\n<li><a href=\"#b\" id=\"markdown-toc-b\">b</a>\n<ul>\n"
                "<li><a href=\"#c\" id=\"markdown-toc-c\">c</a></li>\n</ul>\n</li>\n</ul>\n"
                "<h6 id=\"b\">b</h6>\n<h6 id=\"c\">c</h6>\n");
}

static void links_headings_to_themselves(void **state)
{
    expect_with(*state, "header_links: true\n", "* a\n{:toc}\n\n# b\n",
                "<ul id=\"markdown-toc\">\n<li><a href=\"#b\" id=\"markdown-toc-b\">b</a></li>\n</ul>\n"
                "<h1 id=\"b\"><a href=\"#b\"></a>b</h1>\n");
}

static void knows_links_beforehand(void **state)
{
    expect_with(*state, "link_defs: {A b: [u, t], c: [v], D: [w, ~]}\n", "[a  B], [C][], [d]\n",
                "<p><a href=\"u\" title=\"t\">a  B</a>, <a href=\"v\">C</a>, <a href=\"w\">d</a></p>\n");
    expect_with(*state, "link_defs: {a: [u]}\n", "[a]\n\n[a]: w\n", "<p><a href=\"w\">a</a></p>\n");
}

static void sets_options_within_a_text(void **state)
{
    Scratch *s = *state;

    expect_kramdown(s, "\"a\" {::options smart_quotes=\"apos,apos,quot,quot\" /}\n", "<p>&quot;a&quot; </p>\n");
    expect_kramdown(s, "`a`\n\n{::options syntax_highlighter_opts=\"{default_lang: ruby\\}\" /}\n",
                    "<p><code class=\"language-ruby highlighter-rouge\"><span class=\"n\">a</span></code></p>\n");
    expect_kramdown(s, "`a`\n\n{::options syntax_highlighter_opts=\"{wrap: true\\}\" /}\n", "<p><code>a</code></p>\n");
    expect_kramdown(s, "{::options typographic_symbols=\"{ndash: --\\}\" math_engine=\"nil\" /}\n$$a$$ --\n",
                    "<p><span class=\"kdmath\">$a$</span> --</p>\n");
    expect_kramdown(s, "{::options auto_ids=\"no\" /}\n# a\n", "<h1 id=\"a\">a</h1>\n");
    expect_kramdown(s,
                    "{::options hard_wrap=\"true\" input=\"kramdown\" nope=\"1\" smart_quotes=\"a\" /}\na\n~~b~~ 'c'\n",
                    "<p>a\n<del>b</del> \u2018c\u2019</p>\n");
    expect_with(s, "forbidden_inline_options: [auto_ids]\n", "{::options auto_ids=\"false\" /}\n# a\n",
                "<h1 id=\"a\">a</h1>\n");
}

static void says_what_an_option_takes(void **state)
{
    expect_complaint(*state, "input: markdown\n", "\"input\" takes GFM or kramdown");
    expect_complaint(*state, "auto_ids: maybe\n", "\"auto_ids\" takes true or false");
    expect_complaint(*state, "footnote_nr: one\n", "\"footnote_nr\" takes a whole number");
    expect_complaint(*state, "toc_levels: 0..9\n", "\"toc_levels\" takes levels from 1 to 6, as 2..3 or [2, 3]");
    expect_complaint(*state, "smart_quotes: lsquo,rsquo\n",
                     "\"smart_quotes\" takes four names or numbers of characters, as lsquo,rsquo,ldquo,rdquo");
    expect_complaint(*state, "smart_quotes: [a, b, c, d]\n",
                     "\"smart_quotes\" takes four names or numbers of characters, as lsquo,rsquo,ldquo,rdquo");
    expect_complaint(*state, "smart_quotes: [57343, 57343, 39, 39]\n",
                     "\"smart_quotes\" takes four names or numbers of characters, as lsquo,rsquo,ldquo,rdquo");
    expect_complaint(*state, "entity_output: html\n",
                     "\"entity_output\" takes one of: as_char, as_input, numeric, symbolic");
    expect_complaint(*state, "gfm_quirks: [none]\n",
                     "\"gfm_quirks\" takes a list of paragraph_end and no_auto_typographic");
    expect_complaint(*state, "link_defs: {a: b}\n",
                     "\"link_defs\" takes keys of its own, each with a list of an address and a title");
    expect_complaint(*state, "typographic_symbols: x\n",
                     "\"typographic_symbols\" takes keys of its own, as hellip: ...");
    expect_complaint(*state, "footnote_link_text: Note\n",
                     "\"footnote_link_text\" takes a text with %s, where the number stands");
    expect_complaint(*state, "syntax_highlighter_opts: {formatter: [a]}\n", "\"formatter\" takes HTML or HTMLLegacy");
    expect_complaint(*state, "syntax_highlighter_opts: {line_format: '%s%n'}\n",
                     "\"line_format\" takes a format as %3i");
    expect_complaint(*state, "syntax_highlighter_opts: {block: 1}\n",
                     "\"block\" takes keys of its own, indented below it");
}

static void says_what_has_no_effect(void **state)
{
    expect_complaint(*state, "syntax_highlighter: coderay\n",
                     "there is no highlighter \"coderay\": code is marked up as rouge does");
    expect_complaint(*state, "math_engine: katex\n",
                     "there is no math engine \"katex\": formulas are written for MathJax");
    expect_complaint(*state, "html_to_native: true\n", "\"html_to_native\" has no effect here");
    expect_complaint(*state, "html_to_native: false\n", "");
    expect_complaint(*state, "template: document\n", "\"template\" has no effect: write a layout");
    expect_complaint(*state, "syntax_highlighter_opts: {guess_lang: false}\n",
                     "\"guess_lang\" has no effect here: write it directly below \"kramdown\"");
    expect_complaint(*state, "syntax_highlighter_opts: {formatter: HTMLTable}\n",
                     "there is no formatter \"HTMLTable\": code is written as by HTML");
    expect_complaint(*state, "syntax_highlighter_opts: {inline_theme: github}\n",
                     "\"inline_theme\" has no effect here");
    expect_complaint(
        *state, "typographic_symbols: {dots: ...}\n",
        "\"typographic_symbols\" knows hellip, mdash, ndash, laquo, raquo, laquo_space and raquo_space alone");
    expect_complaint(*state, "line_width: 20\nlist_indent: 3\nremove_span_html_tags: true\nlatex_headers: a\n", "");
}

static void knows_no_option_of_another_name(void **state)
{
    KramdownOptions options = { 0 };
    Diags diags = { .arena = &((Scratch *)*state)->arena };
    Located text = { STR("x"), { 0 } };
    const Tree *value = tree_new_string(diags.arena, text);

    assert_false(kramdown_set_option(&options, text, value, diags.arena, &diags));
    assert_int_equal(diags.len, 0);
}

TEST_MAIN(TEST(reads_kramdown_without_the_gfm_parser), TEST(reads_headings_of_kramdown_alone),
          TEST(spells_ids_in_latin_script_where_it_is_asked_to), TEST(writes_quotes_and_symbols_as_they_are_chosen),
          TEST(writes_references_as_they_are_chosen), TEST(leaves_code_alone_without_a_highlighter),
          TEST(keeps_a_second_language_as_a_class), TEST(tells_the_highlighter_what_to_write),
          TEST(writes_formulas_without_an_engine), TEST(writes_footnotes_as_they_are_chosen),
          TEST(joins_lines_of_scripts_without_spaces), TEST(knows_levels_as_they_were_written),
          TEST(links_headings_to_themselves), TEST(knows_links_beforehand), TEST(sets_options_within_a_text),
          TEST(says_what_an_option_takes), TEST(says_what_has_no_effect), TEST(knows_no_option_of_another_name))
