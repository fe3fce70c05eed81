/* tests/jekyll/tags_test.c - link, post_url, highlight, include_relative. */
#include "jekyll/tags.h"

#include "tests/jekyll/folder.h"

static const char config[] = "url: https://example.org\nbaseurl: /base\n"
                             "defaults: [{scope: {path: \"\"}, values: {layout: none}}]\n";

/* A site of two posts and a page of this body. */
static Site *load(Scratch *scratch, const char *body)
{
    Str folder = temporary_folder(scratch);
    folder_put(scratch, folder, "_config.yml", config);
    folder_put(scratch, folder, "_posts/2024-03-05-first-one.md", "---\ntitle: First\n---\nText.\n");
    folder_put(scratch, folder, "trips/_posts/2024-03-06-away.md", "---\ntitle: Away\n---\nText.\n");
    folder_put(scratch, folder, "_posts/2024-03-07-draft.md", "---\ntitle: Draft\npublished: false\n---\nText.\n");
    folder_put(scratch, folder, "_posts/2024-03-08-twice.md", "---\ntitle: T\ntitle: T\n---\nText.\n");
    folder_put(scratch, folder, "notes/tip.txt", "{{ include.word }} {{ page.title }}");
    folder_put(scratch, folder, "notes/page.html",
               arena_format(&scratch->arena, "---\ntitle: Page\n---\n%s", body).data);
    return folder_load(scratch, folder);
}

static void expect(Scratch *scratch, const char *body, const char *expected)
{
    Site *site = load(scratch, body);
    const SitePage *page = folder_page(site, "notes/page.html");
    assert_no_diags(&page->diags);
    assert_str(page->content, expected);
    folder_end(scratch, site);
}

static void expect_stop(Scratch *scratch, const char *body, const char *rule, const char *hint)
{
    Site *site = load(scratch, body);
    const SitePage *page = folder_page(site, "notes/page.html");
    const Diag *diag = assert_rule(&page->diags, rule);
    assert_int_equal(diag->kind, DIAG_STOP);
    assert_str(diag->hint, hint);
    assert_false(page->sound);
    folder_end(scratch, site);
}

static void links_to_files(void **state)
{
    expect(*state, "{% link _posts/2024-03-05-first-one.md %}", "/base/2024/03/05/first-one.html");
    expect(*state, "{% link notes/tip.txt %} {% link {{ page.path }} %}", "/base/notes/tip.txt /base/notes/page.html");
}

static void links_to_posts(void **state)
{
    expect(*state, "{% post_url 2024-03-05-first-one %}", "/base/2024/03/05/first-one.html");
    expect(*state, "{% post_url trips/2024-03-06-away %}", "/base/trips/2024/03/06/away.html");
    expect(*state, "{% post_url /2024-03-05-first-one %}", "/base/2024/03/05/first-one.html");
    expect(*state, "{% post_url news/2024-03-05-first-one %}", "/base/2024/03/05/first-one.html");
}

static void says_what_is_not_there_and_what_is(void **state)
{
    expect_stop(*state, "{% post_url 2024-03-05-frist-one %}", "liquid-post-missing",
                "did you mean \"2024-03-05-first-one\"?");
    expect_stop(*state, "{% link _posts/2024-03-05-first-one.html %}", "liquid-post-missing",
                "did you mean \"_posts/2024-03-05-first-one.md\"?");
    expect_stop(*state, "{% link nowhere.html %}", "liquid-post-missing", "");
    expect_stop(*state, "{% link _posts/2024-03-08-twice.md %}", "liquid-post-missing", "mend that post first");
    expect_stop(*state, "{% post_url 2024-03-07-draft %}", "liquid-post-missing",
                "wait with this post too, or take the link out");
    expect_stop(*state, "{% post_url %}", "liquid-syntax", "");
}

#define CODE(attributes, text) "<figure class=\"highlight\"><pre><code " attributes ">" text "</code></pre></figure>"

static void wraps_code(void **state)
{
    expect(*state, "{% highlight Tongue %}\n\n a < b && \"c\"\n{% endhighlight %}",
           CODE("class=\"language-tongue\" data-lang=\"tongue\"", " a &lt; b &amp;&amp; \"c\""));
    expect(*state, "{% highlight t++ %}{{ 1 | plus: 1 }}{% endhighlight %}",
           CODE("class=\"language-t--\" data-lang=\"t++\"", "2"));
    expect(*state, "a{% highlight text %} \n{% endhighlight %}b", "ab"); /* as all blocks without anything in them */
}

static void numbers_and_marks_lines(void **state)
{
    expect(
        *state, "{% highlight text linenos %}\na\nb\n{% endhighlight %}",
        CODE("class=\"language-text\" data-lang=\"text\"",
             "<table class=\"rouge-table\"><tbody><tr><td class=\"gutter gl\"><pre class=\"lineno\">1\n2\n</pre></td>"
             "<td class=\"code\"><pre>a\nb\n</pre></td></tr></tbody></table>"));
    expect(*state, "{% highlight text mark_lines=\"1 3\" %}a\nb\nc{% endhighlight %}",
           CODE("class=\"language-text\" data-lang=\"text\"",
                "<span class=\"hll\">a\n</span>b\n<span class=\"hll\">c\n</span>"));
    expect(*state, "{% highlight css mark_lines=\"2\" hl_lines=\"1 2\" %}/* a\nb */ c{% endhighlight %}",
           CODE("class=\"language-css\" data-lang=\"css\"",
                "<span class=\"c\">/* a</span>\n<span class=\"hll\"><span class=\"c\">b */</span> <span "
                "class=\"nt\">c</span>\n</span>"));
    expect(*state, "{% highlight text mark_lines=\"99999999999\" %}a{% endhighlight %}",
           CODE("class=\"language-text\" data-lang=\"text\"", "a"));
}

static void refuses_options_it_cannot_read(void **state)
{
    static const char hint[] = "write {% highlight ruby linenos mark_lines=\"1 3\" %}";
    expect_stop(*state, "{% highlight %}{% endhighlight %}", "liquid-syntax", hint);
    expect_stop(*state, "{% highlight ruby a-b %}{% endhighlight %}", "liquid-syntax", hint);
    expect_stop(*state, "{% highlight ruby mark_lines=\"1 %}{% endhighlight %}", "liquid-syntax", hint);
    expect_stop(*state, "{% highlight ruby mark_lines=\"1  2\" %}{% endhighlight %}", "liquid-syntax", hint);
    expect_stop(*state, "{% highlight ruby mark_lines=\"\" %}{% endhighlight %}", "liquid-syntax", hint);
    expect_stop(*state, "{% highlight ruby hl_lines=1,3 %}{% endhighlight %}", "liquid-syntax", hint);
}

static void includes_beside_the_page(void **state)
{
    expect(*state, "{% include_relative tip.txt word='so' %}", "so Page");
    expect_stop(*state, "{% include_relative none.txt %}", "liquid-include-missing", "");
    expect_stop(*state, "{% include_relative ../_config.yml %}", "liquid-include-outside", "");
}

TEST_MAIN(TEST(links_to_files), TEST(links_to_posts), TEST(says_what_is_not_there_and_what_is), TEST(wraps_code),
          TEST(numbers_and_marks_lines), TEST(refuses_options_it_cannot_read), TEST(includes_beside_the_page))
