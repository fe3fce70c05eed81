/* Expected are the bytes that rouge 3.30 writes. */
#include "markup/highlight.h"
#include "tests/support.h"

static void expect(Scratch *scratch, const char *language, const char *code, const char *html)
{
    Buf out = { .arena = &scratch->arena };

    assert_true(highlight_put(&out, str_from(language), str_from(code)));
    assert_str(buf_str(&out), html);
}

static void shows_dockerfiles(void **state)
{
    expect(*state, "docker",
           "FROM debian:12 AS build\n"
           "# note\n"
           "ENV A=b\n"
           "RUN apt-get update && \\\n"
           "    echo \"$A\"\n"
           "ONBUILD COPY . /x\n",
           "<span class=\"k\">FROM</span><span class=\"w\"> </span><span class=\"s\">debian:12</span><span class"
           "=\"w\"> </span><span class=\"k\">AS</span><span class=\"w\"> </span><span class=\"s\">build</span>\n"
           "<span class=\"c\"># note</span>\n"
           "<span class=\"k\">ENV</span><span class=\"s\"> A=b</span>\n"
           "<span class=\"k\">RUN </span>apt-get update <span class=\"o\">&amp;&amp;</span> <span class=\"se\">"
           "\\\n"
           "</span>    <span class=\"nb\">echo</span> <span class=\"s2\">\"</span><span class=\"nv\">$A</span><s"
           "pan class=\"s2\">\"</span>\n"
           "<span class=\"k\">ONBUILD</span><span class=\"w\"> </span><span class=\"k\">COPY</span><span class="
           "\"s\"> . /x</span>\n");
}

static void shows_toml(void **state)
{
    expect(*state, "toml",
           "# note\n"
           "title = \"a\\n\"\n"
           "[owner]\n"
           "born = 1979-05-27T07:32:00Z\n"
           "list = [ 1, 2.5, true ]\n"
           "point = { x = 0x1f }\n",
           "<span class=\"c\"># note</span>\n"
           "<span class=\"py\">title</span> <span class=\"p\">=</span> <span class=\"s\">\"a</span><span class="
           "\"se\">\\n</span><span class=\"s\">\"</span>\n"
           "<span class=\"nn\">[owner]</span>\n"
           "<span class=\"py\">born</span> <span class=\"p\">=</span> <span class=\"ld\">1979-05-27T07:32:00Z</s"
           "pan>\n"
           "<span class=\"py\">list</span> <span class=\"p\">=</span> <span class=\"p\">[</span> <span class=\"m"
           "i\">1</span><span class=\"p\">,</span> <span class=\"mf\">2.5</span><span class=\"p\">,</span> <span"
           " class=\"kc\">true</span> <span class=\"p\">]</span>\n"
           "<span class=\"nn\">point</span> <span class=\"o\">=</span> <span class=\"p\">{</span> <span class=\""
           "py\">x</span> <span class=\"p\">=</span> <span class=\"mh\">0x1f</span> <span class=\"p\">}</span>\n");
}

static void shows_makefiles(void **state)
{
    expect(*state, "make",
           "include a.mk\n"
           "CC ?= gcc\n"
           "all: $(OBJ) # x\n"
           "\t@echo \"$(CC)\" $(filter-out %.c,$(A))\n"
           "ifeq (a,b)\n"
           "endif\n",
           "<span class=\"k\">include</span><span class=\"sx\"> a.mk</span>\n"
           "<span class=\"nv\">CC</span> <span class=\"o\">?=</span> gcc\n"
           "<span class=\"nl\">all</span><span class=\"o\">:</span> <span class=\"nf\">$(OBJ) </span><span class"
           "=\"c\">#</span><span class=\"nf\"> x</span>\n"
           "\t<span class=\"p\">@</span><span class=\"nb\">echo</span> <span class=\"s2\">\"</span><span class="
           "\"nv\">$(CC)</span><span class=\"s2\">\"</span> <span class=\"nf\">$(</span><span class=\"nb\">filte"
           "r-out</span> %.c,<span class=\"nv\">$(A)</span><span class=\"nf\">)</span>\n"
           "<span class=\"k\">ifeq</span> <span class=\"nv\">(a,b)</span>\n"
           "<span class=\"k\">endif</span>\n");
}

