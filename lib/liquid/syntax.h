/* lib/liquid/syntax.h - values, filters and conditions as trees, and how markup is read into them. Internal to
 * lib/liquid. */
#pragma once

#include "liquid/expression.h"
#include "liquid/scan.h"

/* --- trees ------------------------------------------------------------------------------------------------------- */

typedef enum ExprKind { EXPR_LITERAL, EXPR_LOOKUP, EXPR_RANGE } ExprKind;
typedef struct Expr Expr;

/* One step of a path: `.name`, or `[key]` when `key` is not NULL. */
typedef struct PathStep {
    Str name;
    const Expr *key;
    bool is_command; /* size, first or last */
} PathStep;

struct Expr {
    ExprKind kind;
    union {
        LiquidValue literal;
        struct {
            Str name;        /* of the variable */
            const Expr *key; /* or what computes it: `["a b"]` */
            const PathStep *steps;
            size_t step_count;
        } lookup;
        struct {
            const Expr *first, *last;
        } range;
    };
};

typedef struct FilterArgument {
    Str name; /* "" but for `name: value` */
    const Expr *value;
} FilterArgument;

typedef struct Filter {
    LiquidFilter function; /* NULL: unknown, the input goes through */
    Str name;
    int min_args, max_args;
    const FilterArgument *args; /* the named ones last */
    size_t arg_count, named_count;
} Filter;

/* A value with filters. */
struct LiquidExpression {
    const Expr *input;
    const Filter *filters;
    size_t filter_count;
};

typedef enum Operator {
    OPERATOR_NONE, /* truth of the left side */
    OPERATOR_EQUAL,
    OPERATOR_NOT_EQUAL,
    OPERATOR_LESS,
    OPERATOR_MORE,
    OPERATOR_LESS_OR_EQUAL,
    OPERATOR_MORE_OR_EQUAL,
    OPERATOR_CONTAINS,
    OPERATOR_UNKNOWN, /* fails when it is reached */
} Operator;

/* `and` and `or` bind alike, and to the right. */
struct LiquidCondition {
    const Expr *left, *right;
    Operator relation;
    Str sign;
    bool next_is_or;
    const LiquidCondition *next; /* NULL at the end */
};

/* --- reading ----------------------------------------------------------------------------------------------------- */

typedef struct Syntax {
    const LiquidEngine *engine; /* NULL: no filters are known */
    LiquidMode mode;
    Arena *arena;
    Diags *diags;
    size_t warnings; /* so far: a template has no more than a hundred */
} Syntax;

/* Each reads the whole of `markup`, strictly first, then as Liquid's lax parser with a warning. NULL: it cannot be read
 * at all, and one diagnostic says so. */
const LiquidExpression *syntax_expression(Syntax *syntax, Located markup);
const LiquidCondition *syntax_condition(Syntax *syntax, Located markup);

/* What the lax parser makes of one fragment; never NULL. */
const Expr *syntax_fragment(Syntax *syntax, Str fragment);

/* --- the strict parser ------------------------------------------------------------------------------------------- */

/* Where it stands in the markup. The first fault stays, and all that follows gives false or NULL. */
typedef struct Strict {
    Syntax *syntax;
    Str markup;
    Token token, next;
    int depth;
    const char *wanted; /* what the fault was: NULL for none */
    Token fault;
} Strict;

void strict_start(Strict *strict, Syntax *syntax, Str markup);
bool strict_look(const Strict *strict, TokenKind kind);
bool strict_look_name(const Strict *strict, Str name);
bool strict_accept(Strict *strict, TokenKind kind);
bool strict_accept_name(Strict *strict, Str name);
bool strict_expect(Strict *strict, TokenKind kind, const char *wanted);
bool strict_fail(Strict *strict, const char *wanted);
Str strict_take(Strict *strict); /* the token's text; moves on */
const Expr *strict_value(Strict *strict);
const LiquidExpression *strict_expression(Strict *strict);
const LiquidCondition *strict_condition(Strict *strict);
bool strict_end(Strict *strict); /* nothing is left, and there was no fault */

bool syntax_may_warn(Syntax *syntax); /* counts one more warning; false when there were enough */

/* Says what the strict parser did not take: in strict mode a fault (false), else a warning (true). */
bool syntax_warn_lax(const Strict *strict, Located markup);
bool syntax_refuse(const Strict *strict, Located markup); /* a fault that neither parser takes; false */
void syntax_hint(const Strict *strict, Located markup);   /* what to write instead, where that is known */
Str syntax_found(const Strict *strict);                   /* what stands where the fault is, for messages */

/* The lax parser: NULL when it finds nothing it can use. */
const LiquidExpression *lax_expression(Syntax *syntax, Str markup);
const LiquidCondition *lax_condition(Syntax *syntax, Str markup);

/* Parts of trees. */
const Expr *syntax_literal(Syntax *syntax, LiquidValue value);
const Expr *syntax_named(Syntax *syntax, Str name); /* `nil`, `true`, ... or NULL */
const Expr *syntax_number(Syntax *syntax, Str text);
const Expr *syntax_range(Syntax *syntax, const Expr *first, const Expr *last);
bool syntax_is_command(Str name);
Filter syntax_filter(Syntax *syntax, Str name, const FilterArgument *args, size_t count);
Operator syntax_operator(Str text);
