/* Expected are the bytes that rouge 3.30 writes. */
#include "markup/highlight.h"
#include "tests/support.h"

static void expect(Scratch *scratch, const char *language, const char *code, const char *html)
{
    Buf out = { .arena = &scratch->arena };

    assert_true(highlight_put(&out, str_from(language), str_from(code)));
    assert_str(buf_str(&out), html);
}

static void shows_keywords_names_and_numbers_of_ruby(void **state)
{
    expect(*state, "ruby",
           "def greet(name = \"you\")\n"
           "  @count += 1_000\n"
           "  puts \"Hi, #{name}!\" unless name.nil?\n"
           "end\n",
           "<span class=\"k\">def</span> <span class=\"nf\">greet</span><span class=\"p\">(</span><span class=\""
           "nb\">name</span> <span class=\"o\">=</span> <span class=\"s2\">\"you\"</span><span class=\"p\">)</sp"
           "an>\n"
           "  <span class=\"vi\">@count</span> <span class=\"o\">+=</span> <span class=\"mi\">1_000</span>\n"
           "  <span class=\"nb\">puts</span> <span class=\"s2\">\"Hi, </span><span class=\"si\">#{</span><span c"
           "lass=\"nb\">name</span><span class=\"si\">}</span><span class=\"s2\">!\"</span> <span class=\"k\">un"
           "less</span> <span class=\"nb\">name</span><span class=\"p\">.</span><span class=\"nf\">nil?</span>\n"
           "<span class=\"k\">end</span>\n");
    expect(*state, "ruby",
           "class Hen < Bird::Base\n"
           "  EGGS = 0x1f\n"
           "  attr_reader :color\n"
           "end\n",
           "<span class=\"k\">class</span> <span class=\"nc\">Hen</span> <span class=\"o\">&lt;</span> <span cla"
           "ss=\"no\">Bird</span><span class=\"o\">::</span><span class=\"no\">Base</span>\n"
           "  <span class=\"no\">EGGS</span> <span class=\"o\">=</span> <span class=\"mh\">0x1f</span>\n"
           "  <span class=\"nb\">attr_reader</span> <span class=\"ss\">:color</span>\n"
           "<span class=\"k\">end</span>\n");
    expect(*state, "ruby", "module Farm::Yard; end\n",
           "<span class=\"k\">module</span> <span class=\"nn\">Farm::Yard</span><span class=\"p\">;</span> <span"
           " class=\"k\">end</span>\n");
}

static void shows_here_documents_of_ruby(void **state)
{
    expect(*state, "ruby",
           "text = <<~ONE + <<-'TWO'\n"
           "  first #{1 + 1}\n"
           "  ONE\n"
           "  second #{no}\n"
           "  TWO\n"
           "puts text\n",
           "<span class=\"n\">text</span> <span class=\"o\">=</span> <span class=\"o\">&lt;&lt;~</span><span cla"
           "ss=\"no\">ONE</span> <span class=\"o\">+</span> <span class=\"o\">&lt;&lt;-</span><span class=\"no\""
           ">'TWO'</span><span class=\"sh\">\n"
           "  first </span><span class=\"si\">#{</span><span class=\"mi\">1</span> <span class=\"o\">+</span> <s"
           "pan class=\"mi\">1</span><span class=\"si\">}</span><span class=\"sh\">\n"
           "</span><span class=\"no\">  ONE</span><span class=\"sh\">\n"
           "  second </span><span class=\"si\">#{</span><span class=\"n\">no</span><span class=\"si\">}</span><s"
           "pan class=\"sh\">\n"
           "</span><span class=\"no\">  TWO</span>\n"
           "<span class=\"nb\">puts</span> <span class=\"n\">text</span>\n");
}