static void shows_conf_files(void **state)
{
    expect(*state, "conf",
           "# note\n"
           "server \"a\" 'b' 80;\n",
           "<span class=\"c\"># note\n"
           "</span><span class=\"n\">server</span> <span class=\"s2\">\"a\"</span> <span class=\"s1\">'b'</span>"
           " <span class=\"m\">80</span>;\n");
}

static void shows_properties(void **state)
{
    expect(*state, "properties",
           "! note\n"
           "a.b = c \\u0041\n"
           "d: \"e\"\n",
           "<span class=\"c\">! note\n"
           "</span><span class=\"py\">a.b</span> <span class=\"p\">=</span> <span class=\"s\">c </span><span cla"
           "ss=\"se\">\\u0041</span>\n"
           "<span class=\"py\">d</span><span class=\"p\">:</span> <span class=\"s\">\"e\"</span>\n");
}

static void shows_nginx(void **state)
{
    expect(*state, "nginx",
           "server {\n"
           "  listen 80; # c\n"
           "  root /var/www;\n"
           "  location ~ \\.php$ { include x; gzip on; }\n"
           "}\n",
           "<span class=\"k\">server</span> <span class=\"p\">{</span>\n"
           "  <span class=\"kn\">listen</span> <span class=\"mi\">80</span><span class=\"p\">;</span> <span clas"
           "s=\"c1\"># c</span>\n"
           "  <span class=\"kn\">root</span> <span class=\"n\">/var/www</span><span class=\"p\">;</span>\n"
           "  <span class=\"kn\">location</span> <span class=\"p\">~</span> <span class=\"sr\">\\.php$</span> <s"
           "pan class=\"p\">{</span> <span class=\"kn\">include</span> <span class=\"s\">x</span><span class=\"p"
           "\">;</span> <span class=\"kn\">gzip</span> <span class=\"no\">on</span><span class=\"p\">;</span> <s"
           "pan class=\"p\">}</span>\n"
           "<span class=\"p\">}</span>\n");
}

static void shows_turtle(void **state)
{
    expect(*state, "turtle",
           "@prefix ex: <http://example.org/> .\n"
           "ex:a a ex:B ; ex:n 1.5, \"x\"@en, true .\n",
           "<span class=\"kd\">@prefix</span><span class=\"w\"> </span><span class=\"nn\">ex:</span><span class="
           "\"w\"> </span><span class=\"nl\">&lt;http://example.org/&gt;</span><span class=\"w\"> </span><span c"
           "lass=\"p\">.</span><span class=\"w\">\n"
           "</span><span class=\"nn\">ex:</span><span class=\"k\">a</span><span class=\"w\"> </span><span class="
           "\"k\">a</span><span class=\"w\"> </span><span class=\"nn\">ex:</span><span class=\"n\">B</span><span"
           " class=\"w\"> </span><span class=\"p\">;</span><span class=\"w\"> </span><span class=\"nn\">ex:</spa"
           "n><span class=\"n\">n</span><span class=\"w\"> </span><span class=\"mf\">1.5</span><span class=\"p\""
           ">,</span><span class=\"w\"> </span><span class=\"s\">\"x\"</span><span class=\"na\">@en</span><span "
           "class=\"p\">,</span><span class=\"w\"> </span><span class=\"kc\">true</span><span class=\"w\"> </spa"
           "n><span class=\"p\">.</span><span class=\"w\">\n"
           "</span>");
}

