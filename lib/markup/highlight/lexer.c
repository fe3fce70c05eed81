#include "markup/highlight/lexer.h"

enum {
    NULL_STEPS_MAX = 5, /* as rouge has it: then one character is an error */
    DEPTH_MAX = 8,
    FRAMES_MAX = 1 << 20,
};

static void put_escaped(Buf *html, Str text)
{
    size_t start = 0;

    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c != '&' && c != '<' && c != '>')
            continue;
        buf_put(html, str_slice(text, start, i));
        buf_put(html, c == '&' ? STR("&amp;") : c == '<' ? STR("&lt;") : STR("&gt;"));
        start = i + 1;
    }
    buf_put(html, str_from_offset(text, start));
}

void output_close(Output *out)
{
    if (out->open.len > 0)
        buf_put(out->html, STR("</span>"));
    out->open = (Str){ 0 };
}

static void put_token(Output *out, Str token, Str text)
{
    if (text.len == 0)
        return;
    if (str_eq(token, STR("-")))
        token = (Str){ 0 };
    if (!str_eq(token, out->open)) {
        output_close(out);
        out->open = token;
        if (token.len > 0) {
            buf_put(out->html, STR("<span class=\""));
            buf_put(out->html, token);
            buf_put(out->html, STR("\">"));
        }
    }
    put_escaped(out->html, text);
}

void lexer_token(Lexer *lexer, const char *token, Str text)
{
    put_token(lexer->out, str_from(token), text);
}

void lexer_groups(Lexer *lexer, const char *tokens, const Match *match)
{
    Str rest = str_from(tokens);
    Str token;

    for (size_t i = 1; i < PATTERN_GROUPS && str_split(&token, &rest, ' '); i++)
        put_token(lexer->out, token, match_group(match, i));
}

void lexer_push(Lexer *lexer, int state)
{
    if (lexer->height == lexer->room) {
        if (lexer->room >= FRAMES_MAX) {
            lexer->out->work = 0;
            return;
        }
        size_t room = lexer->room == 0 ? 32 : lexer->room * 2;
        lexer->stack = arena_grow(lexer->out->arena, lexer->stack, lexer->room * sizeof(Frame), room * sizeof(Frame));
        lexer->room = room;
    }
    lexer->stack[lexer->height++] = (Frame){ .state = (unsigned char)state };
}

void lexer_pop(Lexer *lexer)
{
    if (lexer->height > 1)
        lexer->height--;
}

void lexer_goto(Lexer *lexer, int state)
{
    *lexer_top(lexer) = (Frame){ .state = (unsigned char)state };
}

Frame *lexer_top(Lexer *lexer)
{
    return &lexer->stack[lexer->height - 1];
}

static bool is_word_of(const char *words, Str word, bool nocase)
{
    char spaced[48];

    if (word.len == 0 || word.len + 2 > sizeof(spaced))
        return false;
    spaced[0] = ' ';
    memcpy(spaced + 1, word.data, word.len);
    spaced[word.len + 1] = ' ';
    for (size_t i = 1; nocase && i <= word.len; i++)
        spaced[i] = (char)char_lower((unsigned char)spaced[i]);
    return memmem(words, strlen(words), spaced, word.len + 2) != NULL;
}

bool lexer_is_word(const char *words, Str word)
{
    return is_word_of(words, word, false);
}

static bool holds(Lexer *lexer, const Rule *rule, const Match *match)
{
    if (rule->words == NULL)
        return true;
    Str word = match_group(match, match->groups[1].start == STR_NONE ? 0 : 1);
    size_t read = strlen(rule->words) / 32;
    size_t *work = &lexer->out->work;
    *work = *work > read ? *work - read : 0;
    return is_word_of(rule->words, word, pattern_ignores_case(rule->pattern));
}

void lexer_reset(Lexer *lexer)
{
    const Language *language = lexer->language;

    lexer->height = 0;
    lexer_push(lexer, 0);
    if (language->start != NULL)
        language->start(lexer);
}

