#include "markup/highlight/ruby.h"

#define KEYWORDS                                                                                                       \
    " BEGIN END alias begin break case do else elsif end ensure for if in next redo rescue raise retry return super "  \
    "then undef unless until when while yield "
#define KEYWORDS_PSEUDO                                                                                                \
    " loop include extend raise alias_method attr catch throw private module_function public protected true false "    \
    "nil "                                                                                                             \
    "__FILE__ __LINE__ "
#define BUILTINS                                                                                                       \
    " attr_reader attr_writer attr_accessor __id__ __send__ abort ancestors at_exit autoload binding callcc caller "   \
    "catch chomp chop class_eval class_variables clone const_get const_missing const_set constants display dup eval "  \
    "exec exit extend fail fork format freeze getc gets global_variables gsub hash id included_modules inspect "       \
    "instance_eval instance_method instance_methods instance_variable_get instance_variable_set instance_variables "   \
    "lambda load local_variables loop method method_missing methods module_eval name object_id open p print printf "   \
    "private_class_method private_instance_methods private_methods proc protected_instance_methods "                   \
    "protected_methods public_class_method public_instance_methods public_methods putc puts raise rand readline "      \
    "readlines require require_relative scan select self send set_trace_func singleton_methods sleep split sprintf "   \
    "srand sub syscall system taint test throw to_a to_s trace_var trap untaint untrace_var warn "
#define BUILTINS_QUESTION                                                                                              \
    " autoload block_given const_defined eql equal frozen include instance_of is_a iterator kind_of method_defined "   \
    "nil private_method_defined protected_method_defined public_method_defined respond_to tainted "
#define BUILTINS_BANG " chomp chop exit gsub sub "

static const Rule root[] = {
    RULES(RUBY_CODE),
    { 0 },
};

static const Rule code[] = {
    RULES(RUBY_WHITESPACE),
    PUSH("__END__", "cp", RUBY_END_PART),
    TAKE("0_?[0-7]+(?:_[0-7]+)*", "mo"),
    TAKE("0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*", "mh"),
    TAKE("0b[01]+(?:_[01]+)*", "mb"),
    TAKE("(?i)\\d+(?:_\\d+)*(?:\\.\\d+(?:_\\d+)*(?:e[+-]?\\d+)?|e[+-]?\\d+)", "mf"),
    TAKE("\\d+(?:_\\d+)*", "mi"),
    TAKE("(?i)@@[a-z_]\\w*", "vc"),
    TAKE("(?i)@[a-z_]\\w*", "vi"),
    TAKE("\\$\\w+", "vg"),
    TAKE("\\$[!@&`'+~=/\\\\,;.<>_*$?:\"]", "vg"),
    TAKE("\\$-[0adFiIlpvw]", "vg"),
    TAKE("::", "o"),
    RULES(RUBY_STRINGS),
    WORD_PUSH("[A-Za-z]+(?!\\w)", "k", RUBY_EXPR_START, KEYWORDS),
    PUSH("defined\\?(?!\\w)", "k", RUBY_EXPR_START),
    WORD_PUSH("\\w+\\b", "kp", RUBY_EXPR_START, KEYWORDS_PSEUDO),
    TAKE("(module)(\\s+)([a-zA-Z_]\\w*(?:::[a-zA-Z_]\\w*)*)", "k - nn"),
    PUSH("(def\\b)(\\s*)", "k -", RUBY_FUNCNAME),
    PUSH("(class\\b)(\\s*)", "k -", RUBY_CLASSNAME),
    WORD_PUSH("([a-z_]+)\\?", "nb", RUBY_EXPR_START, BUILTINS_QUESTION),
    WORD_PUSH("([a-z]+)!", "nb", RUBY_EXPR_START, BUILTINS_BANG),
    WORD_PUSH("\\w+\\b", "nb", RUBY_METHOD_CALL, BUILTINS),
    RULES(RUBY_HEREDOCS),
    PUSH("\\.{2,3}", "o", RUBY_EXPR_START),
    PUSH("[A-Z][a-zA-Z0-9_]*", "no", RUBY_METHOD_CALL),
    PUSH("(\\.)(\\s*)([a-z_]\\w*[!?]?|[*%&^`~+,\\-./\\[<>=])", "p - nf", RUBY_METHOD_CALL),
    PUSH("[a-zA-Z_]\\w*[?!]", "n", RUBY_EXPR_START),
    PUSH("[a-zA-Z_]\\w*", "n", RUBY_METHOD_CALL),
    PUSH("(?:\\*\\*|<<?|>>?|=~|===|!~|&&?|\\|\\||\\.)", "o", RUBY_EXPR_START),
    PUSH("[-+/*%=<>&!^|~]=?", "o", RUBY_EXPR_START),
    ACT("\\?", ruby_start_ternary),
    PUSH("[\\[({,:\\\\;/]", "p", RUBY_EXPR_START),
    TAKE("[\\])}]", "p"),
    { 0 },
};

