/* lib/markup/highlight/lexer.h - the engine all languages share: a stack of states, each a table of rules. */
#pragma once

#include "base/buf.h"
#include "markup/highlight/pattern.h"

typedef struct Lexer Lexer;

/* What becomes of the stack of states behind a rule. */
typedef enum Move {
    MOVE_STAY,
    MOVE_PUSH,      /* `target` comes on top */
    MOVE_PUSH_SAME, /* the state on top once more */
    MOVE_POP,
    MOVE_GOTO,  /* `target` in place of the top */
    MOVE_MIXIN, /* no rule of its own: the rules of `target` stand here */
} Move;

/* The first rule of the state on top whose pattern matches (see pattern.h) wins. `tokens` names the class of what it
 * matched, or with spaces between them the classes of the groups, the text outside them dropped; "-" is plain
 * text, NULL writes nothing. With `words`, a list with a space around each, the rule holds only when group 1 (without
 * groups: all) is one of them; where the pattern ignores case they stand in small letters. `act` does in code what
 * tables cannot say, in place of `tokens` and the move; when it gives false the rule did not match. A table ends with
 * an empty rule. */
typedef struct Rule {
    const char *pattern;
    const char *tokens;
    Move move;
    int target;
    const char *words;
    bool (*act)(Lexer *lexer, const Match *match);
} Rule;

#define TAKE(pattern_, tokens_)                                                                                        \
    {                                                                                                                  \
        .pattern = pattern_, .tokens = tokens_                                                                         \
    }
#define TAKE_MOVE(pattern_, tokens_, move_, target_, words_)                                                           \
    {                                                                                                                  \
        .pattern = pattern_, .tokens = tokens_, .move = move_, .target = target_, .words = words_                      \
    }
#define PUSH(pattern, tokens, target) TAKE_MOVE(pattern, tokens, MOVE_PUSH, target, NULL)
#define PUSH_SAME(pattern, tokens) TAKE_MOVE(pattern, tokens, MOVE_PUSH_SAME, 0, NULL)
#define GOTO(pattern, tokens, target) TAKE_MOVE(pattern, tokens, MOVE_GOTO, target, NULL)
#define POP(pattern, tokens) TAKE_MOVE(pattern, tokens, MOVE_POP, 0, NULL)
#define WORD(pattern, tokens, words) TAKE_MOVE(pattern, tokens, MOVE_STAY, 0, words)
#define WORD_PUSH(pattern, tokens, target, words) TAKE_MOVE(pattern, tokens, MOVE_PUSH, target, words)
#define ACT(pattern_, act_)                                                                                            \
    {                                                                                                                  \
        .pattern = pattern_, .act = act_                                                                               \
    }
#define RULES(state)                                                                                                   \
    {                                                                                                                  \
        .move = MOVE_MIXIN, .target = state                                                                            \
    } /* those of another state, in this place */

typedef struct Language {
    const char *names;                    /* with a space around each */
    const Rule *const *states;            /* state 0 is the first */
    size_t data_size;                     /* of what the language keeps while it reads; zeroed at first */
    void (*start)(Lexer *lexer);          /* may push states; also when a lexer is reset */
    void (*read)(Lexer *lexer, Str text); /* in place of `states`, for a language that splits text for others */
} Language;

/* A state on the stack, with the delimiters that a state for quoted text ends at. */
typedef struct Frame {
    unsigned char state;
    char open, close;
} Frame;

/* Where all lexers of one text write. */
typedef struct Output {
    Buf *html;
    Arena *arena; /* of the lexers; ends with the text */
    Str open;     /* class of the span that is open */
    size_t work;  /* how many steps are left: what keeps hostile text from taking more than linear time */
    int depth;    /* of lexers within lexers */
} Output;

struct Lexer {
    const Language *language;
    Output *out;
    void *data;
    Str text;
    size_t at;
    Frame *stack;
    size_t height, room;
    int null_steps; /* rules in a row that matched without taking text */
};

Lexer *lexer_new(const Language *language, Output *out);
void lexer_reset(Lexer *lexer);

/* Reads more text, in the state where it stopped before. */
void lexer_read(Lexer *lexer, Str text);

/* Reads `text` by another lexer, by a fresh one of that language. Beyond a depth of some lexers within lexers it is
 * plain text. */
void lexer_read_within(Lexer *lexer, Lexer *inner, Str text);
void lexer_read_as(Lexer *lexer, const Language *language, Str text);

/* For `act` and `read`. A state is pushed without delimiters; popping the last one leaves it. */
void lexer_token(Lexer *lexer, const char *token, Str text);
void lexer_groups(Lexer *lexer, const char *tokens, const Match *match);
void lexer_push(Lexer *lexer, int state);
void lexer_pop(Lexer *lexer);
void lexer_goto(Lexer *lexer, int state);
Frame *lexer_top(Lexer *lexer);

bool lexer_is_word(const char *words, Str word);

/* Ends the open span. */
void output_close(Output *out);
