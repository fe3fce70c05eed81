#include "markup/highlight/languages.h"

/* A session: lines with a prompt are commands, others what they printed. */
typedef struct Session {
    Lexer *command;
    Lexer *output; /* NULL: one token */
    size_t (*find_prompt)(Str line);
} Session;

static Str next_line(Str *rest)
{
    size_t end = str_find_char(*rest, '\n', 0);
    Str line = end == STR_NONE ? *rest : str_slice(*rest, 0, end + 1);

    *rest = str_from_offset(*rest, line.len);
    return line;
}

/* "..." or "<...>": here something was left out. */
static bool is_elision(Str line)
{
    line = str_trim(line);
    if (line.len > 2 && line.data[0] == '<' && line.data[line.len - 1] == '>')
        line = str_slice(line, 1, line.len - 1);
    for (size_t i = 0; i < line.len; i++) {
        if (line.data[i] != '.')
            return false;
    }
    return line.len > 0;
}

static void reset(Session *session, bool also_command)
{
    if (also_command)
        lexer_reset(session->command);
    if (session->output != NULL)
        lexer_reset(session->output);
}

static void read_command(Lexer *lexer, Session *session, Str line, size_t prompt)
{
    Str code = str_trim_left(str_from_offset(line, prompt));

    reset(session, false);
    lexer_token(lexer, "gp", str_slice(line, 0, prompt));
    lexer_token(lexer, "w", str_slice(line, prompt, line.len - code.len));
    lexer_read(session->command, code);
}

static void read_line(Lexer *lexer, Session *session, Str line)
{
    size_t prompt = session->find_prompt(line);

    if (is_elision(line)) {
        reset(session, true);
        lexer_token(lexer, "c", line);
    } else if (prompt > 0) {
        read_command(lexer, session, line, prompt);
    } else if (str_at(str_trim(line), 0) == '#') {
        reset(session, true);
        lexer_token(lexer, "c", line);
    } else {
        lexer_reset(session->command);
        if (session->output != NULL)
            lexer_read(session->output, line);
        else
            lexer_token(lexer, "go", line);
    }
}

static void read_session(Lexer *lexer, Str text)
{
    while (text.len > 0)
        read_line(lexer, lexer->data, next_line(&text));
}

/* The length of what stands before the command, or 0. */
static size_t find_shell_prompt(Str line)
{
    for (size_t i = 0; i < line.len; i++) {
        if (memchr("$#>;", line.data[i], 4) != NULL)
            return i + 1;
    }
    return 0;
}

static void start_console(Lexer *lexer)
{
    Session *session = lexer->data;

    session->find_prompt = find_shell_prompt;
    session->command = lexer_new(&language_shell, lexer->out);
}

const Language language_console = { .names = " console terminal shell_session shell-session ",
                                    .data_size = sizeof(Session),
                                    .start = start_console,
                                    .read = read_session };

static size_t find_irb_prompt(Str line)
{
    size_t irb = str_find(line, STR("irb"), 0);
    size_t pry = str_find(line, STR("pry"), 0);

    for (size_t i = (irb < pry ? irb : pry); i < line.len; i++) {
        if (memchr(">\"*", line.data[i], 3) != NULL)
            return i + 1;
    }
    return 0;
}

static void start_irb(Lexer *lexer)
{
    Session *session = lexer->data;

    session->find_prompt = find_irb_prompt;
    session->command = lexer_new(&language_ruby, lexer->out);
    session->output = lexer_new(&language_irb_output, lexer->out);
}

const Language language_irb = {
    .names = " irb pry ", .data_size = sizeof(Session), .start = start_irb, .read = read_session
};
