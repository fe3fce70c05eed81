#!/usr/bin/env python3
"""The keys of `kramdown:`, each against kramdown itself with Jekyll's defaults. Skipped where Ruby has no kramdown. TAP."""
import json
import os
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERALD = os.environ.get("HERALD", str(ROOT / "build/herald"))

ORACLE = r"""
require 'json'; require 'kramdown'; require 'kramdown-parser-gfm'; require 'rouge'
jekyll = { 'auto_ids' => true, 'toc_levels' => (1..6).to_a, 'entity_output' => 'as_char', 'input' => 'GFM',
           'smart_quotes' => 'lsquo,rsquo,ldquo,rdquo', 'hard_wrap' => false, 'footnote_nr' => 1 }
STDIN.each_line do |line|
  request = JSON.parse(line)
  options = jekyll.merge(request['options'])
  options['syntax_highlighter'] ||= 'rouge'
  code = options['syntax_highlighter_opts'] ||= {}
  code['default_lang'] ||= 'plaintext'
  code['guess_lang'] = options.fetch('guess_lang', true)
  options.reject! { |key, _| %w[hard_wrap gfm_quirks].include?(key) } if options['input'] == 'kramdown'
  puts({ html: Kramdown::Document.new(request['markdown'], options).to_html }.to_json)
end
"""

TEXT = """# A *heading* of `two` words

Text -- "quoted" and 'so' on... << here >>
goes on\\
after that: $$a$$, `code`, `puts 1`{:.language-ruby}, ~~gone~~ &mdash; &#8212; &lt;[^1] [link][] [^2]
# Not always a heading #

* toc
{:toc}

## Second##

~~~ ruby
x = 1
~~~

    plain
    text

```
fence
```

* [ ] task

\u65e5
\u672c \ud55c
\uad6d

<div>
*raw*
</div>

a <b>*b*</b>

| "q" | |

$$
x
$$

### Third

[^1]: note
[^2]:
    * a list
    * in a note
"""

INLINE = """{::options %s /}
"a"... `b` [^1] $$c$$

## d

    e

[^1]: f
"""

OPTIONS = [
    {}, {"input": "kramdown"}, {"input": "kramdown", "auto_id_stripping": True}, {"hard_wrap": True},
    {"gfm_quirks": []}, {"gfm_quirks": ["paragraph_end", "no_auto_typographic"]}, {"auto_ids": False},
    {"auto_id_prefix": "p-"}, {"smart_quotes": "apos,apos,quot,quot"}, {"smart_quotes": [8218, "lsquo", 8222, "ldquo"]},
    {"typographic_symbols": {"hellip": "...", "ndash": "\u2212"}}, {"entity_output": "as_input"},
    {"entity_output": "numeric"}, {"entity_output": "symbolic"}, {"syntax_highlighter": "nil"}, {"guess_lang": False},
    {"syntax_highlighter_opts": {"line_numbers": True, "css_class": "c"}},
    {"syntax_highlighter_opts": {"block": {"line_numbers": True, "start_line": 3}, "span": {"disable": True}}},
    {"syntax_highlighter_opts": {"wrap": False}}, {"syntax_highlighter_opts": {"formatter": "HTML"}},
    {"syntax_highlighter_opts": {"default_lang": "ruby"}}, {"math_engine": None}, {"footnote_nr": 5},
    {"footnote_prefix": "p"}, {"footnote_backlink": ""}, {"footnote_backlink": "\u2191"},
    {"footnote_backlink_inline": True}, {"toc_levels": "2..3", "header_offset": 1}, {"header_offset": -1},
    {"parse_block_html": True}, {"parse_span_html": False}, {"remove_line_breaks_for_cjk": True},
    {"link_defs": {"Link": ["https://example.org/", "title"]}}, {"forbidden_inline_options": ["auto_ids"]},
]

SET_INSIDE = [
    'smart_quotes="apos,apos,quot,quot"', 'syntax_highlighter="nil"', 'entity_output="symbolic"', 'math_engine="nil"',
    'auto_ids="false"', 'header_offset="2"', 'footnote_nr="4" footnote_backlink="x"', 'hard_wrap="true"',
    'typographic_symbols="{hellip: \'...\'\\}"', 'syntax_highlighter_opts="{default_lang: ruby\\}"',
]


def cases():
    for options in OPTIONS:
        yield json.dumps(options) if options else "no options", {"markdown": TEXT, "options": options}
    for given in SET_INSIDE:
        yield f"{{::options {given} /}}", {"markdown": INLINE % given, "options": {}}


def normal(html):
    """Without what only the layout of the HTML says, and with one spelling for what may be spelled in two ways."""
    html = html.replace("&#8617;", "\u21a9").replace("&quot;", '"')
    return re.sub(r" ?(<[^>]*>) ?", r"\1", re.sub(r"\s+", " ", html)).strip()


def answers(command, requests):
    lines = "".join(json.dumps({**request, "dialect": "kramdown"}) + "\n" for request in requests)
    done = subprocess.run(command, input=lines.encode(), capture_output=True, check=True)
    return [json.loads(line).get("html") for line in done.stdout.decode().splitlines()]


def main():
    probe = ["ruby", "-rkramdown", "-rkramdown-parser-gfm", "-rrouge", "-e", "exit Kramdown::VERSION.start_with?('2.4')"]
    try:
        installed = subprocess.run(probe, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        installed = False
    if not installed:
        print("ok 1 - kramdown's options do what they do in kramdown # SKIP there is no Ruby with kramdown 2.4")
        print("1..1")
        return
    names, requests = zip(*cases())
    pairs = zip(names, answers(["ruby", "-e", ORACLE], requests), answers([HERALD, "markdown", "--batch"], requests))
    for number, (name, expected, actual) in enumerate(pairs, 1):
        same = actual is not None and normal(actual) == normal(expected)
        print(f"{'ok' if same else 'not ok'} {number} - as kramdown does: {name}")
        if not same:
            print(f"# expected: {normal(expected)}\n# actual:   {normal(actual or '')}")
    print(f"1..{len(names)}")


main()
