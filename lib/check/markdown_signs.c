/* lib/check/markdown_signs.c - signs without a partner: `**`, backticks, `[^1]`. */
#include "check/markdown.h"

/* Signs of one kind that are shown as they stand. */
typedef struct Run {
    size_t start, end;
    bool opens, closes; /* by what stands around it */
} Run;

/* What was found of one sign. */
typedef struct Lone {
    size_t openers, closers;
    Run first; /* opener */
    const Node *leaf;
} Lone;

typedef struct Signs {
    const MarkdownCheck *check;
    const Node *leaf;
    bool told_strong, told_strike, told_code; /* in this paragraph */
    Lone star;                                /* in the whole post, as is the next */
    Lone low_line;
} Signs;

static bool is_blank(int c)
{
    return c == STR_END || char_is_space(c);
}

static int before_of(const Signs *signs, size_t at)
{
    return at > signs->leaf->start ? str_at(signs->check->text, at - 1) : STR_END;
}

static int after_of(const Signs *signs, size_t at)
{
    return at < signs->leaf->end ? str_at(signs->check->text, at) : STR_END;
}

static bool is_word(int c)
{
    return char_is_alnum(c) || c >= 0x80;
}

static Run read_run(const Signs *signs, size_t at)
{
    const MarkdownCheck *check = signs->check;
    char sign = check->text.data[at];
    size_t end = at;
    while (end < signs->leaf->end && check->text.data[end] == sign && ground_at(&check->ground, end) == GROUND_TEXT)
        end++;
    int before = before_of(signs, at), after = after_of(signs, end);
    bool opens = !is_blank(after) && (is_blank(before) || !is_word(before));
    bool closes = !is_blank(before) && (is_blank(after) || !is_word(after));
    return (Run){ at, end, opens, closes };
}

static void report(const Signs *signs, const char *rule, size_t start, size_t end)
{
    Str sign = str_slice(signs->check->text, start, end);
    if (markdown_say(signs->check, rule, start, end, "this \"" STR_FMT "\" has no partner, and is shown as it stands",
                     STR_ARG(sign)))
        diag_hint(signs->check->subject->diags,
                  "write " STR_FMT " on both sides, close to the words; or \\%c for the sign itself", STR_ARG(sign),
                  sign.data[0]);
}

/* kramdown reads on to the last sign that can close: then the first was the lone one. */
static size_t strong_around(const Signs *signs, size_t at)
{
    const Node *leaf = signs->leaf;
    for (const Node *node = leaf->first; node != NULL; node = node_next(leaf, node)) {
        if (node->kind == NODE_STRONG && node->start < at && at < node->end)
            return node->start;
    }
    return STR_NONE;
}

/* `kwargs)`, `kwargs,` */
static bool is_argument(const Signs *signs, size_t at)
{
    while (is_word(after_of(signs, at)) || after_of(signs, at) == '_')
        at++;
    int after = after_of(signs, at);
    return !is_blank(after) || after == STR_END;
}

/* `**kwargs`, `**` between blanks, `2**3`. */
static bool is_no_emphasis(const Signs *signs, const Run *run)
{
    int before = before_of(signs, run->start), after = after_of(signs, run->end);
    bool path = before == '/' || after == '/' || (after == '.' && is_blank(before))
                || ((before == '(' || before == ',') && is_argument(signs, run->end));
    bool number = char_is_digit(before) && char_is_digit(after);
    return path || number || (is_blank(before) && is_blank(after)) || (is_word(before) && is_word(after));
}

/* The next run of the same signs that is shown as it stands; false when there is none in the paragraph. */
static bool find_other(Run *out, const Signs *signs, const Run *run)
{
    Str leaf = str_slice(signs->check->text, 0, signs->leaf->end);
    Str sign = str_slice(leaf, run->start, run->end);
    for (size_t at = run->end; (at = str_find(leaf, sign, at)) != STR_NONE; at++) {
        if (ground_at(&signs->check->ground, at) != GROUND_TEXT)
            continue;
        *out = read_run(signs, at);
        return true;
    }
    return false;
}