static void shows_percent_literals_and_symbols_of_ruby(void **state)
{
    expect(*state, "ruby", "%w[a b [c] d] + %i(x y) + %Q{v #{w} \\} {z}}\n",
           "<span class=\"sx\">%w[a b [c] d]</span> <span class=\"o\">+</span> <span class=\"sx\">%i(x y)</span>"
           " <span class=\"o\">+</span> <span class=\"sx\">%Q{v </span><span class=\"si\">#{</span><span class="
           "\"n\">w</span><span class=\"si\">}</span><span class=\"sx\"> </span><span class=\"se\">\\}</span><sp"
           "an class=\"sx\"> {z}}</span>\n");
    expect(*state, "ruby", "{ \"k\": 1, key: :value, :\"odd one\" => :'q' }\n",
           "<span class=\"p\">{</span> <span class=\"s2\">\"k\"</span><span class=\"p\">:</span> <span class=\"m"
           "i\">1</span><span class=\"p\">,</span> <span class=\"ss\">key: :value</span><span class=\"p\">,</spa"
           "n> <span class=\"ss\">:\"odd one\"</span> <span class=\"o\">=&gt;</span> <span class=\"ss\">:'q'</sp"
           "an> <span class=\"p\">}</span>\n");
}

static void shows_regular_expressions_and_division_of_ruby(void **state)
{
    expect(*state, "ruby",
           "x = a / b / 2\n"
           "y =~ /ab\\/c#{d}/mi\n"
           "puts /e/\n"
           "z.split %r{/+}i\n",
           "<span class=\"n\">x</span> <span class=\"o\">=</span> <span class=\"n\">a</span> <span class=\"o\">/"
           "</span> <span class=\"n\">b</span> <span class=\"o\">/</span> <span class=\"mi\">2</span>\n"
           "<span class=\"n\">y</span> <span class=\"o\">=~</span> <span class=\"sr\">/ab\\/c</span><span class="
           "\"si\">#{</span><span class=\"n\">d</span><span class=\"si\">}</span><span class=\"sr\">/mi</span>\n"
           "<span class=\"nb\">puts</span> <span class=\"sr\">/e/</span>\n"
           "<span class=\"n\">z</span><span class=\"p\">.</span><span class=\"nf\">split</span> <span class=\"sr"
           "\">%r{/+}i</span>\n");
    expect(*state, "ruby", "a ? b : c ?x\n",
           "<span class=\"n\">a</span> <span class=\"p\">?</span> <span class=\"n\">b</span> <span class=\"p\">:"
           "</span> <span class=\"n\">c</span> <span class=\"p\">?</span><span class=\"n\">x</span>\n");
}

static void shows_comments_of_ruby_and_what_stands_behind_its_end(void **state)
{
    expect(*state, "ruby",
           "# one\n"
           "=begin\n"
           "many\n"
           "=end\n"
           "1\n"
           "__END__\n"
           "rest & <more>\n",
           "<span class=\"c1\"># one</span>\n"
           "<span class=\"cm\">=begin\n"
           "many\n"
           "=end</span>\n"
           "<span class=\"mi\">1</span>\n"
           "<span class=\"cp\">__END__\n"
           "rest &amp; &lt;more&gt;\n"
           "</span>");
}

