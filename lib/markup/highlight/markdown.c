#include "markup/highlight/languages.h"

enum { ROOT, FENCED, LINK, URL, TITLE, INLINE_TITLE, INLINE_URL };

#define CHAR "(?:\\\\.|[^\\\\\n])"

typedef struct Markdown {
    Lexer *html;
    Lexer *code; /* of the block that is open, which has no end where one is looked for */
    Str fence;
} Markdown;

static const Rule unknown_code[] = {
    TAKE("(?:.|\n)+", "sb"),
    { 0 },
};

static const Rule *const unknown_states[] = { unknown_code };

static const Language language_unknown = { .names = " ", .states = unknown_states };

static void start(Lexer *lexer)
{
    Markdown *markdown = lexer->data;

    markdown->html = lexer_new(&language_html, lexer->out);
}

static const Language *language_of(Str info)
{
    const Language *found = language_find(info);

    return info.len == 0 ? &language_plain : found == NULL ? &language_unknown : found;
}

static bool read_front_matter(Lexer *lexer, const Match *match)
{
    lexer_read_as(lexer, &language_yaml, match_group(match, 0));
    return true;
}

static bool read_html(Lexer *lexer, const Match *match)
{
    Markdown *markdown = lexer->data;

    lexer_read(markdown->html, match_group(match, 0));
    return true;
}

static bool read_block(Lexer *lexer, const Match *match)
{
    lexer_groups(lexer, "- p nl", match);
    lexer_read_as(lexer, language_of(str_trim(match_group(match, 3))), match_group(match, 4));
    lexer_token(lexer, "-", match_group(match, 5));
    lexer_token(lexer, "p", match_group(match, 6));
    return true;
}

static bool open_block(Lexer *lexer, const Match *match)
{
    Markdown *markdown = lexer->data;

    lexer_groups(lexer, "- p nl", match);
    markdown->code = lexer_new(language_of(str_trim(match_group(match, 3))), lexer->out);
    markdown->fence = match_group(match, 2);
    lexer_push(lexer, FENCED);
    return true;
}

static bool close_block(Lexer *lexer, const Match *match)
{
    const Markdown *markdown = lexer->data;
    Str rest = str_from_offset(lexer->text, lexer->at);

    if (!str_starts_with(rest, markdown->fence))
        return false;
    lexer_token(lexer, "-", match_group(match, 0));
    lexer_token(lexer, "p", markdown->fence);
    lexer->at += markdown->fence.len;
    lexer_pop(lexer);
    return true;
}

static bool read_line(Lexer *lexer, const Match *match)
{
    const Markdown *markdown = lexer->data;

    lexer_read_within(lexer, markdown->code, match_group(match, 0));
    return true;
}

static bool start_reference(Lexer *lexer, const Match *match)
{
    lexer_groups(lexer, "- p ss p - p", match);
    lexer_push(lexer, TITLE);
    lexer_push(lexer, URL);
    return true;
}

static bool start_target(Lexer *lexer, const Match *match)
{
    lexer_token(lexer, "p", match_group(match, 0));
    lexer_push(lexer, INLINE_TITLE);
    lexer_push(lexer, INLINE_URL);
    return true;
}

static const Rule root[] = {
    ACT("---\\s*&\n(?:.|\n)*?\n?^---\\s*&$\n?", read_front_matter),
    TAKE("\\\\.", "se"),
    TAKE("^[\\S ]+\n---*\n", "gh"),
    TAKE("^[\\S ]+\n===*\n", "gu"),
    TAKE("^#(?=[^#]).*", "gh"),
    TAKE("^##*.*", "gu"),
    ACT("^([ \t]*)(`{3,}|~{3,})([^\n]*\n)((?:.|\n)*?)(\n\\1)(\\2)", read_block),
    ACT("^([ \t]*)(`{3,}|~{3,})([^\n]*\n)", open_block),
    TAKE("\n\n(?:(?:    |\t).*\n|\n)+", "sb"),
    TAKE("(`+&)(?:\\\\.|[^\\\\])+?\\1", "sb"),
    TAKE("^(?:\\s*[*]){3,}\\s*&$", "p"),
    TAKE("^(?:\\s*-){3,}\\s*&$", "p"),
    TAKE("^\\s*[*+\\-](?=\\s)", "p"),
    TAKE("^\\s*\\d+\\.", "p"),
    TAKE("^\\s*>.*", "gt"),
    ACT("^(\\s*)(\\[)(" CHAR "+?)(\\])(\\s*)(:)", start_reference),
    PUSH("(!?\\[)(" CHAR "*?)(\\])(?=[\\[(])", "p nv p", LINK),
    PUSH("(!?\\[)([^\\]]*)(\\])(?=[\\[(])", "p nv p", LINK),
    TAKE("[*][*]" CHAR "*?[*][*]", "gs"),
    TAKE("__" CHAR "*?__", "gs"),
    TAKE("[*]" CHAR "*?[*]", "ge"),
    TAKE("_" CHAR "*?_", "ge"),
    TAKE("<.*?@.+&[.].+&>", "nv"),
    TAKE("<(?:https?|mailto|ftp)://" CHAR "*?>", "nv"),
    TAKE("[^\\\\`\\[*\n&<]+", "-"),
    ACT("&\\S*&;", read_html),
    ACT("<" CHAR "*?>", read_html),
    TAKE("[&<\\[\n]", "-"),
    { 0 },
};

static const Rule fenced[] = {
    ACT("^[ \t]*", close_block),
    ACT("^.*\n", read_line),
    { 0 },
};

static const Rule link_rules[] = {
    POP("(\\[)(" CHAR "*?)(\\])", "p ss p"), ACT("[(]", start_target), TAKE("[ \t]+", "-"), POP("", NULL), { 0 },
};

static const Rule url[] = {
    TAKE("[ \t]+", "-"),
    POP("(<)(" CHAR "*?)(>)", "nt sx nt"),
    POP("\\S+", "sx"),
    { 0 },
};

static const Rule title[] = {
    TAKE("\"" CHAR "*?\"", "nn"),
    TAKE("'" CHAR "*?'", "nn"),
    TAKE("[(]" CHAR "*?[)]", "nn"),
    TAKE("\\s*(?=[\"'()])", "-"),
    POP("", NULL),
    { 0 },
};

static const Rule inline_title[] = {
    POP("[)]", "p"),
    RULES(TITLE),
    { 0 },
};

static const Rule inline_url[] = {
    POP("[^<\\s)]+", "sx"),
    TAKE("\\s+", "-"),
    RULES(URL),
    { 0 },
};

static const Rule *const states[] = { root, fenced, link_rules, url, title, inline_title, inline_url };

const Language language_markdown = {
    .names = " markdown md mkd ", .states = states, .data_size = sizeof(Markdown), .start = start
};