static const Rule whitespace[] = {
    TAKE("[ \t\r]+", "-"),
    PUSH("\n\\s*", "-", RUBY_EXPR_START),
    TAKE("#.*", "c1"),
    TAKE("=begin\\b(?~\n=end)\n=end\\b", "cm"),
    { 0 },
};

static const Rule strings[] = {
    TAKE("(?i):@{0,2}[a-z_]\\w*[!?]?", "ss"),
    TAKE(":(?:\\*\\*|[-+]@|[/%&|^`~]|\\[\\]=?|<<|>>|<=?>|<=?|===?)", "ss"),
    TAKE(":'(?:\\\\\\\\|\\\\'|[^'])*'", "ss"),
    PUSH(":\"", "ss", RUBY_SIMPLE_SYM),
    PUSH("\\b[a-z_]\\w*[?!]?:\\s+", "ss", RUBY_EXPR_START),
    TAKE("'(?:\\\\\\\\|\\\\'|[^'])*'", "s1"),
    PUSH("\"", "s2", RUBY_SIMPLE_STRING),
    PUSH("`", "sb", RUBY_SIMPLE_BACKTICK),
    { 0 },
};

static const Rule sigil_strings[] = {
    ACT("%([rqswQWxiI])?([^\\w\\s])", ruby_start_sigil),
    { 0 },
};

static const Rule sigil_plain[] = {
    ACT("\\\\.", ruby_sigil_escape),
    ACT(".", ruby_sigil_delimiter),
    TAKE("(?:.|\n)", "sx"),
    { 0 },
};

static const Rule sigil_interpolated[] = {
    ACT("\\\\.", ruby_sigil_escape),
    ACT(".", ruby_sigil_delimiter),
    RULES(RUBY_STRING_INTP_ESCAPED),
    TAKE("[^\\\\]", "sx"),
    { 0 },
};

static const Rule sigil_regex[] = {
    ACT("\\\\.", ruby_sigil_escape),
    ACT(".", ruby_sigil_delimiter),
    RULES(RUBY_STRING_INTP_ESCAPED),
    TAKE("[^\\\\]", "sr"),
    { 0 },
};

static const Rule regex_flags[] = {
    POP("[mixounse]*", "sr"),
    { 0 },
};

static const Rule simple_string[] = {
    RULES(RUBY_STRING_INTP_ESCAPED), TAKE("[^\\\\\"#]+", "s2"), TAKE("[\\\\#]", "s2"), POP("\"", "s2"), { 0 },
};

static const Rule simple_sym[] = {
    RULES(RUBY_STRING_INTP_ESCAPED), TAKE("[^\\\\\"#]+", "ss"), TAKE("[\\\\#]", "ss"), POP("\"", "ss"), { 0 },
};

static const Rule simple_backtick[] = {
    RULES(RUBY_STRING_INTP_ESCAPED), TAKE("[^\\\\`#]+", "sb"), TAKE("[\\\\#]", "sb"), POP("`", "sb"), { 0 },
};