static void shows_words_variables_and_quotes_of_shell(void **state)
{
    expect(*state, "bash",
           "for f in *.txt; do\n"
           "  echo \"$f: ${#f} $(wc -l < 'a b') `date`\" >> log # note\n"
           "done\n",
           "<span class=\"k\">for </span>f <span class=\"k\">in</span> <span class=\"k\">*</span>.txt<span class"
           "=\"p\">;</span> <span class=\"k\">do\n"
           "  </span><span class=\"nb\">echo</span> <span class=\"s2\">\"</span><span class=\"nv\">$f</span><spa"
           "n class=\"s2\">: </span><span class=\"k\">${#</span><span class=\"nv\">f</span><span class=\"k\">}</"
           "span><span class=\"s2\"> </span><span class=\"si\">$(</span><span class=\"nb\">wc</span> <span class"
           "=\"nt\">-l</span> &lt; <span class=\"s1\">'a b'</span><span class=\"si\">)</span><span class=\"s2\">"
           " </span><span class=\"sb\">`</span><span class=\"nb\">date</span><span class=\"sb\">`</span><span cl"
           "ass=\"s2\">\"</span> <span class=\"o\">&gt;&gt;</span> log <span class=\"c\"># note</span>\n"
           "<span class=\"k\">done</span>\n");
    expect(*state, "bash", "NAME=x; export PATH=$HOME/bin:$PATH && git commit --amend -m \"$1\"\n",
           "<span class=\"nv\">NAME</span><span class=\"o\">=</span>x<span class=\"p\">;</span> <span class=\"nb"
           "\">export </span><span class=\"nv\">PATH</span><span class=\"o\">=</span><span class=\"nv\">$HOME</s"
           "pan>/bin:<span class=\"nv\">$PATH</span> <span class=\"o\">&amp;&amp;</span> git commit <span class="
           "\"nt\">--amend</span> <span class=\"nt\">-m</span> <span class=\"s2\">\"</span><span class=\"nv\">$1"
           "</span><span class=\"s2\">\"</span>\n");
    expect(*state, "bash",
           "case $x in\n"
           "  a|b) cat <<EOF\n"
           "hi $x\n"
           "EOF\n"
           "  ;;\n"
           "esac\n",
           "<span class=\"k\">case</span> <span class=\"nv\">$x</span> <span class=\"k\">in\n"
           "  </span>a|b<span class=\"p\">)</span> <span class=\"nb\">cat</span> <span class=\"o\">&lt;&lt;</spa"
           "n><span class=\"no\">EOF</span><span class=\"sh\">\n"
           "hi </span><span class=\"nv\">$x</span><span class=\"sh\">\n"
           "</span><span class=\"no\">EOF\n"
           "</span>  <span class=\"p\">;;</span>\n"
           "<span class=\"k\">esac</span>\n");
    expect(*state, "bash", "echo $(( 1 + 2 )) $'a\\n'\n",
           "<span class=\"nb\">echo</span> <span class=\"k\">$((</span> <span class=\"m\">1</span> <span class="
           "\"o\">+</span> <span class=\"m\">2</span> <span class=\"k\">))</span> <span class=\"s1\">$'a</span><"
           "span class=\"se\">\\n</span><span class=\"s1\">'</span>\n");
}

static void shows_prompts_and_output_of_a_session(void **state)
{
    expect(*state, "console",
           "$ ls -l\n"
           "total 0\n"
           "...\n"
           "# rm x\n",
           "<span class=\"gp\">$</span><span class=\"w\"> </span><span class=\"nb\">ls</span> <span class=\"nt\""
           ">-l</span>\n"
           "<span class=\"go\">total 0\n"
           "</span><span class=\"c\">...\n"
           "</span><span class=\"gp\">#</span><span class=\"w\"> </span><span class=\"nb\">rm </span>x\n");
}

static void shows_prompts_and_values_of_irb(void **state)
{
    expect(*state, "irb",
           "irb(main):001:0> 1 + 1\n"
           "=> 2\n"
           "irb(main):002:0> nil.x\n"
           "NoMethodError: undefined\n"
           "# so\n",
           "<span class=\"gp\">irb(main):001:0&gt;</span><span class=\"w\"> </span><span class=\"mi\">1</span> <"
           "span class=\"o\">+</span> <span class=\"mi\">1</span>\n"
           "<span class=\"p\">=&gt;</span> <span class=\"mi\">2</span>\n"
           "<span class=\"gp\">irb(main):002:0&gt;</span><span class=\"w\"> </span><span class=\"kp\">nil</span>"
           "<span class=\"p\">.</span><span class=\"nf\">x</span>\n"
           "<span class=\"gr\">NoMethodError: undefined\n"
           "</span><span class=\"c\"># so\n"
           "</span>");
}

