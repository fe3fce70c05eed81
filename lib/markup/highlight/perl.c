#include "markup/highlight/languages.h"

#define KEYWORDS                                                                                                       \
    " case continue do else elsif for foreach if last my next our redo reset then unless until while use print new "   \
    "BEGIN CHECK INIT END return "
#define BUILTINS                                                                                                       \
    " abs accept alarm atan2 bind binmode bless caller chdir chmod chomp chop chown chr chroot close closedir "        \
    "connect "                                                                                                         \
    "continue cos crypt dbmclose dbmopen defined delete die dump each endgrent endhostent endnetent endprotoent "      \
    "endpwent endservent eof eval exec exists exit exp fcntl fileno flock fork format formline getc getgrent "         \
    "getgrgid getgrnam gethostbyaddr gethostbyname gethostent getlogin getnetbyaddr getnetbyname getnetent "           \
    "getpeername getpgrp getppid getpriority getprotobyname getprotobynumber getprotoent getpwent getpwnam getpwuid "  \
    "getservbyname getservbyport getservent getsockname getsockopt glob gmtime goto grep hex import index int ioctl "  \
    "join keys kill last lc lcfirst length link listen local localtime log lstat map mkdir msgctl msgget msgrcv "      \
    "msgsnd my next no oct open opendir ord our pack package pipe pop pos printf prototype push quotemeta rand read "  \
    "readdir readline readlink readpipe recv redo ref rename require reverse rewinddir rindex rmdir scalar seek "      \
    "seekdir select semctl semget semop send setgrent sethostent setnetent setpgrp setpriority setprotoent setpwent "  \
    "setservent setsockopt shift shmctl shmget shmread shmwrite shutdown sin sleep socket socketpair sort splice "     \
    "split sprintf sqrt srand stat study substr symlink syscall sysopen sysread sysseek system syswrite tell telldir " \
    "tie tied time times tr truncate uc ucfirst umask undef unlink unpack unshift untie utime values vec wait "        \
    "waitpid "                                                                                                         \
    "wantarray warn write "
#define WORD_ALONE "[a-zA-Z_]\\w*\\b"
#define REGEX_FLAGS "[egimosx]*"
#define MATCH_FLAGS "[msixpodualngc]*"
#define QUOTED "(?:\\\\\\\\|\\\\\\1|[^\x01])*?\\1" /* up to what group 1 took */

enum {
    ROOT,
    BALANCED_REGEX,
    FORMAT,
    FAT_COMMA,
    NAME_COMMON,
    VARNAME,
    NAME,
    MODULENAME,
    FUNCNAME,
    SQ,
    DQ,
    BQ,
    BRACES,
    PARENTHESES,
    BRACKETS,
    ANGLES,
    IN_INTERP,
    STRING_INTP,
    END_PART,
};