static const Rule heredocs[] = {
    ACT("(<<[-~]?)(\"[a-zA-Z_]\\w*\"|'[a-zA-Z_]\\w*'|`[a-zA-Z_]\\w*`|[a-zA-Z_]\\w*)", ruby_start_heredoc),
    ACT("(<<[-~]?)(\"\"|'')", ruby_start_heredoc),
    { 0 },
};

static const Rule heredoc_queue[] = {
    GOTO("(?=\n)", NULL, RUBY_RESOLVE_HEREDOCS),
    RULES(RUBY_ROOT),
    { 0 },
};

static const Rule resolve_heredocs[] = {
    RULES(RUBY_STRING_INTP_ESCAPED),
    PUSH("\n", "sh", RUBY_TEST_HEREDOC),
    TAKE("[#\\\\\n]", "sh"),
    TAKE("[^#\\\\\n]+", "sh"),
    { 0 },
};

static const Rule test_heredoc[] = {
    ACT("[^#\\\\\n]*$", ruby_test_heredoc),
    POP("", NULL),
    { 0 },
};

static const Rule funcname[] = {
    TAKE("\\s+", "-"),
    PUSH("\\(", "p", RUBY_DEFEXPR),
    POP("(?:([a-zA-Z_]\\w*)(\\.)(?=[a-zA-Z_*\\-+/%&|^`~\\[<>=]))?"
        "([a-zA-Z_]\\w*[!?]?|\\*\\*?|[-+]@?|[/%&|^`~]|\\[\\]=?|<<?|>>?|===?)",
        "nc o nf"),
    POP("", NULL),
    { 0 },
};

static const Rule classname[] = {
    TAKE("\\s+", "-"),
    TAKE("\\w+(?:::\\w+)+", "nc"),
    ACT("\\(", ruby_start_defexpr),
    GOTO("<<", "o", RUBY_EXPR_START),
    POP("[A-Z_]\\w*", "nc"),
    POP("", NULL),
    { 0 },
};

static const Rule ternary[] = {
    GOTO("(:)(\\s+)", "p -", RUBY_EXPR_START),
    GOTO(":(?![^#\n:\\\\]*[:\\\\])", "p", RUBY_EXPR_START),
    RULES(RUBY_ROOT),
    { 0 },
};

static const Rule defexpr[] = {
    POP("(\\))(\\.|::)?", "p o"),
    ACT("\\(", ruby_start_defexpr),
    RULES(RUBY_ROOT),
    { 0 },
};

static const Rule in_interp[] = {
    POP("\\}", "si"),
    RULES(RUBY_ROOT),
    { 0 },
};

static const Rule string_intp[] = {
    PUSH("#\\{", "si", RUBY_IN_INTERP),
    TAKE("(?i)#(?:@@?|\\$)[a-z_]\\w*", "si"),
    { 0 },
};

static const Rule string_intp_escaped[] = {
    RULES(RUBY_STRING_INTP),
    TAKE("\\\\(?:[\\\\abefnrstv#\"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})", "se"),
    TAKE("\\\\.", "se"),
    { 0 },
};

static const Rule method_call[] = {
    GOTO("[/%]", "o", RUBY_EXPR_START),
    POP("(?=\n)", NULL),
    GOTO("", NULL, RUBY_METHOD_CALL_SPACED),
    { 0 },
};

static const Rule method_call_spaced[] = {
    RULES(RUBY_WHITESPACE),
    GOTO("[%/]=", "o", RUBY_EXPR_START),
    GOTO("/(?=\\S|\\s*/)", "sr", RUBY_SLASH_REGEX),
    RULES(RUBY_SIGIL_STRINGS),
    POP("(?=\\s*/)", NULL),
    GOTO("\\s+", "-", RUBY_EXPR_START),
    POP("", NULL),
    { 0 },
};

static const Rule expr_start[] = {
    TAKE("[ \t\r]+", "-"),
    GOTO("/", "sr", RUBY_SLASH_REGEX),
    POP("\\?(?:\\\\[MC]-)*(?:\\\\(?:[\\\\abefnrstv#\"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})|\\S)(?!\\w)", "sc"),
    POP("(\\s*)(%[rqswQWxiI]? \\S* )", "- sx"),
    RULES(RUBY_SIGIL_STRINGS),
    POP("", NULL),
    { 0 },
};