static void shows_json(void **state)
{
    expect(*state, "json", "{\"a\": [1, -2.5e3, true, null], \"b\\n\": \"c\\td\"}\n",
           "<span class=\"p\">{</span><span class=\"nl\">\"a\"</span><span class=\"p\">:</span><span class=\"w\""
           "> </span><span class=\"p\">[</span><span class=\"mi\">1</span><span class=\"p\">,</span><span class="
           "\"w\"> </span><span class=\"mf\">-2.5e3</span><span class=\"p\">,</span><span class=\"w\"> </span><s"
           "pan class=\"kc\">true</span><span class=\"p\">,</span><span class=\"w\"> </span><span class=\"kc\">n"
           "ull</span><span class=\"p\">],</span><span class=\"w\"> </span><span class=\"nl\">\"b\\n\"</span><sp"
           "an class=\"p\">:</span><span class=\"w\"> </span><span class=\"s2\">\"c</span><span class=\"se\">\\t"
           "</span><span class=\"s2\">d\"</span><span class=\"p\">}</span><span class=\"w\">\n"
           "</span>");
}

static void shows_json_with_comments(void **state)
{
    expect(*state, "json-doc",
           "{\n"
           "  // why\n"
           "  a: 1, \"b\": ...\n"
           "}\n",
           "<span class=\"p\">{</span><span class=\"w\">\n"
           "  </span><span class=\"c1\">// why</span><span class=\"w\">\n"
           "  </span><span class=\"na\">a</span><span class=\"p\">:</span><span class=\"w\"> </span><span class="
           "\"mi\">1</span><span class=\"p\">,</span><span class=\"w\"> </span><span class=\"nl\">\"b\"</span><s"
           "pan class=\"p\">:</span><span class=\"w\"> </span><span class=\"c1\">...</span><span class=\"w\">\n"
           "</span><span class=\"p\">}</span><span class=\"w\">\n"
           "</span>");
}

static void shows_yaml(void **state)
{
    expect(*state, "yaml",
           "---\n"
           "# note\n"
           "name: a b # c\n"
           "list:\n"
           "  - one\n"
           "  - {k: v, \"q\": 'r'}\n"
           "text: |\n"
           "  line\n"
           "    more\n"
           "end: &x !t 12\n",
           "<span class=\"nn\">---</span>\n"
           "<span class=\"c1\"># note</span>\n"
           "<span class=\"na\">name</span><span class=\"pi\">:</span> <span class=\"s\">a b</span> <span class="
           "\"c1\"># c</span>\n"
           "<span class=\"na\">list</span><span class=\"pi\">:</span>\n"
           "  <span class=\"pi\">-</span> <span class=\"s\">one</span>\n"
           "  <span class=\"pi\">-</span> <span class=\"pi\">{</span><span class=\"nv\">k</span><span class=\"pi"
           "\">:</span> <span class=\"nv\">v</span><span class=\"pi\">,</span> <span class=\"s2\">\"</span><span"
           " class=\"s\">q\"</span><span class=\"pi\">:</span> <span class=\"s1\">'</span><span class=\"s\">r'</"
           "span><span class=\"pi\">}</span>\n"
           "<span class=\"na\">text</span><span class=\"pi\">:</span> <span class=\"pi\">|</span>\n"
           "  <span class=\"s\">line</span>\n"
           "    <span class=\"s\">more</span>\n"
           "<span class=\"na\">end</span><span class=\"pi\">:</span> <span class=\"nl\">&amp;x</span> <span clas"
           "s=\"kt\">!t</span> <span class=\"m\">12</span>\n");
}

