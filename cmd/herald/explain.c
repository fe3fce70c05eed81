/* cmd/herald/explain.c - `herald explain`: what a rule finds, why it matters, and what to write instead. */
#include "check/catalogue.h"
#include "command.h"

enum { COLUMNS_MIN = 20, COLUMNS_MAX = 80 };

static int refuse(const Env *env, Str word)
{
    Str meant = rule_nearest(word);

    if (meant.len > 0)
        return usage_error(env, "explain", "there is no rule \"" STR_FMT "\"; did you mean \"" STR_FMT "\"?",
                           STR_ARG(word), STR_ARG(meant));
    return usage_error(env, "explain", "there is no rule \"" STR_FMT "\"; \"herald rules\" lists them", STR_ARG(word));
}

static int explain_run(const Env *env, const void *args, StrList words)
{
    Arena arena = { 0 };
    Buf out = { .arena = &arena };
    int status = EXIT_CLEAN;
    int columns = env->columns > COLUMNS_MAX ? COLUMNS_MAX : env->columns < COLUMNS_MIN ? COLUMNS_MIN : env->columns;
    (void)args;

    if (words.len == 0)
        return usage_error(env, "explain", "name a rule by its code or its name, as \"herald explain DT303\"");
    for (size_t i = 0; i < words.len; i++) {
        const Rule *rule = rule_find(words.items[i]);
        if (rule == NULL) {
            status = refuse(env, words.items[i]);
            continue;
        }
        buf_put_cstr(&out, out.len > 0 ? "\n" : "");
        rule_put_text(&out, rule, (size_t)columns);
    }
    print_text(env->out, buf_str(&out));
    arena_free(&arena);
    return status;
}

const Command cmd_explain = {
    .name = "explain",
    .operands = "RULE [RULE...]",
    .summary = "say what a rule finds, why, and what to write instead",
    .description = "RULE is the code or the name that stands at the end of a message, as DT303 or date-noncanonical. "
                   "Says what the rule finds, why that matters, what to write instead, and shows an example of both.\n"
                   "\n"
                   "  herald explain DT303\n"
                   "  herald explain date-noncanonical",
    .options = (const Option[]){ OPTION_END },
    .args_size = 0,
    .run = explain_run,
};