static const Rule root[] = {
    TAKE("#.*", "c1"),
    TAKE("^=[a-zA-Z0-9]+\\s+&(?~\n=cut)\n=cut", "cm"),
    WORD(WORD_ALONE, "k", KEYWORDS),
    PUSH("(format)(\\s+)([a-zA-Z0-9_]+)(\\s*)(=)(\\s*&)(\n)", "k - n - p - -", FORMAT),
    TAKE("(?:eq|lt|gt|le|ge|ne|not|and|or|cmp)\\b", "ow"),
    PUSH("(?:s|tr|y)\\{(?:\\\\\\\\|\\\\\\}|[^}])*\\}\\s*", "sr", BALANCED_REGEX),
    PUSH("(?:s|tr|y)<(?:\\\\\\\\|\\\\>|[^>])*>\\s*", "sr", BALANCED_REGEX),
    PUSH("(?:s|tr|y)\\[(?:\\\\\\\\|\\\\\\]|[^\\]])*\\]\\s*", "sr", BALANCED_REGEX),
    PUSH("(?:s|tr|y)\\((?:\\\\\\\\|\\\\\\)|[^)])*\\)\\s*", "sr", BALANCED_REGEX),
    TAKE("(?:s|tr|y)\\s*([^\\w\\s])" QUOTED QUOTED "[msixpodualngcr]*", "sr"),
    TAKE("(?:s|tr|y)\\s+(\\w)" QUOTED QUOTED "[msixpodualngcr]*", "sr"),
    TAKE("m?/(?:\\\\\\\\|\\\\/|[^/\n])*/" MATCH_FLAGS, "sr"),
    PUSH("m(?=[/!\\\\{<\\[(@%$])", "sr", BALANCED_REGEX),
    TAKE("m\\s*([^\\w\\s])" QUOTED MATCH_FLAGS, "sr"),
    TAKE("m\\s+(\\w)" QUOTED MATCH_FLAGS, "sr"),
    TAKE("\\s+", "-"),
    PUSH("(?=[a-zA-Z_]\\w*(?:\\s*#.*\n)*\\s*=>)", NULL, FAT_COMMA),
    WORD(WORD_ALONE, "nb", BUILTINS),
    TAKE("(?:__(?:DIE|WARN)__|DATA|STD(?:IN|OUT|ERR))\\b", "bp"),
    TAKE("<<(['\"]?)([a-zA-Z_][a-zA-Z0-9_]*)\\1;?\n(?:.|\n)*?\n\\2\n", "s"),
    PUSH("__(?:END|DATA)__\\b", "cp", END_PART),
    TAKE("\\$\\^[ADEFHILMOPSTWX]", "vg"),
    TAKE("\\$[\\\\\"'\\[\\]&`+*.,;=%~?@$!<>(^|/_\\-](?!\\w)", "vg"),
    PUSH("[$@%&*][$@%&*#_]*(?=[a-zA-Z{\\[;])", "nv", VARNAME),
    TAKE("[\\-+/*%=<>&^|!\\\\~]=?", "o"),
    TAKE("0_?[0-7]+(?:_[0-7]+)*", "mo"),
    TAKE("0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*", "mh"),
    TAKE("0b[01]+(?:_[01]+)*", "mb"),
    TAKE("\\d*(?:_\\d*)*\\.\\d+(?:_\\d*)*(?:[eE][+\\-]?\\d+)?", "mf"),
    TAKE("\\d+(?:_\\d*)*[eE][+\\-]?\\d+(?:_\\d*)*", "mf"),
    TAKE("\\d+(?:_\\d+)*", "mi"),
    PUSH("'", "p", SQ),
    PUSH("\"", "p", DQ),
    PUSH("`", "p", BQ),
    TAKE("<[^\\s>]+>", "sr"),
    PUSH("q[qwrx]?\\{", "sx", BRACES),
    PUSH("q[qwrx]?\\(", "sx", PARENTHESES),
    PUSH("q[qwrx]?\\[", "sx", BRACKETS),
    PUSH("q[qwrx]?<", "sx", ANGLES),
    TAKE("q[qwrx]?(\\W)(?:.|\n)*?\\1", "sx"),
    PUSH("package\\s+", "k", MODULENAME),
    PUSH("sub\\s+", "k", FUNCNAME),
    TAKE("(?:\\[\\]|\\*\\*|::|<<|>>|>=|<=|={3}|!=|=~|!~|&&?|\\|\\||\\.{1,3})", "o"),
    TAKE("[()\\[\\]:;,<>/?{}]", "p"),
    PUSH("(?=\\w)", NULL, NAME),
    { 0 },
};

static const Rule balanced_regex[] = {
    POP("/(?:\\\\[\\\\/]|[^/])*/" REGEX_FLAGS, "sr"),
    POP("!(?:\\\\[\\\\!]|[^!])*!" REGEX_FLAGS, "sr"),
    POP("\\\\(?:\\\\\\\\|[^\\\\])*\\\\" REGEX_FLAGS, "sr"),
    POP("\\{(?:\\\\[\\\\}]|[^}])*\\}" REGEX_FLAGS, "sr"),
    POP("<(?:\\\\[\\\\>]|[^>])*>" REGEX_FLAGS, "sr"),
    POP("\\[(?:\\\\[\\\\\\]]|[^\\]])*\\]" REGEX_FLAGS, "sr"),
    POP("\\((?:\\\\[\\\\)]|[^)])*\\)" REGEX_FLAGS, "sr"),
    POP("@(?:\\\\[\\\\@]|[^@])*@" REGEX_FLAGS, "sr"),
    POP("%(?:\\\\[\\\\%]|[^%])*%" REGEX_FLAGS, "sr"),
    POP("\\$(?:\\\\[\\\\$]|[^$])*\\$" REGEX_FLAGS, "sr"),
    { 0 },
};

static const Rule format[] = {
    POP("\\.\n", "si"),
    TAKE(".*\n", "si"),
    { 0 },
};