static void shows_javascript(void **state)
{
    expect(*state, "js",
           "const f = async (a) => `x ${a} y`; // c\n"
           "let o = { k: 1, r: /a[^b]/g };\n"
           "return a ? b : c;\n",
           "<span class=\"kd\">const</span> <span class=\"nx\">f</span> <span class=\"o\">=</span> <span class="
           "\"k\">async</span> <span class=\"p\">(</span><span class=\"nx\">a</span><span class=\"p\">)</span> <"
           "span class=\"o\">=&gt;</span> <span class=\"s2\">`x </span><span class=\"p\">${</span><span class=\""
           "nx\">a</span><span class=\"p\">}</span><span class=\"s2\"> y`</span><span class=\"p\">;</span> <span"
           " class=\"c1\">// c</span>\n"
           "<span class=\"kd\">let</span> <span class=\"nx\">o</span> <span class=\"o\">=</span> <span class=\"p"
           "\">{</span> <span class=\"na\">k</span><span class=\"p\">:</span> <span class=\"mi\">1</span><span c"
           "lass=\"p\">,</span> <span class=\"na\">r</span><span class=\"p\">:</span> <span class=\"sr\">/a</spa"
           "n><span class=\"se\">[^</span><span class=\"sr\">b</span><span class=\"se\">]</span><span class=\"sr"
           "\">/g</span> <span class=\"p\">};</span>\n"
           "<span class=\"k\">return</span> <span class=\"nx\">a</span> <span class=\"p\">?</span> <span class="
           "\"nx\">b</span> <span class=\"p\">:</span> <span class=\"nx\">c</span><span class=\"p\">;</span>\n");
}

static void shows_html_with_scripts_and_styles(void **state)
{
    expect(*state, "html",
           "<!DOCTYPE html>\n"
           "<p class=\"a\" id=b hidden>&amp; x</p><!-- c -->\n"
           "<script>var a = 1;</script><style>p { color: red }</style>\n",
           "<span class=\"cp\">&lt;!DOCTYPE html&gt;</span>\n"
           "<span class=\"nt\">&lt;p</span> <span class=\"na\">class=</span><span class=\"s\">\"a\"</span> <span"
           " class=\"na\">id=</span><span class=\"s\">b</span> <span class=\"na\">hidden</span><span class=\"nt"
           "\">&gt;</span><span class=\"ni\">&amp;amp;</span> x<span class=\"nt\">&lt;/p&gt;</span><span class="
           "\"c\">&lt;!-- c --&gt;</span>\n"
           "<span class=\"nt\">&lt;script&gt;</span><span class=\"kd\">var</span> <span class=\"nx\">a</span> <s"
           "pan class=\"o\">=</span> <span class=\"mi\">1</span><span class=\"p\">;</span><span class=\"nt\">&lt"
           ";/script&gt;&lt;style&gt;p</span> <span class=\"p\">{</span> <span class=\"nl\">color</span><span cl"
           "ass=\"p\">:</span> <span class=\"no\">red</span> <span class=\"p\">}</span><span class=\"nt\">&lt;/s"
           "tyle&gt;</span>\n");
}

static void shows_css(void **state)
{
    expect(*state, "css",
           "@media print { a:hover, .b > #c { color: #fff; margin: 1px 2em !important; -moz-x: url(a.png) } }\n",
           "<span class=\"k\">@media</span> <span class=\"n\">print</span> <span class=\"p\">{</span> <span clas"
           "s=\"py\">a</span><span class=\"p\">:</span><span class=\"n\">hover</span><span class=\"p\">,</span> "
           "<span class=\"p\">.</span><span class=\"n\">b</span> <span class=\"err\">&gt;</span> <span class=\"m"
           "\">#c</span> <span class=\"err\">{</span> <span class=\"n\">color</span><span class=\"p\">:</span> <"
           "span class=\"m\">#fff</span><span class=\"p\">;</span> <span class=\"nl\">margin</span><span class="
           "\"p\">:</span> <span class=\"m\">1px</span> <span class=\"m\">2em</span> <span class=\"cp\">!importa"
           "nt</span><span class=\"p\">;</span> <span class=\"nl\">-moz-x</span><span class=\"p\">:</span> <span"
           " class=\"sx\">url(a.png)</span> <span class=\"p\">}</span> <span class=\"err\">}</span>\n");
}