static void shows_sparql(void **state)
{
    expect(*state, "sparql",
           "PREFIX ex: <http://example.org/>\n"
           "SELECT ?a WHERE { ?a ex:b \"c\" . FILTER (?n > 1.5) bogus } # x\n",
           "<span class=\"k\">PREFIX</span><span class=\"w\"> </span><span class=\"nn\">ex</span><span class=\"o"
           "\">:</span><span class=\"w\"> </span><span class=\"nn\">&lt;http://example.org/&gt;</span><span clas"
           "s=\"w\">\n"
           "</span><span class=\"k\">SELECT</span><span class=\"w\"> </span><span class=\"nv\">?a</span><span cl"
           "ass=\"w\"> </span><span class=\"k\">WHERE</span><span class=\"w\"> </span><span class=\"p\">{</span>"
           "<span class=\"w\"> </span><span class=\"nv\">?a</span><span class=\"w\"> </span><span class=\"nn\">e"
           "x</span><span class=\"o\">:</span><span class=\"ss\">b</span><span class=\"w\"> </span><span class="
           "\"s2\">\"c\"</span><span class=\"w\"> </span><span class=\"p\">.</span><span class=\"w\"> </span><sp"
           "an class=\"k\">FILTER</span><span class=\"w\"> </span><span class=\"p\">(</span><span class=\"nv\">?"
           "n</span><span class=\"w\"> </span><span class=\"o\">&gt;</span><span class=\"w\"> </span><span class"
           "=\"mf\">1.5</span><span class=\"p\">)</span><span class=\"w\"> </span><span class=\"err\">bogus</spa"
           "n><span class=\"w\"> </span><span class=\"p\">}</span><span class=\"w\"> </span><span class=\"c1\">#"
           " x</span><span class=\"w\">\n"
           "</span>");
}

static void shows_lua(void **state)
{
    expect(*state, "lua",
           "-- note\n"
           "local function f(a) return string.upper(a) .. [[b]] end\n"
           "print(#t, 0x1f, \"a\\n\", x.y)\n"
           "--[=[ long ]] ]=]\n",
           "<span class=\"c1\">-- note</span>\n"
           "<span class=\"kd\">local</span> <span class=\"k\">function</span> <span class=\"nf\">f</span><span c"
           "lass=\"p\">(</span><span class=\"n\">a</span><span class=\"p\">)</span> <span class=\"k\">return</sp"
           "an> <span class=\"nb\">string.upper</span><span class=\"p\">(</span><span class=\"n\">a</span><span "
           "class=\"p\">)</span> <span class=\"o\">..</span> <span class=\"s\">[[b]]</span> <span class=\"k\">en"
           "d</span>\n"
           "<span class=\"nb\">print</span><span class=\"p\">(</span><span class=\"o\">#</span><span class=\"n\""
           ">t</span><span class=\"p\">,</span> <span class=\"mh\">0x1f</span><span class=\"p\">,</span> <span c"
           "lass=\"s2\">\"a\\n\"</span><span class=\"p\">,</span> <span class=\"n\">x</span><span class=\"p\">.<"
           "/span><span class=\"n\">y</span><span class=\"p\">)</span>\n"
           "<span class=\"cm\">--[=[ long ]] ]=]</span>\n");
}

static void shows_http_messages(void **state)
{
    expect(*state, "http",
           "POST /a HTTP/1.1\n"
           "Content-Type: application/json; q=1\n"
           "\n"
           "{\"a\": 1}\n",
           "<span class=\"nf\">POST</span> <span class=\"nn\">/a</span> <span class=\"k\">HTTP</span><span class"
           "=\"o\">/</span><span class=\"m\">1.1</span>\n"
           "<span class=\"na\">Content-Type</span><span class=\"p\">:</span> <span class=\"s\">application/json;"
           " q=1</span>\n"
           "\n"
           "<span class=\"p\">{</span><span class=\"nl\">\"a\"</span><span class=\"p\">:</span><span class=\"w\""
           "> </span><span class=\"mi\">1</span><span class=\"p\">}</span><span class=\"w\">\n"
           "</span>");
    expect(*state, "http", "HTTP/1.1 404 Not Found\n",
           "<span class=\"k\">HTTP</span><span class=\"o\">/</span><span class=\"m\">1.1</span> <span class=\"m"
           "\">404</span> <span class=\"ne\">Not Found</span>\n");
}