/* `**so **it is`: the blank stands on the wrong side of the signs. */
static bool report_gap(const Signs *signs, const Run *run)
{
    const MarkdownCheck *check = signs->check;
    Run other;
    if (!run->opens || !find_other(&other, signs, run) || other.end - other.start != run->end - run->start)
        return false;
    size_t start = other.start;
    while (start > run->end && check->text.data[start - 1] == ' ')
        start--;
    if (start == other.start || start == run->end || check->text.data[start - 1] == '\n')
        return false;
    Str sign = str_slice(check->text, other.start, other.end);
    if (!markdown_say(check, "emphasis-unclosed", other.start, other.end,
                      "the space before this \"" STR_FMT "\" keeps it from ending the emphasis", STR_ARG(sign)))
        return true;
    diag_hint(check->subject->diags, "write it directly behind the last word");
    Str blank = is_blank(after_of(signs, other.end)) ? STR("") : STR(" ");
    markdown_offer(check, start, other.end, arena_join(check->subject->keep, sign, blank, (Str){ 0 }), false);
    return true;
}

static void check_double(Signs *signs, const Run *run, bool *told)
{
    enum { MAX_LENGTH = 3 };
    Run other;
    if (*told || run->end - run->start > MAX_LENGTH || (is_no_emphasis(signs, run) && !find_other(&other, signs, run)))
        return;
    *told = true;
    size_t around = run->opens && !run->closes ? strong_around(signs, run->start) : STR_NONE;
    if (around != STR_NONE && ground_at(&signs->check->ground, around) != GROUND_TEXT)
        report(signs, "emphasis-unclosed", around, around + 2);
    else if (!report_gap(signs, run))
        report(signs, "emphasis-unclosed", run->start, run->end);
}

/* Of a list, whose rules speak of a line that begins with a star. */
static bool begins_item(const Signs *signs, size_t at)
{
    const Node *leaf = signs->leaf;
    while (at > leaf->start && (signs->check->text.data[at - 1] == ' ' || signs->check->text.data[at - 1] == '\t'))
        at--;
    bool begins = at == leaf->start || signs->check->text.data[at - 1] == '\n';
    return begins && markdown_list_beside(signs->check, leaf) != NULL;
}

/* `*nix`, `*dm` and `*cupsFilter2` are names. */
static bool is_plain_word(Str text, size_t at)
{
    enum { SHORTEST = 3 };
    size_t end = at;
    bool vowel = false;
    for (; end < text.len && is_word((unsigned char)text.data[end]); end++) {
        int c = (unsigned char)text.data[end];
        vowel = vowel || c >= 0x80 || strchr("aeiouyAEIOUY", c) != NULL;
        if (char_is_digit(c) || (end > at && c >= 'A' && c <= 'Z'))
            return false;
    }
    bool article = end - at == 1 && char_lower(str_at(text, at)) == 'a' && str_at(text, end) == ' ';
    return article || (vowel && end - at >= SHORTEST && str_at(text, end) != '_');
}

static void note_opener(Lone *lone, const Signs *signs, const Run *run)
{
    if (lone->openers++ > 0)
        return;
    lone->first = *run;
    lone->leaf = signs->leaf;
}

/* `**so*`: one of the two was taken. */
static bool is_rest_of_pair(const Signs *signs, const Run *run)
{
    enum { LONGEST = 3 };
    size_t start = run->start, end = run->end;
    while (start > signs->leaf->start && str_at(signs->check->text, start - 1) == '*')
        start--;
    while (after_of(signs, end) == '*')
        end++;
    return end - start > run->end - run->start && end - start <= LONGEST;
}

/* A single star is also a footnote's mark, a wild card, a sign for "times", or part of a name. */
static void note_star(Signs *signs, const Run *run)
{
    if (is_rest_of_pair(signs, run)) {
        report(signs, "emphasis-unclosed", run->start, run->end);
        return;
    }
    if (!run->opens || run->closes) {
        signs->star.closers++;
        return;
    }
    Str rest = str_slice(signs->check->text, run->end, run->end + 3);
    if (begins_item(signs, run->start) || !is_plain_word(signs->check->text, run->end)
        || str_eq_nocase(rest, STR("nix")) || str_eq_nocase(rest, STR("bsd")))
        return;
    note_opener(&signs->star, signs, run);
}