static void shows_xml(void **state)
{
    expect(*state, "xml",
           "<?xml version=\"1.0\"?>\n"
           "<a b=\"c\" d='e'><![CDATA[x]]>&lt;</a>\n",
           "<span class=\"cp\">&lt;?xml version=\"1.0\"?&gt;</span>\n"
           "<span class=\"nt\">&lt;a</span> <span class=\"na\">b=</span><span class=\"s\">\"c\"</span> <span cla"
           "ss=\"na\">d=</span><span class=\"s\">'e'</span><span class=\"nt\">&gt;</span><span class=\"cp\">&lt;"
           "![CDATA[x]]&gt;</span><span class=\"ni\">&amp;lt;</span><span class=\"nt\">&lt;/a&gt;</span>\n");
}

static void shows_c(void **state)
{
    expect(*state, "c",
           "#include <stdio.h>\n"
           "/* note */\n"
           "int main(void)\n"
           "{\n"
           "    char *s = \"a\\n\";\n"
           "    return 0x10;\n"
           "}\n",
           "<span class=\"cp\">#include</span> <span class=\"cpf\">&lt;stdio.h&gt;</span><span class=\"cp\">\n"
           "</span><span class=\"cm\">/* note */</span>\n"
           "<span class=\"kt\">int</span> <span class=\"nf\">main</span><span class=\"p\">(</span><span class=\""
           "kt\">void</span><span class=\"p\">)</span>\n"
           "<span class=\"p\">{</span>\n"
           "    <span class=\"kt\">char</span> <span class=\"o\">*</span><span class=\"n\">s</span> <span class="
           "\"o\">=</span> <span class=\"s\">\"a</span><span class=\"se\">\\n</span><span class=\"s\">\"</span><"
           "span class=\"p\">;</span>\n"
           "    <span class=\"k\">return</span> <span class=\"mh\">0x10</span><span class=\"p\">;</span>\n"
           "<span class=\"p\">}</span>\n");
}

static void shows_cpp(void **state)
{
    expect(*state, "cpp",
           "template <typename T> class Hen : public Bird {\n"
           "    bool b = nullptr; // c\n"
           "    auto f() { return 1.5e3 + 0x1f; }\n"
           "};\n",
           "<span class=\"k\">template</span> <span class=\"o\">&lt;</span><span class=\"k\">typename</span> <sp"
           "an class=\"nc\">T</span><span class=\"p\">&gt;</span> <span class=\"k\">class</span> <span class=\"n"
           "c\">Hen</span> <span class=\"o\">:</span> <span class=\"k\">public</span> <span class=\"n\">Bird</sp"
           "an> <span class=\"p\">{</span>\n"
           "    <span class=\"kt\">bool</span> <span class=\"n\">b</span> <span class=\"o\">=</span> <span class"
           "=\"nb\">nullptr</span><span class=\"p\">;</span> <span class=\"c1\">// c</span>\n"
           "    <span class=\"k\">auto</span> <span class=\"n\">f</span><span class=\"p\">()</span> <span class="
           "\"p\">{</span> <span class=\"k\">return</span> <span class=\"mf\">1.5e3</span> <span class=\"o\">+</"
           "span> <span class=\"mh\">0x1f</span><span class=\"p\">;</span> <span class=\"p\">}</span>\n"
           "<span class=\"p\">};</span>\n");
}

