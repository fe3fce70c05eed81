/* lib/lsp/words.c */
#include "lsp/words.h"

typedef struct Word {
    const char *name, *text;
} Word;

static const Word keys[] = {
    { "author", "Who wrote it: a name, or an id of the authors file." },
    { "authors", "Who wrote it, when there are several: a list." },
    { "categories", "What it is sorted under, in a Jekyll site: a list." },
    { "category", "What it is sorted under, in a Jekyll site." },
    { "date", "When it is published: `2024-08-06`, or with a time `2024-08-06 14:30:00 +0200`." },
    { "description", "What the page says of itself to search engines." },
    { "draft", "`true`: it is not built, unless drafts are asked for." },
    { "embargo", "A time. Before it the post is not built." },
    { "excerpt", "The summary for lists, feeds and digests: one or two sentences." },
    { "expires", "A time. From it on the post is not built." },
    { "id", "What feed readers know it by. Never change it." },
    { "image", "A picture for feeds and previews: an address, or a path of this site." },
    { "lang", "The language of the post, as `de` or `pt-BR`." },
    { "language", "The language of the post, as `de` or `pt-BR`." },
    { "last_modified_at", "When it was last changed in a way that readers should know of." },
    { "layout", "The layout that its page takes." },
    { "permalink", "The address of this post, when it shall not follow the pattern of the site." },
    { "published", "`false`: it is not built, unless drafts are asked for." },
    { "redirect_from", "Old addresses of the post, which then lead to the new one." },
    { "slug", "The part of its address that is made of the title." },
    { "subtitle", "A line below the title." },
    { "tag", "What it is about: one label." },
    { "tags", "What it is about: a list of labels, as `[announcements, members]`." },
    { "title", "The title, as plain text. In quotes when it holds a colon." },
    { "type", "What kind of announcement it is." },
    { "updated", "When it was last changed in a way that readers should know of." },
};

static const Word filters[] = {
    { "abs", "A number without its sign." },
    { "absolute_url", "The address of a path of this site, with `url` and `baseurl` in front." },
    { "append", "Puts text behind: `\"a\" | append: \"b\"` is `ab`." },
    { "array_to_sentence_string", "A list as a sentence has it: `a, b, and c`." },
    { "at_least", "The number, but not less than this." },
    { "at_most", "The number, but not more than this." },
    { "base64_decode", "Text from Base64." },
    { "base64_encode", "Text as Base64." },
    { "base64_url_safe_decode", "Text from Base64 as addresses have it." },
    { "base64_url_safe_encode", "Text as Base64 that may stand in an address." },
    { "capitalize", "The first letter as a capital, all others small." },
    { "ceil", "The next whole number above." },
    { "cgi_escape", "Text as it may stand in a query of an address." },
    { "compact", "A list without what is nil." },
    { "concat", "Two lists, one behind the other." },
    { "date", "A date in another form: `page.date | date: \"%-d %B %Y\"` is `6 August 2024`." },
    { "date_to_long_string", "A date as `06 August 2024`." },
    { "date_to_rfc822", "A date as mails and RSS have it." },
    { "date_to_string", "A date as `06 Aug 2024`." },
    { "date_to_xmlschema", "A date as `2024-08-06T00:00:00+00:00`." },
    { "default", "This, where the value is nil, false or empty." },
    { "divided_by", "The number divided; by a whole number, rounded down." },
    { "downcase", "All letters small." },
    { "escape", "Text as it may stand in HTML." },
    { "escape_once", "The same, but what is escaped already stays." },
    { "find", "The first item of a list whose key has this value." },
    { "find_exp", "The first item of a list for which an expression holds." },
    { "find_index", "Where in a list the first item with this value stands." },
    { "first", "The first item of a list." },
    { "floor", "The next whole number below." },
    { "group_by", "A list in groups, by a key: each with `name` and `items`." },
    { "group_by_exp", "A list in groups, by an expression." },
    { "h", "Text as it may stand in HTML." },
    { "has", "Whether a list has an item whose key has this value." },
    { "inspect", "A value as a programmer sees it." },
    { "join", "A list as one text, with this between the items." },
    { "jsonify", "A value as JSON." },
    { "last", "The last item of a list." },
    { "lstrip", "Text without blanks at its start." },
    { "map", "One key of each item of a list." },
    { "markdownify", "Markdown as HTML." },
    { "minus", "The number less this." },
    { "modulo", "What is left of a number when it is divided." },
    { "newline_to_br", "A `<br>` before each line end." },
    { "normalize_whitespace", "Text with every run of white space as one blank." },
    { "number_of_words", "How many words a text has." },
    { "plus", "The number and this." },
    { "pop", "A list without its last item." },
    { "prepend", "Puts text in front: `\"a\" | prepend: \"b\"` is `ba`." },
    { "push", "A list with one item more at its end." },
    { "reject", "The items of a list whose key has not this value." },
    { "relative_url", "A path of this site with `baseurl` in front." },
    { "remove", "Text without this, wherever it stands." },
    { "remove_first", "Text without this where it first stands." },
    { "remove_last", "Text without this where it last stands." },
    { "replace", "Text with this in the place of that, everywhere." },
    { "replace_first", "Text with this in the place of that, where it first stands." },
    { "replace_last", "Text with this in the place of that, where it last stands." },
    { "reverse", "A list from its end." },
    { "round", "The nearest number with so many decimals." },
    { "rstrip", "Text without blanks at its end." },
    { "sample", "An item of a list by chance." },
    { "shift", "A list without its first item." },
    { "size", "How long a text is, or how many items a list has." },
    { "slice", "A part of a text or list: from where, and how much." },
    { "slugify", "Text as addresses have it: `Our news` is `our-news`." },
    { "smartify", "Text with typographic quotes and dashes." },
    { "sort", "A list in order, perhaps by a key." },
    { "sort_natural", "A list in order, whatever the case of its letters." },
    { "split", "A text cut at this: a list." },
    { "squish", "Text trimmed, with every run of white space as one blank." },
    { "strip", "Text without blanks at both ends." },
    { "strip_html", "Text without tags." },
    { "strip_index", "An address without `index.html`." },
    { "strip_newlines", "Text without line ends." },
    { "sum", "All items of a list, or one key of each, added up." },
    { "times", "The number multiplied." },
    { "to_integer", "A value as a whole number." },
    { "truncate", "Text cut to so many characters, with `...` at its end." },
    { "truncatewords", "Text cut to so many words, with `...` at its end." },
    { "uniq", "A list in which nothing stands twice." },
    { "unshift", "A list with one item more at its start." },
    { "upcase", "All letters as capitals." },
    { "uri_escape", "An address in which blanks and the like are escaped." },
    { "url_decode", "Text from a query of an address." },
    { "url_encode", "Text as it may stand in a query of an address." },
    { "where", "The items of a list whose key has this value." },
    { "where_exp", "The items of a list for which an expression holds." },
    { "xml_escape", "Text as it may stand in XML." },
};