static const Rule slash_regex[] = {
    RULES(RUBY_STRING_INTP),  TAKE("\\\\[\\\\/]", "sr"),         TAKE("[\\\\#]", "sr"),
    TAKE("[^\\\\/#]+", "sr"), GOTO("/", "sr", RUBY_REGEX_FLAGS), { 0 },
};

static const Rule end_part[] = {
    POP("(?:.|\n)+", "cp"),
    { 0 },
};

#define SHARED_STATES                                                                                                  \
    [RUBY_CODE] = code, [RUBY_WHITESPACE] = whitespace, [RUBY_STRINGS] = strings,                                      \
    [RUBY_SIGIL_STRINGS] = sigil_strings, [RUBY_SIGIL_PLAIN] = sigil_plain,                                            \
    [RUBY_SIGIL_INTERPOLATED] = sigil_interpolated, [RUBY_SIGIL_REGEX] = sigil_regex,                                  \
    [RUBY_REGEX_FLAGS] = regex_flags, [RUBY_SIMPLE_STRING] = simple_string, [RUBY_SIMPLE_SYM] = simple_sym,            \
    [RUBY_SIMPLE_BACKTICK] = simple_backtick, [RUBY_HEREDOCS] = heredocs, [RUBY_HEREDOC_QUEUE] = heredoc_queue,        \
    [RUBY_RESOLVE_HEREDOCS] = resolve_heredocs, [RUBY_TEST_HEREDOC] = test_heredoc, [RUBY_FUNCNAME] = funcname,        \
    [RUBY_CLASSNAME] = classname, [RUBY_TERNARY] = ternary, [RUBY_DEFEXPR] = defexpr, [RUBY_IN_INTERP] = in_interp,    \
    [RUBY_STRING_INTP] = string_intp, [RUBY_STRING_INTP_ESCAPED] = string_intp_escaped,                                \
    [RUBY_METHOD_CALL] = method_call, [RUBY_METHOD_CALL_SPACED] = method_call_spaced, [RUBY_EXPR_START] = expr_start,  \
    [RUBY_SLASH_REGEX] = slash_regex, [RUBY_END_PART] = end_part,

static const Rule *const states[] = { [RUBY_ROOT] = root, SHARED_STATES };

const Language language_ruby = {
    .names = " ruby rb ", .states = states, .data_size = sizeof(RubyData), .start = ruby_start
};

/* What irb prints: values behind "=>", objects as "#<...>", errors; other lines are output. */
enum { STDOUT = RUBY_STATE_COUNT, IRB_OUTPUT, IRB_ERROR, IRB_OBJECT };

static const Rule irb_root[] = {
    PUSH("#<", "kt", IRB_OBJECT),
    RULES(RUBY_CODE),
    { 0 },
};

static const Rule irb_object[] = {
    POP(">", "kt"),
    RULES(RUBY_ROOT),
    { 0 },
};

static const Rule irb_output[] = {
    POP("=>", "p"),
    TAKE(".+\n?", "go"),
    { 0 },
};

static const Rule irb_error[] = {
    TAKE(".+\n?", "gr"),
    RULES(IRB_OUTPUT),
    { 0 },
};

static const Rule irb_stdout[] = {
    PUSH("(?:(?!(?:Error|Exception):)\\w)+(?:Error|Exception):.+\n?", "gr", IRB_ERROR),
    RULES(IRB_OUTPUT),
    { 0 },
};

static const Rule *const irb_states[] = {
    [RUBY_ROOT] = irb_root,  SHARED_STATES[STDOUT] = irb_stdout, [IRB_OUTPUT] = irb_output,
    [IRB_ERROR] = irb_error, [IRB_OBJECT] = irb_object,
};

static void start_irb(Lexer *lexer)
{
    ruby_start(lexer);
    lexer_push(lexer, STDOUT);
}

const Language language_irb_output = {
    .names = "", .states = irb_states, .data_size = sizeof(RubyData), .start = start_irb
};