static void shows_python(void **state)
{
    expect(*state, "py",
           "@wrap\n"
           "def f(self, x=1.5):\n"
           "    \"\"\"Doc.\"\"\"\n"
           "    from os import path\n"
           "    return f\"{x!r} {len(x)}\" if x is not None else r'\\d'\n",
           "<span class=\"o\">@</span><span class=\"n\">wrap</span>\n"
           "<span class=\"k\">def</span> <span class=\"nf\">f</span><span class=\"p\">(</span><span class=\"bp\""
           ">self</span><span class=\"p\">,</span> <span class=\"n\">x</span><span class=\"o\">=</span><span cla"
           "ss=\"mf\">1.5</span><span class=\"p\">):</span>\n"
           "    <span class=\"s\">\"\"\"Doc.\"\"\"</span>\n"
           "    <span class=\"kn\">from</span> <span class=\"nn\">os</span> <span class=\"kn\">import</span> <sp"
           "an class=\"n\">path</span>\n"
           "    <span class=\"k\">return</span> <span class=\"sa\">f</span><span class=\"s\">\"</span><span clas"
           "s=\"si\">{</span><span class=\"n\">x</span><span class=\"si\">!r}</span><span class=\"s\"> </span><s"
           "pan class=\"si\">{</span><span class=\"nb\">len</span><span class=\"p\">(</span><span class=\"n\">x<"
           "/span><span class=\"p\">)</span><span class=\"si\">}</span><span class=\"s\">\"</span> <span class="
           "\"k\">if</span> <span class=\"n\">x</span> <span class=\"ow\">is</span> <span class=\"ow\">not</span"
           "> <span class=\"bp\">None</span> <span class=\"k\">else</span> <span class=\"sa\">r</span><span clas"
           "s=\"s\">'\\d'</span>\n");
}

static void shows_diffs(void **state)
{
    expect(*state, "diff",
           "diff --git a/x b/x\n"
           "--- a/x\n"
           "+++ b/x\n"
           "@@ -1 +1 @@ f\n"
           "-old\n"
           "+new\n"
           " same\n",
           "<span class=\"gh\">diff --git a/x b/x\n"
           "</span><span class=\"gd\">--- a/x\n"
           "</span><span class=\"gi\">+++ b/x\n"
           "</span><span class=\"p\">@@ -1 +1 @@</span> f\n"
           "<span class=\"gd\">-old\n"
           "</span><span class=\"gi\">+new\n"
           "</span> same\n");
}

static void shows_ini_files(void **state)
{
    expect(*state, "ini",
           "[part]\n"
           "; note\n"
           "key = value\n"
           "q=\"a\\\"b\"\n",
           "<span class=\"nn\">[part]</span>\n"
           "<span class=\"c\">; note\n"
           "</span><span class=\"py\">key</span> <span class=\"p\">=</span> <span class=\"s\">value</span>\n"
           "<span class=\"py\">q</span><span class=\"p\">=</span><span class=\"s\">\"a</span><span class=\"se\">"
           "\\\"</span><span class=\"s\">b\"</span>\n");
}

static void shows_sql(void **state)
{
    expect(*state, "sql",
           "SELECT a, 'it''s' FROM t -- note\n"
           "WHERE n >= 10;\n"
           "CREATE TABLE x (y varchar);\n",
           "<span class=\"k\">SELECT</span> <span class=\"n\">a</span><span class=\"p\">,</span> <span class=\"s"
           "1\">'it</span><span class=\"se\">''</span><span class=\"s1\">s'</span> <span class=\"k\">FROM</span>"
           " <span class=\"n\">t</span> <span class=\"c1\">-- note</span>\n"
           "<span class=\"k\">WHERE</span> <span class=\"n\">n</span> <span class=\"o\">&gt;=</span> <span class"
           "=\"mi\">10</span><span class=\"p\">;</span>\n"
           "<span class=\"k\">CREATE</span> <span class=\"k\">TABLE</span> <span class=\"n\">x</span> <span clas"
           "s=\"p\">(</span><span class=\"n\">y</span> <span class=\"nb\">varchar</span><span class=\"p\">);</sp"
           "an>\n");
}

