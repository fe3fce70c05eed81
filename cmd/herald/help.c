/* cmd/herald/help.c - help for the terminal, and `herald help`. */
#include "base/version.h"
#include "option.h"
#include "program.h"

enum { COLUMNS = 80, OPTION_INDENT = 26, COMMAND_INDENT = 13 };

bool next_paragraph(Str *paragraph, bool *is_example, Str *rest)
{
    while (str_at(*rest, 0) == '\n')
        *rest = str_from_offset(*rest, 1);
    if (rest->len == 0)
        return false;
    size_t end = str_find(*rest, STR("\n\n"), 0);
    *paragraph = str_slice(*rest, 0, end);
    *rest = str_from_offset(*rest, paragraph->len);
    *is_example = str_starts_with(*paragraph, STR("  "));
    return true;
}

Str option_value(const Option *option, Arena *arena)
{
    Buf value = { .arena = arena };

    if (option->kind == OPTION_FLAG || option->value != NULL)
        return str_from(option->value);
    for (size_t i = 0; option->choices != NULL && option->choices[i] != NULL; i++) {
        buf_put_cstr(&value, i == 0 ? "" : "|");
        buf_put_cstr(&value, option->choices[i]);
    }
    return buf_str(&value);
}

/* Puts words on lines that begin at `indent`, where the first line already stands. */
static void put_wrapped(Buf *out, Str text, size_t indent)
{
    size_t column = indent;

    for (Str rest = str_trim_left(text); rest.len > 0; rest = str_trim_left(rest)) {
        size_t end = 0;
        while (end < rest.len && !char_is_space(str_at(rest, end)))
            end++;
        Str word = str_slice(rest, 0, end);
        rest = str_from_offset(rest, end);
        if (column > indent && column + 1 + word.len > COLUMNS) {
            buf_put_char(out, '\n');
            buf_put_repeated(out, ' ', indent);
            column = indent;
        } else if (column > indent) {
            buf_put_char(out, ' ');
            column++;
        }
        buf_put(out, word);
        column += word.len;
    }
    buf_put_char(out, '\n');
}

/* A term, and what it means in a column of its own. */
static void put_entry(Buf *out, Str term, Str meaning, size_t indent)
{
    buf_put_cstr(out, "  ");
    buf_put(out, term);
    if (term.len + 4 > indent) {
        buf_put_char(out, '\n');
        buf_put_repeated(out, ' ', indent);
    } else {
        buf_put_repeated(out, ' ', indent - 2 - term.len);
    }
    put_wrapped(out, meaning, indent);
}

static void put_options(Buf *out, const char *heading, const Option *options)
{
    if (options->name == NULL)
        return;
    buf_put_format(out, "\n%s:\n", heading);
    for (const Option *option = options; option->name != NULL; option++) {
        Str value = option_value(option, out->arena);
        Buf term = { .arena = out->arena };
        if (option->letter != 0)
            buf_put_format(&term, "-%c, ", option->letter);
        buf_put_format(&term, "%s--%s", option->letter != 0 ? "" : "    ", option->name);
        if (value.len > 0)
            buf_put_format(&term, "=" STR_FMT, STR_ARG(value));
        put_entry(out, buf_str(&term), str_from(option->help), OPTION_INDENT);
    }
}

static void put_description(Buf *out, const char *description)
{
    Str rest = str_from(description);
    Str paragraph;
    bool is_example;

    while (next_paragraph(&paragraph, &is_example, &rest)) {
        buf_put_char(out, '\n');
        if (is_example) {
            buf_put(out, paragraph);
            buf_put_char(out, '\n');
        } else {
            put_wrapped(out, paragraph, 0);
        }
    }
}

static void put_program_help(Buf *out)
{
    buf_put_format(out, "usage: herald [OPTION...] COMMAND [ARGUMENT...]\n\nherald %s: %s.\n", HERALD_VERSION,
                   program_summary);
    put_description(out, program_description);
    buf_put_cstr(out, "\nCommands:\n");
    for (const Command *const *command = commands; *command != NULL; command++)
        put_entry(out, str_from((*command)->name), str_from((*command)->summary), COMMAND_INDENT);
    put_options(out, "Options of every command", common_options);
    buf_put_cstr(out, "\n\"herald help COMMAND\" says more about a command.\n");
}

void help_put(Buf *out, const Command *command)
{
    if (command == NULL) {
        put_program_help(out);
        return;
    }
    buf_put_format(out, "usage: herald %s [OPTION...]%s%s\n\nherald %s: %s.\n", command->name,
                   command->operands[0] == '\0' ? "" : " ", command->operands, command->name, command->summary);
    put_description(out, command->description);
    put_options(out, "Options", command->options);
    put_options(out, "Options of every command", common_options);
}

typedef struct HelpArgs {
    bool man;
} HelpArgs;

static const Option options[] = {
    { 0, "man", OPTION_FLAG, offsetof(HelpArgs, man), NULL, "print the manual page, in the format of mdoc(7)", NULL },
    OPTION_END,
};

static int help_run(const Env *env, const void *args, StrList operands)
{
    const HelpArgs *help = args;
    Arena arena = { 0 };
    Buf out = { .arena = &arena };
    const Command *command = operands.len == 0 ? NULL : command_find(operands.items[0]);

    if (operands.len > 1 || (operands.len == 1 && command == NULL)) {
        Str word = operands.items[operands.len - 1];
        arena_free(&arena);
        return usage_error(env, "help", "there is no command \"" STR_FMT "\"", STR_ARG(word));
    }
    if (help->man)
        manual_put(&out, command);
    else
        help_put(&out, command);
    print_text(env->out, buf_str(&out));
    arena_free(&arena);
    return EXIT_CLEAN;
}

const Command cmd_help = {
    .name = "help",
    .operands = "[COMMAND]",
    .summary = "say how herald or one of its commands is used",
    .description = "Without COMMAND, lists the commands.\n\n"
                   "  herald help check\n"
                   "  herald help --man check | man -l -",
    .options = options,
    .args_size = sizeof(HelpArgs),
    .run = help_run,
};
