/* cmd/herald/manual.c - manual pages in mdoc(7), from the tables of the commands. */
#include "base/version.h"
#include "program.h"

/* Text that no formatter takes for a request or an escape. */
static void put_text(Buf *out, Str text)
{
    bool line_start = true;

    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (line_start && (c == '.' || c == '\''))
            buf_put_cstr(out, "\\&");
        if (c == '\\')
            buf_put_cstr(out, "\\e");
        else
            buf_put_char(out, c);
        line_start = c == '\n';
    }
}

/* A paragraph, with a new line for each sentence, as mdoc wants it. */
static void put_paragraph(Buf *out, Str paragraph)
{
    size_t start = 0;

    for (size_t i = 0; i + 1 < paragraph.len; i++) {
        char c = paragraph.data[i];
        bool ends = (c == '.' || c == '?' || c == '!') && paragraph.data[i + 1] == ' '
                    && char_upper(str_at(paragraph, i + 2)) == str_at(paragraph, i + 2);
        if (!ends && c != '\n')
            continue;
        put_text(out, str_trim(str_slice(paragraph, start, i + 1)));
        buf_put_char(out, '\n');
        start = i + 1;
    }
    put_text(out, str_trim(str_from_offset(paragraph, start)));
    buf_put_char(out, '\n');
}

static void put_description(Buf *out, const char *description)
{
    Str rest = str_from(description);
    Str paragraph;
    bool is_example;

    buf_put_cstr(out, ".Sh DESCRIPTION\n");
    for (bool first = true; next_paragraph(&paragraph, &is_example, &rest); first = false) {
        if (is_example) {
            buf_put_cstr(out, ".Bd -literal\n");
            put_text(out, paragraph);
            buf_put_cstr(out, "\n.Ed\n");
        } else {
            buf_put_cstr(out, first ? "" : ".Pp\n");
            put_paragraph(out, paragraph);
        }
    }
}

/* `[PATH...]` and the like, word by word: optional ones with .Op, the others with .Ar. */
static void put_operands(Buf *out, Str operands)
{
    Str word;

    while (str_split(&word, &operands, ' ')) {
        bool optional = str_starts_with(word, STR("[")) && str_ends_with(word, STR("]"));
        if (optional)
            word = str_slice(word, 1, word.len - 1);
        bool repeated = str_ends_with(word, STR("..."));
        if (repeated)
            word = str_slice(word, 0, word.len - 3);
        buf_put_format(out, ".%s " STR_FMT "%s\n", optional ? "Op Ar" : "Ar", STR_ARG(word), repeated ? " ..." : "");
    }
}

static void put_option(Buf *out, const Option *option)
{
    Str value = option_value(option, out->arena);

    buf_put_cstr(out, ".It");
    if (option->letter != 0)
        buf_put_format(out, " Fl %c ,", option->letter);
    buf_put_format(out, " Fl -%s", option->name);
    if (value.len > 0)
        buf_put_format(out, " Ns = Ns Ar " STR_FMT, STR_ARG(value));
    buf_put_char(out, '\n');
    put_paragraph(out, str_from(option->help));
}

static void put_options(Buf *out, const char *introduction, const Option *options)
{
    if (options->name == NULL)
        return;
    buf_put_format(out, ".Pp\n%s:\n.Bl -tag -width Ds\n", introduction);
    for (const Option *option = options; option->name != NULL; option++)
        put_option(out, option);
    buf_put_cstr(out, ".El\n");
}

static void put_commands(Buf *out)
{
    buf_put_cstr(out, ".Pp\nThe commands are:\n.Bl -tag -width Ds\n");
    for (const Command *const *command = commands; *command != NULL; command++) {
        buf_put_format(out, ".It Cm %s\n", (*command)->name);
        put_paragraph(out, str_from((*command)->summary));
    }
    buf_put_cstr(out, ".El\n");
}

static void put_exit_status(Buf *out)
{
    static const struct {
        int status;
        const char *meaning;
    } statuses[] = {
        { EXIT_CLEAN, "All is well." },
        { EXIT_CONTENT, "The content is at fault." },
        { EXIT_USAGE, "The command was called wrongly." },
        { EXIT_WORLD, "The disk, the network or the memory failed." },
        { EXIT_DEFERRED, "Some mail is left for later." },
    };

    buf_put_cstr(out, ".Sh EXIT STATUS\n.Bl -tag -width Ds\n");
    for (size_t i = 0; i < sizeof(statuses) / sizeof(statuses[0]); i++)
        buf_put_format(out, ".It %d\n%s\n", statuses[i].status, statuses[i].meaning);
    buf_put_cstr(out, ".El\n");
}

static void put_see_also(Buf *out, const Command *command)
{
    buf_put_cstr(out, ".Sh SEE ALSO\n");
    if (command != NULL) {
        buf_put_cstr(out, ".Xr herald 1\n");
        return;
    }
    for (const Command *const *other = commands; *other != NULL; other++)
        buf_put_format(out, ".Xr herald-%s 1%s\n", (*other)->name, other[1] == NULL ? "" : " ,");
}

static void put_title(Buf *out, const Command *command)
{
    Str name = command == NULL ? STR("herald") : arena_format(out->arena, "herald-%s", command->name);

    buf_put_format(out, ".\\\" Made by \"herald help --man\" from the tables in cmd/herald.\n.Dd %s\n.Dt ",
                   HERALD_DATE);
    for (size_t i = 0; i < name.len; i++)
        buf_put_char(out, (char)char_upper(str_at(name, i)));
    buf_put_format(out, " 1\n.Os\n.Sh NAME\n.Nm " STR_FMT "\n.Nd %s\n", STR_ARG(name),
                   command == NULL ? program_summary : command->summary);
}

void manual_put(Buf *out, const Command *command)
{
    put_title(out, command);
    buf_put_cstr(out, ".Sh SYNOPSIS\n.Nm herald\n");
    if (command == NULL) {
        buf_put_cstr(out, ".Op Ar option ...\n.Ar command\n.Op Ar argument ...\n");
    } else {
        buf_put_format(out, ".Cm %s\n.Op Ar option ...\n", command->name);
        put_operands(out, str_from(command->operands));
    }
    put_description(out, command == NULL ? program_description : command->description);
    if (command == NULL)
        put_commands(out);
    else
        put_options(out, "The options of this command are", command->options);
    put_options(out, "Every command takes", common_options);
    put_exit_status(out);
    put_see_also(out, command);
}