/* Of `_posts`, `snake_case_` and `/a/_b`. */
static bool is_in_name(const Signs *signs, const Run *run)
{
    Str text = signs->check->text;
    size_t start = run->start, end = run->end;
    while (start > signs->leaf->start && !char_is_space(text.data[start - 1]))
        start--;
    while (end < signs->leaf->end && !char_is_space(text.data[end]))
        end++;
    for (size_t at = start; at < end; at++) {
        bool itself = at >= run->start && at < run->end;
        if (!itself && strchr("_/(=", text.data[at]) != NULL)
            return true;
    }
    return false;
}

/* Folders of a site that go by such names. */
static bool is_folder(Str text, size_t at)
{
    static const Str names[] = { STR_INIT("posts"), STR_INIT("site"),    STR_INIT("data"),  STR_INIT("drafts"),
                                 STR_INIT("news"),  STR_INIT("layouts"), STR_INIT("pages"), STR_INIT("includes") };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (str_starts_with(str_from_offset(text, at), names[i]))
            return true;
    }
    return false;
}

static bool is_capital(int c)
{
    return c >= 'A' && c <= 'Z';
}

static bool ends_words(const Signs *signs, const Run *run)
{
    int after = after_of(signs, run->end);
    return run->closes && !run->opens && is_word(before_of(signs, run->start)) && after != '*' && after != '[';
}

static void check_low_line(Signs *signs, const Run *run)
{
    Str text = signs->check->text;
    int after = after_of(signs, run->end);
    bool closes = ends_words(signs, run);
    bool opens = run->opens && is_blank(before_of(signs, run->start)) && is_word(after);

    if (run->end - run->start > 2 || (!closes && !opens) || is_in_name(signs, run))
        return;
    if (closes || (is_capital(after) && !is_capital(after_of(signs, run->end + 1))))
        report(signs, "emphasis-unclosed", run->start, run->end);
    else if (is_plain_word(text, run->end) && !is_folder(text, run->end))
        note_opener(&signs->low_line, signs, run);
}

/* A quote that ends a word stands shortly behind. */
static bool is_quote(const Signs *signs, const Run *run)
{
    enum { FAR = 80 };
    Str text = str_slice(signs->check->text, 0, signs->leaf->end < run->end + FAR ? signs->leaf->end : run->end + FAR);
    for (size_t at = run->end; (at = str_find_char(text, '\'', at)) != STR_NONE; at++) {
        if (!is_word(str_at(text, at + 1)) && !is_blank(str_at(text, at - 1)))
            return !is_blank(str_at(text, run->end));
    }
    return false;
}

/* `word' and ``words'' are quotes of old; don`t is a slip of another kind. */
/* Whether code stands between two backticks that never belonged together: words` so`, or `so words `words. */
static bool is_shifted(const Signs *signs, size_t tick, size_t end)
{
    Str text = signs->check->text;
    bool begins = tick > signs->leaf->start && is_word(str_at(text, tick - 1)) && is_blank(str_at(text, tick + 1));
    bool ends = end > tick + 2 && is_blank(str_at(text, end - 2)) && is_word(after_of(signs, end));
    return str_at(text, tick) == '`' && str_at(text, end - 1) == '`' && (begins || ends);
}

/* Where a backtick is missing, those behind it pair wrongly. Gives the first that does before `lone`, or `lone`. */
static size_t first_shifted(const Signs *signs, size_t lone)
{
    const MarkdownCheck *check = signs->check;
    for (size_t at = signs->leaf->start + 1; at < lone; at++) {
        if (ground_at(&check->ground, at) != GROUND_CODE || ground_at(&check->ground, at - 1) == GROUND_CODE)
            continue;
        size_t tick = check->text.data[at] == '`' ? at : at - 1, end = at;
        while (ground_at(&check->ground, end) == GROUND_CODE)
            end++;
        end += check->text.data[end - 1] != '`';
        if (is_shifted(signs, tick, end))
            return tick;
        at = end - 1;
    }
    return lone;
}

static void check_backtick(Signs *signs, const Run *run)
{
    enum { FENCE = 3 };
    const MarkdownCheck *check = signs->check;
    Run other;
    int before = before_of(signs, run->start), after = after_of(signs, run->end);

    if (signs->told_code || run->end - run->start >= FENCE || is_quote(signs, run)
        || (is_word(before) && is_word(after)))
        return;
    if (is_blank(before) && is_blank(after) && !find_other(&other, signs, run))
        return;
    signs->told_code = true;
    size_t start = first_shifted(signs, run->start);
    size_t end = start == run->start ? run->end : start + 1;
    if (markdown_say(check, "code-span-unclosed", start, end,
                     "this backtick has no partner, and is shown as it stands"))
        diag_hint(check->subject->diags, "write a backtick on both sides of the code");
}