static void shows_go(void **state)
{
    expect(*state, "go",
           "package main\n"
           "\n"
           "func main() {\n"
           "\tx := []int{1, 2.5} // c\n"
           "\tprintln(\"a\\n\", `raw`, nil)\n"
           "}\n",
           "<span class=\"k\">package</span> <span class=\"n\">main</span>\n"
           "\n"
           "<span class=\"k\">func</span> <span class=\"n\">main</span><span class=\"p\">()</span> <span class="
           "\"p\">{</span>\n"
           "\t<span class=\"n\">x</span> <span class=\"o\">:=</span> <span class=\"p\">[]</span><span class=\"kt"
           "\">int</span><span class=\"p\">{</span><span class=\"m\">1</span><span class=\"p\">,</span> <span cl"
           "ass=\"m\">2.5</span><span class=\"p\">}</span> <span class=\"c\">// c</span>\n"
           "\t<span class=\"nb\">println</span><span class=\"p\">(</span><span class=\"s\">\"a</span><span class"
           "=\"se\">\\n</span><span class=\"s\">\"</span><span class=\"p\">,</span> <span class=\"s\">`raw`</spa"
           "n><span class=\"p\">,</span> <span class=\"no\">nil</span><span class=\"p\">)</span>\n"
           "<span class=\"p\">}</span>\n");
}

static void shows_java(void **state)
{
    expect(*state, "java",
           "package a.b;\n"
           "public class Hen {\n"
           "    private int eggs = 1_0L;\n"
           "    public String name() { return \"x\"; }\n"
           "}\n",
           "<span class=\"kn\">package</span> <span class=\"nn\">a.b</span><span class=\"o\">;</span>\n"
           "<span class=\"kd\">public</span> <span class=\"kd\">class</span> <span class=\"nc\">Hen</span> <span"
           " class=\"o\">{</span>\n"
           "    <span class=\"kd\">private</span> <span class=\"kt\">int</span> <span class=\"n\">eggs</span> <s"
           "pan class=\"o\">=</span> <span class=\"mi\">1_0L</span><span class=\"o\">;</span>\n"
           "    <span class=\"kd\">public</span> <span class=\"nc\">String</span> <span class=\"nf\">name</span>"
           "<span class=\"o\">()</span> <span class=\"o\">{</span> <span class=\"k\">return</span> <span class="
           "\"s\">\"x\"</span><span class=\"o\">;</span> <span class=\"o\">}</span>\n"
           "<span class=\"o\">}</span>\n");
}

static void shows_erb(void **state)
{
    expect(*state, "erb", "<p><%= name.upcase %></p><%# note %>\n",
           "<span class=\"nt\">&lt;p&gt;</span><span class=\"cp\">&lt;%=</span> <span class=\"nb\">name</span><s"
           "pan class=\"p\">.</span><span class=\"nf\">upcase</span> <span class=\"cp\">%&gt;</span><span class="
           "\"nt\">&lt;/p&gt;</span><span class=\"c\">&lt;%# note %&gt;</span>\n");
}

TEST_MAIN(TEST(shows_keywords_names_and_numbers_of_ruby), TEST(shows_here_documents_of_ruby),
          TEST(shows_percent_literals_and_symbols_of_ruby), TEST(shows_regular_expressions_and_division_of_ruby),
          TEST(shows_comments_of_ruby_and_what_stands_behind_its_end), TEST(shows_words_variables_and_quotes_of_shell),
          TEST(shows_prompts_and_output_of_a_session), TEST(shows_prompts_and_values_of_irb), TEST(shows_json),
          TEST(shows_json_with_comments), TEST(shows_yaml), TEST(shows_javascript),
          TEST(shows_html_with_scripts_and_styles), TEST(shows_css), TEST(shows_xml), TEST(shows_c), TEST(shows_cpp),
          TEST(shows_python), TEST(shows_diffs), TEST(shows_ini_files), TEST(shows_sql), TEST(shows_go),
          TEST(shows_java), TEST(shows_erb))