static void shows_csharp(void **state)
{
    expect(*state, "csharp",
           "using System.Text;\n"
           "class Hen : Bird {\n"
           "    string s = $\"a {b + 1}\"; // c\n"
           "    int F(bool x) => 0x1f;\n"
           "}\n",
           "<span class=\"k\">using</span> <span class=\"nn\">System.Text</span><span class=\"p\">;</span>\n"
           "<span class=\"k\">class</span> <span class=\"nc\">Hen</span> <span class=\"p\">:</span> <span class="
           "\"n\">Bird</span> <span class=\"p\">{</span>\n"
           "    <span class=\"kt\">string</span> <span class=\"n\">s</span> <span class=\"p\">=</span> <span cla"
           "ss=\"s\">$\"a </span><span class=\"p\">{</span><span class=\"n\">b</span> <span class=\"p\">+</span>"
           " <span class=\"m\">1</span><span class=\"p\">}</span><span class=\"s\">\"</span><span class=\"p\">;<"
           "/span> <span class=\"c1\">// c</span>\n"
           "    <span class=\"kt\">int</span> <span class=\"nf\">F</span><span class=\"p\">(</span><span class="
           "\"kt\">bool</span> <span class=\"n\">x</span><span class=\"p\">)</span> <span class=\"p\">=&gt;</spa"
           "n> <span class=\"m\">0x1f</span><span class=\"p\">;</span>\n"
           "<span class=\"p\">}</span>\n");
}

static void shows_rust(void **state)
{
    expect(*state, "rust",
           "/// Doc\n"
           "#[derive(Debug)]\n"
           "fn f<'a>(x: &'a str) -> u8 { println!(\"{}\", x.len()); 1_0u8 }\n"
           "let r = r#\"a\"#; let c = '\\n'; /* a /* b */ */\n",
           "<span class=\"cd\">/// Doc</span>\n"
           "<span class=\"nd\">#[derive(Debug)]</span>\n"
           "<span class=\"k\">fn</span> <span class=\"n\">f</span><span class=\"o\">&lt;</span><span class=\"nv"
           "\">'a</span><span class=\"o\">&gt;</span><span class=\"p\">(</span><span class=\"n\">x</span><span c"
           "lass=\"p\">:</span> <span class=\"o\">&amp;</span><span class=\"nv\">'a</span> <span class=\"nb\">st"
           "r</span><span class=\"p\">)</span> <span class=\"k\">-&gt;</span> <span class=\"nb\">u8</span> <span"
           " class=\"p\">{</span> <span class=\"nd\">println!</span><span class=\"p\">(</span><span class=\"s\">"
           "\"{}\"</span><span class=\"p\">,</span> <span class=\"n\">x</span><span class=\"nf\">.len</span><spa"
           "n class=\"p\">());</span> <span class=\"mi\">1_0u8</span> <span class=\"p\">}</span>\n"
           "<span class=\"k\">let</span> <span class=\"n\">r</span> <span class=\"o\">=</span> <span class=\"s\""
           ">r#\"a\"#</span><span class=\"p\">;</span> <span class=\"k\">let</span> <span class=\"n\">c</span> <"
           "span class=\"o\">=</span> <span class=\"sc\">'\\n'</span><span class=\"p\">;</span> <span class=\"cm"
           "\">/* a /* b */ */</span>\n");
}

static void shows_typescript(void **state)
{
    expect(*state, "ts",
           "interface Hen { eggs?: number; readonly name: string }\n"
           "type A = Partial<B>; const x = a?.b ?\? 1;\n",
           "<span class=\"kr\">interface</span> <span class=\"nx\">Hen</span> <span class=\"p\">{</span> <span c"
           "lass=\"nl\">eggs</span><span class=\"p\">?:</span> <span class=\"kr\">number</span><span class=\"p\""
           ">;</span> <span class=\"k\">readonly</span> <span class=\"nx\">name</span><span class=\"p\">:</span>"
           " <span class=\"kr\">string</span> <span class=\"p\">}</span>\n"
           "<span class=\"kd\">type</span> <span class=\"nx\">A</span> <span class=\"o\">=</span> <span class=\""
           "nb\">Partial</span><span class=\"o\">&lt;</span><span class=\"nx\">B</span><span class=\"o\">&gt;</s"
           "pan><span class=\"p\">;</span> <span class=\"kd\">const</span> <span class=\"nx\">x</span> <span cla"
           "ss=\"o\">=</span> <span class=\"nx\">a</span><span class=\"p\">?.</span><span class=\"nx\">b</span> "
           "<span class=\"o\">?\?</span> <span class=\"mi\">1</span><span class=\"p\">;</span>\n");
}