static const Rule fat_comma[] = {
    TAKE("#.*", "c1"), TAKE("\\w+", "s"), TAKE("\\s+", "-"), POP("=>", "o"), { 0 },
};

static const Rule name_common[] = {
    TAKE("\\w+::", "nn"),
    POP("[\\w:]+", "nv"),
    { 0 },
};

static const Rule varname[] = {
    TAKE("\\s+", "-"),
    POP("[{\\[),;]", "p"),
    RULES(NAME_COMMON),
    { 0 },
};

static const Rule name[] = {
    RULES(NAME_COMMON),
    POP("(?=\\W)", NULL),
    { 0 },
};

static const Rule modulename[] = {
    POP("[a-zA-Z_]\\w*", "nn"),
    { 0 },
};

static const Rule funcname[] = {
    TAKE("[a-zA-Z_]\\w*[!?]?", "nf"), TAKE("\\s+", "-"), TAKE("(\\([$@%]*\\))(\\s*)", "p -"),
    POP("[^\n{]*\\{", "p"),           POP(";", "p"),     { 0 },
};

static const Rule sq[] = {
    TAKE("\\\\[\\\\']", "se"), TAKE("[^\\\\']+", "s1"), POP("'", "p"), TAKE("\\\\", "s1"), { 0 },
};

static const Rule dq[] = {
    RULES(STRING_INTP),
    TAKE("\\\\[\\\\tnrabefluLUE\"$@]", "se"),
    TAKE("\\\\(?:0\\d{2}|o\\{\\d+\\}|x[0-9a-fA-F]{2}|x\\{[0-9a-fA-F]+\\}|c.|N\\{[^}]+\\})", "se"),
    TAKE("[^\\\\\"$@]+", "s2"),
    TAKE("[$@]", "s2"),
    POP("\"", "p"),
    TAKE("\\\\", "se"),
    { 0 },
};

static const Rule bq[] = {
    RULES(STRING_INTP),
    TAKE("\\\\[\\\\tnr`]", "se"),
    TAKE("[^\\\\`$@]+", "sb"),
    TAKE("[$@]", "sb"),
    POP("`", "p"),
    { 0 },
};

static const Rule braces[] = {
    TAKE("\\\\[{}\\\\]?", "sx"), PUSH_SAME("\\{", "sx"), POP("\\}", "sx"), TAKE("[^{}\\\\]+", "sx"), { 0 },
};

static const Rule parentheses[] = {
    TAKE("\\\\[()\\\\]?", "sx"), PUSH_SAME("\\(", "sx"), POP("\\)", "sx"), TAKE("[^()\\\\]+", "sx"), { 0 },
};

static const Rule brackets[] = {
    TAKE("\\\\[\\[\\]\\\\]?", "sx"), PUSH_SAME("\\[", "sx"), POP("\\]", "sx"), TAKE("[^\\[\\]\\\\]+", "sx"), { 0 },
};

static const Rule angles[] = {
    TAKE("\\\\[<>\\\\]?", "sx"), PUSH_SAME("<", "sx"), POP(">", "sx"), TAKE("[^<>\\\\]+", "sx"), { 0 },
};

static const Rule in_interp[] = {
    POP("\\}", "si"),
    TAKE("\\s+", "-"),
    TAKE("[a-zA-Z_]\\w*", "si"),
    { 0 },
};

static const Rule string_intp[] = {
    PUSH("[$@][{]", "si", IN_INTERP),
    TAKE("[$@][a-zA-Z_]\\w*", "si"),
    { 0 },
};

static const Rule end_part[] = {
    POP("(?:.|\n)+", "cp"),
    { 0 },
};

static const Rule *const states[] = {
    [ROOT] = root,
    [BALANCED_REGEX] = balanced_regex,
    [FORMAT] = format,
    [FAT_COMMA] = fat_comma,
    [NAME_COMMON] = name_common,
    [VARNAME] = varname,
    [NAME] = name,
    [MODULENAME] = modulename,
    [FUNCNAME] = funcname,
    [SQ] = sq,
    [DQ] = dq,
    [BQ] = bq,
    [BRACES] = braces,
    [PARENTHESES] = parentheses,
    [BRACKETS] = brackets,
    [ANGLES] = angles,
    [IN_INTERP] = in_interp,
    [STRING_INTP] = string_intp,
    [END_PART] = end_part,
};

const Language language_perl = { .names = " perl pl ", .states = states };
