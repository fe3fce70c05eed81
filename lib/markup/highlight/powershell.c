#include "markup/highlight/languages.h"

/* As rouge has them: without an end, so that $ErrorAction starts with one. */
#define AUTOMATIC                                                                                                      \
    "\\$(?:\\$|\\?|\\^|_|args|ConsoleFileName|Error|Event|ExecutionContext|false|foreach|HOME|Host|input|IsCoreCLR|"   \
    "IsLinux|IsMacOS|IsWindows|LastExitCode|Matches|MyInvocation|NestedPromptLevel|null|PID|PROFILE|"                  \
    "PSBoundParameters|PSCmdlet|PSCommandPath|PSCulture|PSDebugContext|PSHOME|PSItem|PSScriptRoot|PSSenderInfo|"       \
    "PSUICulture|PSVersionTable|PWD|REPORTERRORSHOWEXCEPTIONCLASS|REPORTERRORSHOWINNEREXCEPTION|"                      \
    "REPORTERRORSHOWSOURCE|REPORTERRORSHOWSTACKTRACE|SENDER|ShellId|StackTrace|switch|this|true)"
#define ATTRIBUTES                                                                                                     \
    " ConfirmImpact DefaultParameterSetName HelpURI PositionalBinding SupportsPaging SupportsShouldProcess "
#define KEYWORDS                                                                                                       \
    " assembly exit process base filter public begin finally return break for sequence catch foreach static class "    \
    "from switch command function throw configuration hidden trap continue if try data in type define inlinescript "   \
    "until do interface using dynamicparam module var else namespace while elseif parallel workflow end param enum "   \
    "private "
#define OPERATORS                                                                                                      \
    " -split -isplit -csplit -join -is -isnot -as -eq -ieq -ceq -ne -ine -cne -gt -igt -cgt -ge -ige -cge -lt -ilt "   \
    "-clt -le -ile -cle -like -ilike -clike -notlike -inotlike -cnotlike -match -imatch -cmatch -notmatch -inotmatch " \
    "-cnotmatch -contains -icontains -ccontains -notcontains -inotcontains -cnotcontains -replace -ireplace "          \
    "-creplace -shl -shr -band -bor -bxor -and -or -xor -not "
#define HELP_WORDS                                                                                                     \
    "(?:synopsis|description|parameter|example|inputs|outputs|notes|link|component|role|functionality|"                \
    "forwardhelptargetname|forwardhelpcategory|remotehelprunspace|externalhelp)"

enum {
    ROOT,
    VARIABLE,
    MULTILINE,
    INTERPOL,
    DQ,
    SQ,
    HEREDOC,
    CLASS,
    EXPR,
    HASHTABLE,
    ARRAY,
    BRACE,
    BRACKET,
    PARAMETERS,
    COMMENTS,
};

static bool read_call(Lexer *lexer, const Match *match)
{
    lexer_groups(lexer, "o nf p w", match);
    if (match->groups[3].start != STR_NONE)
        lexer_push(lexer, PARAMETERS);
    return true;
}

static const Rule variable[] = {
    TAKE(AUTOMATIC, "bp"),
    TAKE("(\\$)(?:(\\w+)(:))?(\\w+|\\{(?:[^`]|`.)+?\\})", "nv nn p nv"),
    TAKE("\\$\\w+", "nv"),
    TAKE("\\$\\{(?:[^`]|`.)+?\\}", "nv"),
    { 0 },
};

static const Rule multiline[] = {
    TAKE("(?i)\\." HELP_WORDS, "cs"), POP("#>", "cm"), TAKE("[^#.]+", "cm"), TAKE("[#.]+", "cm"), { 0 },
};

static const Rule interpol[] = {
    POP("\\)", "si"),
    RULES(ROOT),
    { 0 },
};

static const Rule dq[] = {
    POP("(?:\\$#?)?\"", "s2"),
    PUSH("\\$\\(", "si", INTERPOL),
    TAKE("`$", "se"),
    TAKE("`.", "se"),
    TAKE("[^\"`$]+", "s2"),
    RULES(VARIABLE),
    { 0 },
};

static const Rule sq[] = {
    POP("'", "s1"),
    TAKE("[^']+", "s1"),
    { 0 },
};