static const Word tags[] = {
    { "#", "A comment on one line." },
    { "assign", "Gives a value a name: `{% assign x = page.title %}`." },
    { "break", "Ends a loop." },
    { "capture", "Gives the text up to `{% endcapture %}` a name." },
    { "case", "What is written hangs on a value: `{% when 1 %}` and `{% endcase %}` follow." },
    { "comment", "Nothing is written up to `{% endcomment %}`." },
    { "continue", "Goes on with the next round of a loop." },
    { "cycle", "Writes one of several texts in turn." },
    { "decrement", "Counts down, and writes the number." },
    { "doc", "Nothing is written up to `{% enddoc %}`." },
    { "echo", "Writes a value, as `{{ }}` does." },
    { "feed_meta", "Writes the link that leads readers to the feed." },
    { "for", "Once for each item: `{% for post in site.posts %}` up to `{% endfor %}`." },
    { "gist", "Writes a link to a gist." },
    { "highlight", "Code in colours up to `{% endhighlight %}`: `{% highlight ruby %}`." },
    { "if", "Only when something holds, up to `{% endif %}`." },
    { "ifchanged", "Only when the text differs from that of the round before." },
    { "include", "Puts a file of the includes here: `{% include note.html text=\"...\" %}`." },
    { "include_cached", "Puts a file of the includes here." },
    { "include_relative", "Puts a file here that lies beside this one." },
    { "increment", "Counts up, and writes the number." },
    { "link", "The address of a file of this site: `{% link about.md %}`." },
    { "liquid", "Several tags, one on each line." },
    { "post_url", "The address of a post: `{% post_url 2024-08-06-example-joins %}`." },
    { "raw", "Liquid up to `{% endraw %}` is text." },
    { "render", "Puts a file of the includes here, which sees none of our names." },
    { "seo", "Writes what search engines read of a page." },
    { "tablerow", "A table row for so many items, up to `{% endtablerow %}`." },
    { "unless", "Only when something does not hold, up to `{% endunless %}`." },
};

static Str find(const Word *words, size_t count, Str name)
{
    for (size_t i = 0; i < count; i++) {
        if (str_eq(str_from(words[i].name), name))
            return str_from(words[i].text);
    }
    return (Str){ NULL, 0 };
}

Str words_of_key(Str key)
{
    return find(keys, sizeof(keys) / sizeof(keys[0]), key);
}

Str words_of_filter(Str filter)
{
    return find(filters, sizeof(filters) / sizeof(filters[0]), filter);
}

Str words_of_tag(Str tag)
{
    return find(tags, sizeof(tags) / sizeof(tags[0]), tag);
}