static bool is_label(Str label)
{
    for (size_t i = 0; i < label.len; i++) {
        if (!char_is_alnum((unsigned char)label.data[i]) && strchr("-_.:", label.data[i]) == NULL
            && (unsigned char)label.data[i] < 0x80)
            return false;
    }
    bool range = str_at(label, 1) == '-';
    return label.len > 0 && !range;
}

static void check_footnote(Signs *signs, size_t at)
{
    enum { LABEL_MAX = 100 };
    const MarkdownCheck *check = signs->check;
    size_t end = str_find_char(str_slice(check->text, 0, at + LABEL_MAX), ']', at);
    bool whole = end != STR_NONE && end < signs->leaf->end;
    Str label = whole ? str_slice(check->text, at + 2, end) : STR("");
    int next = whole ? str_at(check->text, end + 1) : STR_END;

    if (!is_label(label) || next == ':' || next == '(' || next == '+' || next == '*')
        return;
    if (markdown_say(check, "footnote-undefined", at, end + 1, "there is no footnote \"" STR_FMT "\"", STR_ARG(label)))
        diag_hint(check->subject->diags, "write its text on a line of its own: [^" STR_FMT "]: ...", STR_ARG(label));
}

static size_t check_bracket(Signs *signs, size_t at)
{
    if (str_at(signs->check->text, at + 1) == '^')
        check_footnote(signs, at);
    return at + 1;
}

static size_t check_sign(Signs *signs, size_t at)
{
    if (signs->check->text.data[at] == '[')
        return check_bracket(signs, at);
    Run run = read_run(signs, at);
    size_t length = run.end - run.start;

    switch (signs->check->text.data[at]) {
    case '*':
        if (length >= 2)
            check_double(signs, &run, &signs->told_strong);
        else
            note_star(signs, &run);
        break;
    case '~':
        if (length == 2)
            check_double(signs, &run, &signs->told_strike);
        break;
    case '_':
        check_low_line(signs, &run);
        break;
    default:
        check_backtick(signs, &run);
        break;
    }
    return run.end;
}

static const bool is_sign[256] = { ['*'] = true, ['_'] = true, ['~'] = true, ['`'] = true, ['['] = true };

static void check_leaf(Signs *signs, const Node *leaf)
{
    const MarkdownCheck *check = signs->check;
    size_t end = leaf->end < check->text.len ? leaf->end : check->text.len;

    signs->leaf = leaf;
    signs->told_strong = signs->told_strike = signs->told_code = false;
    for (size_t at = leaf->start; at < end;) {
        bool sign = is_sign[(unsigned char)check->text.data[at]];
        at = sign && check->ground.kinds[at] == GROUND_TEXT ? check_sign(signs, at) : at + 1;
    }
}

/* Whether the post has emphasis by `_`, or the lone one begins a paragraph: then it is no name. */
static bool uses_low_lines(const Signs *signs)
{
    const Document *document = signs->check->subject->document;
    if (signs->low_line.first.start == signs->low_line.leaf->start)
        return true;
    for (const Node *node = document->root; node != NULL; node = node_next(document->root, node)) {
        if ((node->kind == NODE_EMPHASIS || node->kind == NODE_STRONG) && str_at(document->text, node->start) == '_')
            return true;
    }
    return false;
}

/* One that is alone in its post is a slip; several are a habit. */
static void report_lone(Signs *signs, const Lone *lone)
{
    signs->leaf = lone->leaf;
    if (lone->openers == 1 && lone->closers == 0)
        report(signs, "emphasis-unclosed", lone->first.start, lone->first.end);
}

void check_signs(const MarkdownCheck *check)
{
    const Document *document = check->subject->document;
    Signs signs = { .check = check };

    for (const Node *leaf = ground_leaf(document, document->root); leaf != NULL;
         leaf = ground_leaf(document, node_after(document->root, leaf)))
        check_leaf(&signs, leaf);
    report_lone(&signs, &signs.star);
    if (signs.low_line.openers == 1 && uses_low_lines(&signs))
        report_lone(&signs, &signs.low_line);
}