static void shows_jsx(void **state)
{
    expect(*state, "jsx", "const a = <Hen name=\"x\" {...rest}>hi {b ? 1 : {c: 2}}<br/></Hen>;\n",
           "<span class=\"kd\">const</span> <span class=\"nx\">a</span> <span class=\"o\">=</span> <span class="
           "\"p\">&lt;</span><span class=\"nc\">Hen</span> <span class=\"na\">name</span><span class=\"p\">=</sp"
           "an><span class=\"s\">\"x\"</span> <span class=\"si\">{</span><span class=\"p\">...</span><span class"
           "=\"nx\">rest</span><span class=\"si\">}</span><span class=\"p\">&gt;</span>hi <span class=\"si\">{</"
           "span><span class=\"nx\">b</span> <span class=\"p\">?</span> <span class=\"mi\">1</span> <span class="
           "\"p\">:</span> <span class=\"p\">{</span><span class=\"na\">c</span><span class=\"p\">:</span> <span"
           " class=\"mi\">2</span><span class=\"p\">}</span><span class=\"si\">}</span><span class=\"p\">&lt;</s"
           "pan><span class=\"nt\">br</span><span class=\"p\">/&gt;&lt;/</span><span class=\"nc\">Hen</span><spa"
           "n class=\"p\">&gt;;</span>\n");
}

static void shows_tsx(void **state)
{
    expect(*state, "tsx", "const f = <T,>(x: T): string => <b>{x}</b>;\n",
           "<span class=\"kd\">const</span> <span class=\"nx\">f</span> <span class=\"o\">=</span> <span class="
           "\"p\">&lt;</span><span class=\"nx\">T</span><span class=\"p\">,</span><span class=\"o\">&gt;</span><"
           "span class=\"p\">(</span><span class=\"nx\">x</span><span class=\"p\">:</span> <span class=\"nx\">T<"
           "/span><span class=\"p\">):</span> <span class=\"kr\">string</span> <span class=\"o\">=&gt;</span> <s"
           "pan class=\"p\">&lt;</span><span class=\"nt\">b</span><span class=\"p\">&gt;</span><span class=\"si"
           "\">{</span><span class=\"nx\">x</span><span class=\"si\">}</span><span class=\"p\">&lt;/</span><span"
           " class=\"nt\">b</span><span class=\"p\">&gt;;</span>\n");
}

static void shows_powershell(void **state)
{
    expect(*state, "powershell",
           "# note\n"
           "function Get-Egg { param([string]$Name) Write-Host \"a $Name $($x.y)\" -Color red }\n"
           "if ($a -eq 1.5) { @{ k = 'v' } }\n",
           "<span class=\"c\"># note</span><span class=\"w\">\n"
           "</span><span class=\"kr\">function</span><span class=\"w\"> </span><span class=\"nf\">Get-Egg</span>"
           "<span class=\"w\"> </span><span class=\"p\">{</span><span class=\"w\"> </span><span class=\"kr\">par"
           "am</span><span class=\"p\">([</span><span class=\"n\">string</span><span class=\"p\">]</span><span c"
           "lass=\"nv\">$Name</span><span class=\"p\">)</span><span class=\"w\"> </span><span class=\"n\">Write-"
           "Host</span><span class=\"w\"> </span><span class=\"s2\">\"a </span><span class=\"nv\">$Name</span><s"
           "pan class=\"s2\"> </span><span class=\"si\">$(</span><span class=\"nv\">$x</span><span class=\"o\">."
           "</span><span class=\"nf\">y</span><span class=\"si\">)</span><span class=\"s2\">\"</span><span class"
           "=\"w\"> </span><span class=\"nt\">-Color</span><span class=\"w\"> </span><span class=\"nx\">red</spa"
           "n><span class=\"w\"> </span><span class=\"p\">}</span><span class=\"w\">\n"
           "</span><span class=\"kr\">if</span><span class=\"w\"> </span><span class=\"p\">(</span><span class="
           "\"nv\">$a</span><span class=\"w\"> </span><span class=\"o\">-eq</span><span class=\"w\"> </span><spa"
           "n class=\"mf\">1.5</span><span class=\"p\">)</span><span class=\"w\"> </span><span class=\"p\">{</sp"
           "an><span class=\"w\"> </span><span class=\"p\">@{</span><span class=\"w\"> </span><span class=\"nx\""
           ">k</span><span class=\"w\"> </span><span class=\"o\">=</span><span class=\"w\"> </span><span class="
           "\"s1\">'v'</span><span class=\"w\"> </span><span class=\"p\">}</span><span class=\"w\"> </span><span"
           " class=\"p\">}</span><span class=\"w\">\n"
           "</span>");
}

