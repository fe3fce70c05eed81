#include "markup/highlight/ruby.h"

void ruby_start(Lexer *lexer)
{
    RubyData *data = lexer->data;

    data->first = data->len = 0;
    lexer_push(lexer, RUBY_EXPR_START);
}

bool ruby_start_ternary(Lexer *lexer, const Match *match)
{
    lexer_token(lexer, "p", match_group(match, 0));
    lexer_push(lexer, RUBY_TERNARY);
    lexer_push(lexer, RUBY_EXPR_START);
    return true;
}

bool ruby_start_defexpr(Lexer *lexer, const Match *match)
{
    lexer_token(lexer, "p", match_group(match, 0));
    lexer_push(lexer, RUBY_DEFEXPR);
    lexer_push(lexer, RUBY_EXPR_START);
    return true;
}

static char closing(char open)
{
    static const char pairs[] = "{}[]()<>";
    const char *found = memchr(pairs, open, sizeof(pairs) - 1);

    return found != NULL && (found - pairs) % 2 == 0 ? found[1] : open;
}

bool ruby_start_sigil(Lexer *lexer, const Match *match)
{
    int kind = str_at(match_group(match, 1), 0);
    int open = str_at(match_group(match, 2), 0);

    if (open >= 0x80)
        return false;
    lexer_token(lexer, kind == 'r' ? "sr" : "sx", match_group(match, 0));
    if (kind == 'r')
        lexer_push(lexer, RUBY_REGEX_FLAGS);
    bool interpolated = kind == 'Q' || kind == 'W' || kind == 'x' || kind == 'I';
    lexer_push(lexer, kind == 'r' ? RUBY_SIGIL_REGEX : interpolated ? RUBY_SIGIL_INTERPOLATED : RUBY_SIGIL_PLAIN);
    lexer_top(lexer)->open = (char)open;
    lexer_top(lexer)->close = closing((char)open);
    return true;
}

bool ruby_sigil_escape(Lexer *lexer, const Match *match)
{
    char c = match_group(match, 0).data[1];

    if (c != '#' && c != '\\' && c != lexer_top(lexer)->open && c != lexer_top(lexer)->close)
        return false;
    lexer_token(lexer, "se", match_group(match, 0));
    return true;
}

bool ruby_sigil_delimiter(Lexer *lexer, const Match *match)
{
    Frame top = *lexer_top(lexer);
    char c = match_group(match, 0).data[0];

    if (c != top.open && c != top.close)
        return false;
    lexer_token(lexer, top.state == RUBY_SIGIL_REGEX ? "sr" : "sx", match_group(match, 0));
    if (c == top.close) {
        lexer_pop(lexer);
    } else {
        lexer_push(lexer, top.state);
        *lexer_top(lexer) = top;
    }
    return true;
}

static void await(Lexer *lexer, Heredoc heredoc)
{
    RubyData *data = lexer->data;

    if (data->len == data->cap) {
        size_t cap = data->cap == 0 ? 8 : data->cap * 2;
        data->queue = arena_grow(lexer->out->arena, data->queue, data->cap * sizeof(Heredoc), cap * sizeof(Heredoc));
        data->cap = cap;
    }
    data->queue[data->len++] = heredoc;
}

bool ruby_start_heredoc(Lexer *lexer, const Match *match)
{
    Str name = match_group(match, 2);

    lexer_groups(lexer, "o no", match);
    if (!char_is_alnum(name.data[0]) && name.data[0] != '_')
        name = str_slice(name, 1, name.len - 1);
    await(lexer, (Heredoc){ name, match_group(match, 1).len == 3 });
    if (lexer_top(lexer)->state != RUBY_HEREDOC_QUEUE)
        lexer_push(lexer, RUBY_HEREDOC_QUEUE);
    return true;
}

/* Each line within a here document: when it is the end, the next one is awaited. */
bool ruby_test_heredoc(Lexer *lexer, const Match *match)
{
    RubyData *data = lexer->data;
    Str line = match_group(match, 0);
    const Heredoc *heredoc = &data->queue[data->first];
    bool is_end =
        data->first < data->len && str_eq(heredoc->indented ? str_trim(line) : str_trim_right(line), heredoc->name);

    lexer_token(lexer, is_end ? "no" : "sh", line);
    lexer_pop(lexer);
    if (is_end && ++data->first == data->len) {
        data->first = data->len = 0;
        lexer_pop(lexer);
    }
    return true;
}
