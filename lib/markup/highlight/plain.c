#include "markup/highlight/languages.h"

static void read_plain(Lexer *lexer, Str text)
{
    lexer_token(lexer, "-", text);
}

const Language language_plain = { .names = " plaintext text ", .read = read_plain };