static void shows_graphql(void **state)
{
    expect(*state, "graphql",
           "query A($n: Int = 1) { hen(id: [1, $n]) @skip(if: true) { ...F name: full } }\n"
           "type Hen implements Bird { eggs(a: Int): [Egg!] }\n"
           "union U = A | B\n",
           "<span class=\"k\">query</span><span class=\"w\"> </span><span class=\"n\">A</span><span class=\"p\">"
           "(</span><span class=\"nv\">$n</span><span class=\"p\">:</span><span class=\"w\"> </span><span class="
           "\"nb\">Int</span><span class=\"w\"> </span><span class=\"p\">=</span><span class=\"w\"> </span><span"
           " class=\"mi\">1</span><span class=\"p\">)</span><span class=\"w\"> </span><span class=\"p\">{</span>"
           "<span class=\"w\"> </span><span class=\"n\">hen</span><span class=\"p\">(</span><span class=\"n\">id"
           "</span><span class=\"p\">:</span><span class=\"w\"> </span><span class=\"p\">[</span><span class=\"m"
           "i\">1</span><span class=\"p\">,</span><span class=\"w\"> </span><span class=\"nv\">$n</span><span cl"
           "ass=\"p\">])</span><span class=\"w\"> </span><span class=\"k\">@skip</span><span class=\"p\">(</span"
           "><span class=\"n\">if</span><span class=\"p\">:</span><span class=\"w\"> </span><span class=\"kc\">t"
           "rue</span><span class=\"p\">)</span><span class=\"w\"> </span><span class=\"p\">{</span><span class="
           "\"w\"> </span><span class=\"p\">...</span><span class=\"n\">F</span><span class=\"w\"> </span><span "
           "class=\"n\">name</span><span class=\"p\">:</span><span class=\"w\"> </span><span class=\"n\">full</s"
           "pan><span class=\"w\"> </span><span class=\"p\">}</span><span class=\"w\"> </span><span class=\"p\">"
           "}</span><span class=\"w\">\n"
           "</span><span class=\"k\">type</span><span class=\"w\"> </span><span class=\"n\">Hen</span><span clas"
           "s=\"w\"> </span><span class=\"k\">implements</span><span class=\"w\"> </span><span class=\"n\">Bird<"
           "/span><span class=\"w\"> </span><span class=\"p\">{</span><span class=\"w\"> </span><span class=\"n"
           "\">eggs</span><span class=\"p\">(</span><span class=\"n\">a</span><span class=\"p\">:</span><span cl"
           "ass=\"w\"> </span><span class=\"nb\">Int</span><span class=\"p\">):</span><span class=\"w\"> </span>"
           "<span class=\"p\">[</span><span class=\"n\">Egg</span><span class=\"p\">!]</span><span class=\"w\"> "
           "</span><span class=\"p\">}</span><span class=\"w\">\n"
           "</span><span class=\"k\">union</span><span class=\"w\"> </span><span class=\"n\">U</span><span class"
           "=\"w\"> </span><span class=\"p\">=</span><span class=\"w\"> </span><span class=\"n\">A</span><span c"
           "lass=\"w\"> </span><span class=\"p\">|</span><span class=\"w\"> </span><span class=\"n\">B</span><sp"
           "an class=\"w\">\n"
           "</span>");
}