Lexer *lexer_new(const Language *language, Output *out)
{
    Lexer *lexer = ARENA_NEW(out->arena, Lexer);

    lexer->language = language;
    lexer->out = out;
    lexer->data = arena_alloc(out->arena, language->data_size);
    lexer_reset(lexer);
    return lexer;
}

static void move(Lexer *lexer, const Rule *rule)
{
    Frame top = *lexer_top(lexer);

    switch (rule->move) {
    case MOVE_PUSH:
        lexer_push(lexer, rule->target);
        break;
    case MOVE_PUSH_SAME:
        lexer_push(lexer, top.state);
        *lexer_top(lexer) = top;
        break;
    case MOVE_POP:
        lexer_pop(lexer);
        break;
    case MOVE_GOTO:
        lexer_goto(lexer, rule->target);
        break;
    case MOVE_STAY:
    case MOVE_MIXIN:
        break;
    }
}

/* A rule writes and moves only once it holds; `at` stands behind the match already then. */
static bool apply(Lexer *lexer, const Rule *rule)
{
    Match match;
    size_t before = lexer->at;

    if (!pattern_match(&match, rule->pattern, lexer->text, before, &lexer->out->work))
        return false;
    if (!holds(lexer, rule, &match))
        return false;
    lexer->at = match.groups[0].end;
    if (rule->act != NULL) {
        bool held = rule->act(lexer, &match);
        if (!held)
            lexer->at = before;
        return held;
    }
    if (rule->tokens != NULL && strchr(rule->tokens, ' ') != NULL)
        lexer_groups(lexer, rule->tokens, &match);
    else if (rule->tokens != NULL)
        lexer_token(lexer, rule->tokens, match_group(&match, 0));
    move(lexer, rule);
    return true;
}

/* Goes no deeper than tables name each other. */
static bool step(Lexer *lexer, int state)
{
    for (const Rule *rule = lexer->language->states[state]; rule->pattern != NULL || rule->move == MOVE_MIXIN; rule++) {
        size_t before = lexer->at;

        if (rule->move == MOVE_MIXIN) {
            if (step(lexer, rule->target))
                return true;
            continue;
        }
        if (!apply(lexer, rule))
            continue;
        if (lexer->at > before)
            lexer->null_steps = 0;
        else if (++lexer->null_steps > NULL_STEPS_MAX)
            return false;
        return true;
    }
    return false;
}

static void take_error(Lexer *lexer)
{
    size_t end = lexer->at + 1;

    while (end < lexer->text.len && ((unsigned char)lexer->text.data[end] & 0xc0) == 0x80)
        end++;
    lexer_token(lexer, "err", str_slice(lexer->text, lexer->at, end));
    lexer->at = end;
}

void lexer_read(Lexer *lexer, Str text)
{
    if (lexer->language->read != NULL) {
        lexer->language->read(lexer, text);
        return;
    }
    lexer->text = text;
    lexer->at = 0;
    lexer->null_steps = 0;
    while (lexer->at < text.len) {
        size_t before = lexer->at;
        if (lexer->out->work == 0) {
            lexer_token(lexer, "-", str_from_offset(text, lexer->at));
            return;
        }
        if (!step(lexer, lexer_top(lexer)->state) && lexer->at == before && lexer->out->work > 0)
            take_error(lexer);
    }
}

void lexer_read_within(Lexer *lexer, Lexer *inner, Str text)
{
    Output *out = lexer->out;

    if (out->depth == DEPTH_MAX) {
        lexer_token(lexer, "-", text);
        return;
    }
    out->depth++;
    lexer_read(inner, text);
    out->depth--;
}

void lexer_read_as(Lexer *lexer, const Language *language, Str text)
{
    if (text.len > 0)
        lexer_read_within(lexer, lexer_new(language, lexer->out), text);
}
