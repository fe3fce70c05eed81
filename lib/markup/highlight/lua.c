#include "markup/highlight/languages.h"

#define BUILTINS                                                                                                       \
    " _g _version assert collectgarbage dofile error getmetatable ipairs load loadfile next pairs "                    \
    "pcall print rawequal rawget rawlen rawset select setmetatable tonumber tostring type xpcall "                     \
    "file:close file:flush file:lines file:read file:seek file:setvbuf file:write lua_cpath "                          \
    "lua_cpath_5_3 lua_init lua_init_5_3 lua_path lua_path_5_3 luaopen_base luaopen_coroutine "                        \
    "luaopen_debug luaopen_io luaopen_math luaopen_os luaopen_package luaopen_string luaopen_table "                   \
    "luaopen_utf8 lua_errerr lua_errfile lua_errgcmm lua_errmem lua_errrun lua_errsyntax lua_hookcall "                \
    "lua_hookcount lua_hookline lua_hookret lua_hooktailcall lua_maskcall lua_maskcount lua_maskline "                 \
    "lua_maskret lua_maxinteger lua_mininteger lua_minstack lua_multret lua_noref lua_ok lua_opadd "                   \
    "lua_opband lua_opbnot lua_opbor lua_opbxor lua_opdiv lua_opeq lua_opidiv lua_ople lua_oplt "                      \
    "lua_opmod lua_opmul lua_oppow lua_opshl lua_opshr lua_opsub lua_opunm lua_refnil "                                \
    "lua_registryindex lua_ridx_globals lua_ridx_mainthread lua_tboolean lua_tfunction "                               \
    "lua_tlightuserdata lua_tnil lua_tnone lua_tnumber lua_tstring lua_ttable lua_tthread "                            \
    "lua_tuserdata lua_use_apicheck lua_yield lual_buffersize require package.config package.cpath "                   \
    "package.loaded package.loadlib package.path package.preload package.searchers package.searchpath "                \
    "coroutine.create coroutine.isyieldable coroutine.resume coroutine.running coroutine.status "                      \
    "coroutine.wrap coroutine.yield debug.debug debug.gethook debug.getinfo debug.getlocal "                           \
    "debug.getmetatable debug.getregistry debug.getupvalue debug.getuservalue debug.sethook "                          \
    "debug.setlocal debug.setmetatable debug.setupvalue debug.setuservalue debug.traceback "                           \
    "debug.upvalueid debug.upvaluejoin io.close io.flush io.input io.lines io.open io.output io.popen "                \
    "io.read io.stderr io.stdin io.stdout io.tmpfile io.type io.write math.abs math.acos math.asin "                   \
    "math.atan math.ceil math.cos math.deg math.exp math.floor math.fmod math.huge math.log math.max "                 \
    "math.maxinteger math.min math.mininteger math.modf math.pi math.rad math.random math.randomseed "                 \
    "math.sin math.sqrt math.tan math.tointeger math.type math.ult os.clock os.date os.difftime "                      \
    "os.execute os.exit os.getenv os.remove os.rename os.setlocale os.time os.tmpname string.byte "                    \
    "string.char string.dump string.find string.format string.gmatch string.gsub string.len "                          \
    "string.lower string.match string.pack string.packsize string.rep string.reverse string.sub "                      \
    "string.unpack string.upper table.concat table.insert table.move table.pack table.remove "                         \
    "table.sort table.unpack utf8.char utf8.charpattern utf8.codepoint utf8.codes utf8.len "                           \
    "utf8.offset "
#define ID "[A-Za-z_][A-Za-z0-9_]*"

enum { ROOT, BASE, FUNCTION_NAME, GSUB, REGEX, REGEX_END, REGEX_GROUP, SQ, DQ, STRING_ESCAPE };

static bool read_name(Lexer *lexer, const Match *match)
{
    Str name = match_group(match, 0);

    if (str_eq(name, STR("gsub")))
        lexer_push(lexer, GSUB);
    if (lexer_is_word(BUILTINS, name) || str_eq(name, STR("gsub")))
        lexer_token(lexer, "nb", name);
    else
        lexer_groups(lexer, "n p n", match);
    return true;
}

static const Rule root[] = {
    TAKE("#!.*", "cp"),
    PUSH("", NULL, BASE),
    { 0 },
};

static const Rule base[] = {
    TAKE("--\\[(=*)\\[(?:.|\n)*?\\]\\1\\]", "cm"),
    TAKE("--.*", "c1"),
    TAKE("(?i)(?:\\d*\\.\\d+|\\d+\\.\\d*)(?:e[+\\-]?\\d+)?'", "mf"), /* the quote is rouge's */
    TAKE("(?i)\\d+e[+\\-]?\\d+", "mf"),
    TAKE("(?i)0x[0-9a-f]*", "mh"),
    TAKE("\\d+", "mi"),
    TAKE("\n", "-"),
    TAKE("[ \t\r\f\v]", "-"),
    TAKE("\\[(=*)\\[(?:.|\n)*?\\]\\1\\]", "s"),
    TAKE("(?:==|~=|<=|>=|\\.\\.\\.|\\.\\.|[=+\\-*/%^<>#])", "o"),
    TAKE("[\\[\\]{}().,:;]", "p"),
    TAKE("(?:and|or|not)\\b", "ow"),
    TAKE("(?:break|do|elseif|else|end|for|if|in|repeat|return|then|until|while)\\b", "k"),
    TAKE("local\\b", "kd"),
    TAKE("(?:true|false|nil)\\b", "kc"),
    PUSH("function\\b", "k", FUNCTION_NAME),
    ACT("(" ID ")(?:(\\.)(" ID "))?", read_name),
    PUSH("'", "s1", SQ),
    PUSH("\"", "s2", DQ),
    { 0 },
};

static const Rule function_name[] = {
    TAKE("\\s+", "-"),
    POP("(?:(" ID ")(\\.))?(" ID ")", "nc p nf"),
    POP("\\(", "p"),
    { 0 },
};

static const Rule gsub[] = {
    POP("\\)", "p"), TAKE("[(,]", "p"), TAKE("\\s+", "-"), PUSH("\"", "sr", REGEX), { 0 },
};

static const Rule regex[] = {
    GOTO("\"", "sr", REGEX_END),
    PUSH("\\[\\^?", "se", REGEX_GROUP),
    TAKE("\\\\.", "se"),
    TAKE("[(][?][:=<!]", "se"),
    TAKE("[{][\\d,]+[}]", "se"),
    TAKE("[()?]", "se"),
    TAKE(".", "sr"),
    { 0 },
};

static const Rule regex_end[] = {
    POP("[$]+", "sr"),
    POP("", NULL),
    { 0 },
};

static const Rule regex_group[] = {
    TAKE("/", "se"), POP("\\]", "se"), TAKE("(\\\\)(.)", "se sr"), TAKE(".", "sr"), { 0 },
};

static const Rule sq[] = {
    RULES(STRING_ESCAPE),
    POP("'", "s1"),
    TAKE("[^']+", "s1"),
    { 0 },
};

static const Rule dq[] = {
    RULES(STRING_ESCAPE),
    POP("\"", "s2"),
    TAKE("[^\"]+", "s2"),
    { 0 },
};

static const Rule string_escape[] = {
    TAKE("\\\\(?:[abfnrtv\\\\\"']|\\d{1,3})", "se"),
    { 0 },
};

static const Rule *const states[] = {
    root, base, function_name, gsub, regex, regex_end, regex_group, sq, dq, string_escape,
};

const Language language_lua = { .names = " lua ", .states = states };