static void shows_perl(void **state)
{
    expect(*state, "perl",
           "#!/usr/bin/perl\n"
           "use strict;\n"
           "my %h = (key => \"a $b @{c}\\n\");\n"
           "sub f { $_[0] =~ s/a\\/b/c/g; return qw(a b); }\n"
           "print <<EOT;\n"
           "hi\n"
           "EOT\n"
           "__END__\n"
           "rest\n",
           "<span class=\"c1\">#!/usr/bin/perl</span>\n"
           "<span class=\"k\">use</span> <span class=\"nv\">strict</span><span class=\"p\">;</span>\n"
           "<span class=\"k\">my</span> <span class=\"nv\">%h</span> <span class=\"o\">=</span> <span class=\"p"
           "\">(</span><span class=\"s\">key</span> <span class=\"o\">=&gt;</span> <span class=\"p\">\"</span><s"
           "pan class=\"s2\">a </span><span class=\"si\">$b</span><span class=\"s2\"> </span><span class=\"si\">"
           "@{c}</span><span class=\"se\">\\n</span><span class=\"p\">\");</span>\n"
           "<span class=\"k\">sub </span><span class=\"nf\">f</span> <span class=\"p\">{</span> <span class=\"vg"
           "\">$_</span><span class=\"p\">[</span><span class=\"mi\">0</span><span class=\"p\">]</span> <span cl"
           "ass=\"o\">=~</span> <span class=\"sr\">s/a\\/b/c/g</span><span class=\"p\">;</span> <span class=\"k"
           "\">return</span> <span class=\"sx\">qw(a b)</span><span class=\"p\">;</span> <span class=\"p\">}</sp"
           "an>\n"
           "<span class=\"k\">print</span> <span class=\"s\">&lt;&lt;EOT;\n"
           "hi\n"
           "EOT\n"
           "</span><span class=\"cp\">__END__\n"
           "rest\n"
           "</span>");
}

static void shows_markdown(void **state)
{
    expect(*state, "md",
           "# Top\n"
           "\n"
           "A *b* **c** `d` [e](f \"g\") <http://h.example>\n"
           "\n"
           "> quote\n"
           "\n"
           "- one\n"
           "\n"
           "```ruby\n"
           "puts 1\n"
           "```\n"
           "\n"
           "~~~\n"
           "open\n",
           "<span class=\"gh\"># Top</span>\n"
           "\n"
           "A <span class=\"ge\">*b*</span> <span class=\"gs\">**c**</span> <span class=\"sb\">`d`</span> <span "
           "class=\"p\">[</span><span class=\"nv\">e</span><span class=\"p\">](</span><span class=\"sx\">f</span"
           "> <span class=\"nn\">\"g\"</span><span class=\"p\">)</span> <span class=\"nv\">&lt;http://h.example&"
           "gt;</span>\n"
           "<span class=\"gt\">\n"
           "&gt; quote</span>\n"
           "<span class=\"p\">\n"
           "-</span> one\n"
           "\n"
           "<span class=\"p\">```</span><span class=\"nl\">ruby\n"
           "</span><span class=\"nb\">puts</span> <span class=\"mi\">1</span>\n"
           "<span class=\"p\">```</span>\n"
           "\n"
           "<span class=\"p\">~~~</span><span class=\"nl\">\n"
           "</span>open\n");
}

TEST_MAIN(TEST(shows_dockerfiles), TEST(shows_toml), TEST(shows_makefiles), TEST(shows_conf_files),
          TEST(shows_properties), TEST(shows_nginx), TEST(shows_turtle), TEST(shows_sparql), TEST(shows_lua),
          TEST(shows_http_messages), TEST(shows_csharp), TEST(shows_rust), TEST(shows_typescript), TEST(shows_jsx),
          TEST(shows_tsx), TEST(shows_powershell), TEST(shows_graphql), TEST(shows_perl), TEST(shows_markdown))
