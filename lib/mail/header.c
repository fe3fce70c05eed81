/* lib/mail/header.c */
#include "mail/header.h"

#include "mail/encode.h"
#include "text/datetime.h"
#include "text/sha256.h"

/* A field under way. Lines end before ENCODE_LINE_MAX, which is the limit of lines with an encoded word and below that
 * of all others (78). */
typedef struct Field {
    Buf *out;
    size_t column;
    bool begun; /* has a part of its value on the first line: none may be left empty */
} Field;

static Field begin(Buf *out, Str name)
{
    buf_put(out, name);
    buf_put_char(out, ':');
    return (Field){ .out = out, .column = name.len + 1 };
}

static void end(Field *field)
{
    buf_put(field->out, STR("\r\n"));
}

static void put_word(Field *field, Str word)
{
    if (field->begun && field->column + 1 + word.len > ENCODE_LINE_MAX) {
        buf_put(field->out, STR("\r\n"));
        field->column = 0;
    }
    buf_put_char(field->out, ' ');
    buf_put(field->out, word);
    field->column += 1 + word.len;
    field->begun = true;
}

static bool is_separator(int c)
{
    return (c >= 0 && c <= ' ') || c == 0x7f;
}

/* The next run of characters other than blanks and controls. */
static bool next_word(Str *word, Str *rest)
{
    size_t start = 0;
    while (start < rest->len && is_separator(str_at(*rest, start)))
        start++;
    size_t stop = start;
    while (stop < rest->len && !is_separator(str_at(*rest, stop)))
        stop++;
    *word = str_slice(*rest, start, stop);
    *rest = str_from_offset(*rest, stop);
    return word->len > 0;
}

/* One blank between words: what stands between two encoded words is lost to the reader, so neighbours that need it are
 * encoded as one text. */
static void put_text(Field *field, Str text)
{
    Buf run = { .arena = field->out->arena };
    Str word;

    while (next_word(&word, &text)) {
        if (encode_word_needed(word)) {
            buf_put(&run, run.len > 0 ? STR(" ") : STR(""));
            buf_put(&run, word);
            continue;
        }
        encode_words(field->out, &field->column, buf_str(&run));
        field->begun = field->begun || run.len > 0;
        run.len = 0;
        put_word(field, word);
    }
    encode_words(field->out, &field->column, buf_str(&run));
    field->begun = field->begun || run.len > 0;
}

/* --- phrases: RFC 5322 section 3.2.5 --- */

static bool is_atom_text(Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (!char_is_alnum(str_at(s, i)) && str_find_char(STR(" !#$%&'*+-/=?^_`{|}~"), s.data[i], 0) == STR_NONE)
            return false;
    }
    return true;
}

static Str quote(Str s, Arena *arena)
{
    Buf quoted = { .arena = arena };

    buf_put_char(&quoted, '"');
    for (size_t i = 0; i < s.len; i++) {
        if (s.data[i] == '"' || s.data[i] == '\\')
            buf_put_char(&quoted, '\\');
        buf_put_char(&quoted, s.data[i]);
    }
    buf_put_char(&quoted, '"');
    return buf_str(&quoted);
}

/* The words with one blank between them; `*plain` when none of them must be encoded. */
static Str fold_blanks(bool *plain, Str text, Arena *arena)
{
    Buf folded = { .arena = arena };
    Str word;

    *plain = true;
    while (next_word(&word, &text)) {
        buf_put(&folded, folded.len > 0 ? STR(" ") : STR(""));
        buf_put(&folded, word);
        *plain = *plain && !encode_word_needed(word);
    }
    return buf_str(&folded);
}

static void put_phrase(Field *field, Str phrase)
{
    bool plain;
    Str text = fold_blanks(&plain, phrase, field->out->arena);

    if (plain && is_atom_text(text)) {
        put_text(field, text);
        return;
    }
    Str quoted = quote(text, field->out->arena);
    if (plain && field->column + 1 + quoted.len <= ENCODE_LINE_MAX) {
        put_word(field, quoted);
    } else {
        encode_words(field->out, &field->column, text);
        field->begun = true;
    }
}

static void put_bracketed(Field *field, Str identifier)
{
    put_word(field, arena_join(field->out->arena, STR("<"), identifier, STR(">")));
}

/* --- fields --- */

void header_put_text(Buf *out, Str name, Str text)
{
    size_t start = out->len;
    Field field = begin(out, name);

    put_text(&field, text);
    if (field.begun)
        end(&field);
    else
        out->len = start;
}

void header_put_value(Buf *out, Str name, Str value)
{
    Field field = begin(out, name);
    Str word;

    while (next_word(&word, &value))
        put_word(&field, word);
    end(&field);
}

void header_put_identifier(Buf *out, Str name, Str phrase, Str identifier)
{
    Field field = begin(out, name);

    put_phrase(&field, phrase);
    put_bracketed(&field, identifier);
    end(&field);
}

void header_put_mailbox(Buf *out, Str name, const Mailbox *mailbox)
{
    bool quoted = str_at(mailbox->address, 0) == '"'; /* may hold blanks, which brackets keep from being folded */

    if (quoted || str_trim(mailbox->name).len > 0)
        header_put_identifier(out, name, mailbox->name, mailbox->address);
    else
        header_put_value(out, name, mailbox->address);
}

void header_put_date(Buf *out, int64_t unix_s, int32_t offset_s)
{
    buf_put(out, STR("Date: "));
    datetime_put_rfc5322(out, unix_s, offset_s);
    buf_put(out, STR("\r\n"));
}

Str header_message_id(StrList parts, Str domain, Arena *arena)
{
    enum { DIGITS = 32 };
    Buf all = { .arena = arena };

    for (size_t i = 0; i < parts.len; i++) {
        buf_put(&all, parts.items[i]);
        buf_put_char(&all, '\0');
    }
    Str hash = str_slice(sha256_hex(buf_str(&all), arena), 0, DIGITS);
    return arena_format(arena, "<digest." STR_FMT "@" STR_FMT ">", STR_ARG(hash), STR_ARG(domain));
}
