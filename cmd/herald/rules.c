/* cmd/herald/rules.c - `herald rules`: the rules that herald knows. */
#include "check/catalogue.h"
#include "command.h"

typedef enum RulesFormat { RULES_TEXT, RULES_JSON, RULES_MARKDOWN } RulesFormat;
static const char *const formats[] = { "text", "json", "markdown", NULL };

typedef struct RulesArgs {
    int format;
} RulesArgs;

static const Option options[] = {
    { 'f', "format", OPTION_CHOICE, offsetof(RulesArgs, format), NULL,
      "a list, all of each rule for programs, or the page of docs/DIAGNOSTICS.md", formats },
    OPTION_END,
};

static int rules_run(const Env *env, const void *args, StrList operands)
{
    const RulesArgs *rules = args;
    Arena arena = { 0 };
    Buf out = { .arena = &arena };

    if (operands.len > 0)
        return usage_error(env, "rules", "it takes no operand; \"herald explain\" says more about one rule");
    if (rules->format == RULES_JSON)
        catalogue_put_json(&out);
    else if (rules->format == RULES_MARKDOWN)
        catalogue_put_markdown(&out);
    else
        catalogue_put_text(&out, (size_t)env->columns);
    print_text(env->out, buf_str(&out));
    arena_free(&arena);
    return EXIT_CLEAN;
}

const Command cmd_rules = {
    .name = "rules",
    .operands = "",
    .summary = "list the rules that check goes by",
    .description = "Lists every rule with its code, its name, its severity where the site sets no other, and what it "
                   "finds.\n\n"
                   "In JSON each rule is an object with code, name, group, severity, stops (whether it can stop a "
                   "build), fix (safe, unsafe or null), summary, advice (Markdown), and where there are examples, bad "
                   "and good.\n\n"
                   "  herald rules\n"
                   "  herald rules --format=json",
    .options = options,
    .args_size = sizeof(RulesArgs),
    .run = rules_run,
};