static const Rule heredoc[] = {
    POP("(?:\\$#?)?\"@", "sh"),
    PUSH("\\$\\(", "si", INTERPOL),
    TAKE("`$", "se"),
    TAKE("`.", "se"),
    TAKE("[^\"`$]+", "sh"),
    TAKE("\"+", "sh"),
    RULES(VARIABLE),
    { 0 },
};

static const Rule class_rules[] = {
    POP("\\{", "p"), TAKE("\\s+", "w"), TAKE("\\w+", "nc"), TAKE("[:,]", "p"), { 0 },
};

static const Rule expr[] = {
    RULES(COMMENTS),          PUSH("\"", "s2", DQ),      PUSH("'", "s1", SQ),       PUSH("@\"", "sh", HEREDOC),
    TAKE("@'(?~'@)'@", "sh"), TAKE("\\d*\\.\\d+", "mf"), TAKE("\\d+", "mi"),        PUSH("@\\{", "p", HASHTABLE),
    PUSH("@\\(", "p", ARRAY), PUSH("\\{", "p", BRACE),   PUSH("\\[", "p", BRACKET), { 0 },
};

static const Rule hashtable[] = {
    POP("\\}", "p"), TAKE("=", "o"), TAKE("[,;]", "p"), RULES(EXPR), TAKE("\\w+", "nx"), RULES(VARIABLE), { 0 },
};

static const Rule array[] = {
    TAKE("\\s+", "w"), POP("\\)", "p"), TAKE("[,;]", "p"), RULES(EXPR), RULES(VARIABLE), { 0 },
};

static const Rule brace[] = {
    POP("\\}", "p"),
    RULES(ROOT),
    { 0 },
};

static const Rule bracket[] = {
    POP("\\]", "p"),
    TAKE("[A-Za-z]\\w+\\.", "n"),
    WORD("[A-Za-z]\\w+", "bp", ATTRIBUTES),
    TAKE("[A-Za-z]\\w+", "n"),
    RULES(ROOT),
    { 0 },
};

static const Rule parameters[] = {
    TAKE("`(?:.|\n)", "se"),
    POP("\\s*?\n", "w"),
    POP("[;(){}\\]]", "p"),
    POP("[|=]", "o"),
    TAKE("[/\\\\~\\w][\\-.:/\\\\~\\w]*", "nx"),
    RULES(ROOT),
    { 0 },
};

static const Rule comments[] = {
    TAKE("\\s+", "w"),
    TAKE("#.*", "c"),
    PUSH("<#", "cm", MULTILINE),
    { 0 },
};

static const Rule root[] = {
    RULES(COMMENTS),
    TAKE("\\.\\.(?=\\.?\\d)", "o"),
    WORD("(?i)-[a-z]+\\b", "o", OPERATORS),
    TAKE("[+\\-*/%]=\\b", "o"),
    PUSH("(?i)(class)(\\s+)(\\w+)", "kr w nc", CLASS),
    TAKE("(?i)(function)(\\s+)(?:(\\w+)(:))?(\\w[\\-\\w]+)", "kr w nn p nf"),
    WORD("(?i)[a-z]+\\b(?![\\-.])", "kr", KEYWORDS),
    TAKE("-{1,2}\\w+", "nt"),
    PUSH("(\\.)?([\\-\\w]+)(\\[)", "o n p", BRACKET),
    PUSH("(?i)([/\\\\~a-z][\\-.:/\\\\~\\w]*)(\n)?", "n w", PARAMETERS),
    ACT("(\\.)([\\-\\w]+)(?:(\\()|(\n))?", read_call),
    PUSH("\\?", "nf", PARAMETERS),
    RULES(EXPR),
    RULES(VARIABLE),
    TAKE("[\\-+*/%=!.&|]", "o"),
    TAKE("[{}(),:;]", "p"),
    { 0 },
};

static const Rule *const states[] = {
    [ROOT] = root,
    [VARIABLE] = variable,
    [MULTILINE] = multiline,
    [INTERPOL] = interpol,
    [DQ] = dq,
    [SQ] = sq,
    [HEREDOC] = heredoc,
    [CLASS] = class_rules,
    [EXPR] = expr,
    [HASHTABLE] = hashtable,
    [ARRAY] = array,
    [BRACE] = brace,
    [BRACKET] = bracket,
    [PARAMETERS] = parameters,
    [COMMENTS] = comments,
};

const Language language_powershell = { .names = " powershell posh microsoftshell msshell ", .states = states };
