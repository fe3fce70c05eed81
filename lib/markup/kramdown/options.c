/* lib/markup/kramdown/options.c - the options by kramdown's names for them. */
#include "markup/kramdown/options.h"

#include <stdarg.h>
#include <stdio.h>

#include "markup/kramdown/entities.h"
#include "text/yaml.h"

enum { HEADING_LEVELS = 6, NUMBER_MAX = 1000000, MESSAGE_MAX = 200, LAST_CHARACTER = 0x10FFFF };

/* --- kinds of values --- */

Str option_word(const Tree *value)
{
    if (value->kind != TREE_SCALAR || value->type == TREE_NULL)
        return (Str){ 0 };
    Str word = str_trim(value->text);
    return str_at(word, 0) == ':' ? str_from_offset(word, 1) : word;
}

void option_warn(const Reading *reading, const char *format, ...)
{
    char message[MESSAGE_MAX];
    va_list args;

    va_start(args, format);
    (void)vsnprintf(message, sizeof(message), format, args);
    va_end(args);
    diag_warning(reading->diags, "config-value", reading->value->span, "%s", message);
}

/* Any word but `false` means yes where an author writes it in a text; a configuration is asked to be clear. */
static bool read_switch(const Reading *reading, bool *on)
{
    const Tree *value = reading->value;

    if (value->kind != TREE_SCALAR)
        return false;
    *on = value->type == TREE_BOOL ? value->boolean : !str_eq_nocase(option_word(value), STR("false"));
    return value->type == TREE_BOOL || reading->is_inline || !*on || str_eq_nocase(option_word(value), STR("true"));
}

bool option_read_on(const Reading *reading)
{
    bool on = false;
    bool sound = read_switch(reading, &on);

    if (sound)
        *(bool *)reading->field = on;
    return sound;
}

bool option_read_off(const Reading *reading)
{
    bool on = false;
    bool sound = read_switch(reading, &on);

    if (sound)
        *(bool *)reading->field = !on;
    return sound;
}

bool option_read_text(const Reading *reading)
{
    if (reading->value->kind != TREE_SCALAR)
        return false;
    bool is_null = reading->value->type == TREE_NULL || reading->value->text.data == NULL;
    *(Str *)reading->field = is_null ? STR("") : reading->value->text;
    return true;
}

static bool read_int(const Tree *value, int *number)
{
    Str digits = option_word(value);
    bool negative = str_at(digits, 0) == '-';
    int sum = 0;

    if (negative)
        digits = str_from_offset(digits, 1);
    for (size_t i = 0; i < digits.len; i++) {
        if (!char_is_digit(digits.data[i]) || sum > NUMBER_MAX)
            return false;
        sum = sum * 10 + (digits.data[i] - '0');
    }
    *number = negative ? -sum : sum;
    return digits.len > 0;
}

bool option_read_number(const Reading *reading)
{
    return read_int(reading->value, reading->field);
}

static bool read_number_from_1(const Reading *reading)
{
    int number = 0;

    if (!read_int(reading->value, &number))
        return false;
    *(int *)reading->field = number - 1;
    return true;
}

/* It counts for other outputs than HTML. */
bool option_read_nothing(const Reading *reading)
{
    (void)reading;
    return true;
}

const Tree *option_map(const Reading *reading)
{
    const Tree *value = reading->value;
    Diags diags = { .arena = reading->arena };

    if (value->kind == TREE_MAP)
        return value;
    if (value->kind != TREE_SCALAR || value->type != TREE_STRING)
        return NULL;
    const Source *source = source_new(STR("options"), value->text, reading->arena);
    return yaml_read(&value, span_whole(source), reading->arena, &diags) && value->kind == TREE_MAP ? value : NULL;
}

/* The parts of a list, or of a text between commas. */
typedef struct Parts {
    const Tree *value;
    Str rest;
    size_t next;
} Parts;

static Parts parts_of(const Tree *value)
{
    return (Parts){ value, value->kind == TREE_SCALAR ? value->text : (Str){ 0 }, 0 };
}

static bool next_part(Str *part, Parts *parts)
{
    if (parts->value->kind == TREE_SCALAR) {
        bool found = str_split(part, &parts->rest, ',');
        *part = str_trim(*part);
        return found;
    }
    if (parts->next == parts->value->item_count)
        return false;
    *part = option_word(parts->value->items[parts->next++]);
    return true;
}

/* --- single options --- */

static bool read_input(const Reading *reading)
{
    Str word = option_word(reading->value);
    bool alone = str_eq_nocase(word, STR("kramdown"));

    if (!alone && !str_eq_nocase(word, STR("GFM")))
        return false;
    reading->options->alone = alone;
    return true;
}

static bool read_level(Str text, int *level)
{
    *level = str_at(text, 0) - '0';
    return text.len == 1 && *level >= 1 && *level <= HEADING_LEVELS;
}

/* "2..4", "2,3" or [2, 3] */
static bool read_levels(const Reading *reading)
{
    Parts parts = parts_of(reading->value);
    unsigned levels = 0;
    int first = 0;
    int last = 0;

    if (reading->value->kind == TREE_MAP)
        return false;
    for (Str part; next_part(&part, &parts);) {
        size_t dots = str_find(part, STR(".."), 0);
        bool is_range = dots != STR_NONE;
        if (!read_level(is_range ? str_slice(part, 0, dots) : part, &first))
            return false;
        last = first;
        if (is_range && !read_level(str_from_offset(part, dots + 2), &last))
            return false;
        for (int level = first; level <= last; level++)
            levels |= 1u << level;
    }
    if (levels == 0)
        return false;
    reading->options->toc_levels = levels;
    return true;
}

static bool read_quirks(const Reading *reading)
{
    Parts parts = parts_of(reading->value);
    bool ends = false;
    bool plain = false;

    if (reading->value->kind == TREE_MAP)
        return false;
    for (Str part; next_part(&part, &parts);) {
        if (str_eq(part, STR("paragraph_end")))
            ends = true;
        else if (str_eq(part, STR("no_auto_typographic")))
            plain = true;
        else if (part.len > 0)
            return false;
    }
    reading->options->long_paragraphs = !ends;
    reading->options->no_symbols = plain;
    return true;
}

/* `rsquo`, or the number of a character. */
static bool read_quote(Str name, uint32_t *point)
{
    uint32_t number = 0;

    *point = entity_point(name);
    for (size_t i = 0; *point == 0 && i < name.len; i++) {
        if (!char_is_digit(name.data[i]) || number > LAST_CHARACTER)
            return false;
        number = number * 10 + (uint32_t)(name.data[i] - '0');
    }
    if (*point == 0)
        *point = number;
    return *point > 0 && *point <= LAST_CHARACTER && (*point < 0xD800 || *point > 0xDFFF);
}

static bool read_quotes(const Reading *reading)
{
    Parts parts = parts_of(reading->value);
    uint32_t quotes[QUOTE_SIGNS];
    size_t count = 0;

    if (reading->value->kind == TREE_MAP)
        return false;
    for (Str part; next_part(&part, &parts); count++) {
        if (count == QUOTE_SIGNS || !read_quote(part, &quotes[count]))
            return false;
    }
    if (count == QUOTE_SIGNS)
        memcpy(reading->options->quotes, quotes, sizeof(quotes));
    return count == QUOTE_SIGNS;
}

static bool read_entity_output(const Reading *reading)
{
    static const Str names[] = { STR_INIT("as_char"), STR_INIT("as_input"), STR_INIT("numeric"), STR_INIT("symbolic") };
    Str word = option_word(reading->value);

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (!str_eq(word, names[i]))
            continue;
        reading->options->entities = (EntityForm)i;
        return true;
    }
    return false;
}

static bool read_symbols(const Reading *reading)
{
    static const Option table[] = {
#define SYMBOL(name, sign) { name, option_read_text, sizeof(Str) * (sign), "a text", OPTION_ANYWHERE }
        SYMBOL("hellip", SYMBOL_ELLIPSIS),
        SYMBOL("mdash", SYMBOL_LONG_DASH),
        SYMBOL("ndash", SYMBOL_SHORT_DASH),
        SYMBOL("laquo", SYMBOL_LEFT_ANGLES),
        SYMBOL("raquo", SYMBOL_RIGHT_ANGLES),
        SYMBOL("laquo_space", SYMBOL_LEFT_ANGLES_SPACE),
        SYMBOL("raquo_space", SYMBOL_SPACE_RIGHT_ANGLES),
        { NULL, NULL, 0, NULL, OPTION_ANYWHERE },
#undef SYMBOL
    };
    const Tree *map = option_map(reading);
    Str *symbols = reading->options->symbols;

    if (map == NULL)
        return false;
    memset(symbols, 0, sizeof(reading->options->symbols));
    for (size_t i = 0; i < map->entry_count; i++) {
        Reading inner = *reading;
        inner.name = map->entries[i].key;
        inner.value = map->entries[i].value;
        if (!option_read(table, inner, symbols))
            option_warn(&inner, "\"typographic_symbols\" knows hellip, mdash, ndash, laquo, raquo, laquo_space and "
                                "raquo_space alone");
    }
    return true;
}

static bool is_none(Str word)
{
    return word.len == 0 || str_eq(word, STR("nil")) || str_eq_nocase(word, STR("none"))
           || str_eq_nocase(word, STR("false"));
}

static bool read_highlighter(const Reading *reading)
{
    Str word = option_word(reading->value);

    if (reading->value->kind != TREE_SCALAR)
        return false;
    reading->options->no_highlighter = is_none(word);
    if (!is_none(word) && !str_eq(word, STR("rouge")))
        option_warn(reading, "there is no highlighter \"" STR_FMT "\": code is marked up as rouge does", STR_ARG(word));
    return true;
}

static bool read_math_engine(const Reading *reading)
{
    Str word = option_word(reading->value);

    if (reading->value->kind != TREE_SCALAR)
        return false;
    reading->options->no_math = is_none(word);
    if (!is_none(word) && !str_eq(word, STR("mathjax")))
        option_warn(reading, "there is no math engine \"" STR_FMT "\": formulas are written for MathJax",
                    STR_ARG(word));
    return true;
}

static bool read_note_text(const Reading *reading)
{
    return option_read_text(reading) && str_contains(reading->value->text, STR("%s"));
}

/* `label: [address, title]` */
static bool read_definition(LinkDefinition *out, const TreeEntry *entry)
{
    const Tree *value = entry->value;

    if (value->kind != TREE_LIST || value->item_count < 1 || value->item_count > 2)
        return false;
    *out = (LinkDefinition){ .label = entry->key.str, .url = value->items[0]->text };
    out->has_title = value->item_count == 2 && !tree_is_null(value->items[1]);
    if (out->has_title)
        out->title = value->items[1]->text;
    return value->items[0]->kind == TREE_SCALAR && (!out->has_title || value->items[1]->kind == TREE_SCALAR);
}

static bool read_links(const Reading *reading)
{
    const Tree *map = option_map(reading);

    if (map == NULL)
        return false;
    LinkDefinition *links = ARENA_ARRAY(reading->arena, LinkDefinition, map->entry_count);
    for (size_t i = 0; i < map->entry_count; i++) {
        if (!read_definition(&links[i], &map->entries[i]))
            return false;
    }
    reading->options->links = links;
    reading->options->link_count = map->entry_count;
    return true;
}

/* What a switch would do that is not there. */
static bool read_missing(const Reading *reading)
{
    bool on = false;
    bool sound = read_switch(reading, &on);

    if (sound && on)
        option_warn(reading, "\"" STR_FMT "\" has no effect here", STR_ARG(reading->name.str));
    return sound;
}

static bool read_template(const Reading *reading)
{
    if (option_word(reading->value).len > 0)
        option_warn(reading, "\"template\" has no effect: write a layout");
    return true;
}

/* --- the table --- */

static OptionReader read_forbidden;

#define AT(field) offsetof(KramdownOptions, field)
static const char yes_or_no[] = "true or false";
static const char number[] = "a whole number";
static const char text[] = "a text";

static const Option table[] = {
    { "auto_id_prefix", option_read_text, AT(id_prefix), text, OPTION_ANYWHERE },
    { "auto_id_stripping", option_read_on, AT(bare_ids), yes_or_no, OPTION_ANYWHERE },
    { "auto_ids", option_read_off, AT(no_ids), yes_or_no, OPTION_ANYWHERE },
    { "entity_output", read_entity_output, 0, "one of: as_char, as_input, numeric, symbolic", OPTION_ANYWHERE },
    { "footnote_backlink", option_read_text, AT(backlink), text, OPTION_ANYWHERE },
    { "footnote_backlink_inline", option_read_on, AT(inline_backlinks), yes_or_no, OPTION_ANYWHERE },
    { "footnote_link_text", read_note_text, AT(note_text), "a text with %s, where the number stands", OPTION_ANYWHERE },
    { "footnote_nr", read_number_from_1, AT(footnote_shift), number, OPTION_ANYWHERE },
    { "footnote_prefix", option_read_text, AT(footnote_prefix), text, OPTION_ANYWHERE },
    { "forbidden_inline_options", read_forbidden, 0, "a list of names of options", OPTION_BEFORE },
    { "gfm_quirks", read_quirks, 0, "a list of paragraph_end and no_auto_typographic", OPTION_BEFORE },
    { "hard_wrap", option_read_on, AT(hard_wrap), yes_or_no, OPTION_BEFORE },
    { "header_links", option_read_on, AT(heading_links), yes_or_no, OPTION_ANYWHERE },
    { "header_offset", option_read_number, AT(heading_offset), number, OPTION_ANYWHERE },
    { "html_to_native", read_missing, 0, yes_or_no, OPTION_ANYWHERE },
    { "input", read_input, 0, "GFM or kramdown", OPTION_BEFORE },
    { "latex_headers", option_read_nothing, 0, text, OPTION_ANYWHERE },
    { "line_width", option_read_nothing, 0, number, OPTION_ANYWHERE },
    { "link_defs", read_links, 0, "keys of its own, each with a list of an address and a title", OPTION_BEFORE },
    { "list_indent", option_read_nothing, 0, number, OPTION_ANYWHERE },
    { "math_engine", read_math_engine, 0, "mathjax or nil", OPTION_ANYWHERE },
    { "math_engine_opts", option_read_nothing, 0, text, OPTION_ANYWHERE },
    { "parse_block_html", option_read_on, AT(parse_block_html), yes_or_no, OPTION_ANYWHERE },
    { "parse_span_html", option_read_off, AT(no_span_html), yes_or_no, OPTION_ANYWHERE },
    { "remove_block_html_tags", option_read_nothing, 0, yes_or_no, OPTION_ANYWHERE },
    { "remove_line_breaks_for_cjk", option_read_on, AT(join_cjk), yes_or_no, OPTION_ANYWHERE },
    { "remove_span_html_tags", option_read_nothing, 0, yes_or_no, OPTION_ANYWHERE },
    { "smart_quotes", read_quotes, 0, "four names or numbers of characters, as lsquo,rsquo,ldquo,rdquo",
      OPTION_ANYWHERE },
    { "syntax_highlighter", read_highlighter, 0, "rouge or nil", OPTION_ANYWHERE },
    { "syntax_highlighter_opts", option_read_code, 0, "keys of its own, indented below it", OPTION_ANYWHERE },
    { "template", read_template, 0, text, OPTION_BEFORE },
    { "toc_levels", read_levels, 0, "levels from 1 to 6, as 2..3 or [2, 3]", OPTION_ANYWHERE },
    { "transliterated_header_ids", option_read_on, AT(latin_ids), yes_or_no, OPTION_ANYWHERE },
    { "typographic_symbols", read_symbols, 0, "keys of its own, as hellip: ...", OPTION_ANYWHERE },
    { NULL, NULL, 0, NULL, OPTION_ANYWHERE },
};
enum { OPTIONS = sizeof(table) / sizeof(table[0]) - 1 };

static const Option *find_option(const Option *rows, Str name)
{
    while (rows->name != NULL && !str_eq(name, str_from(rows->name)))
        rows++;
    return rows->name == NULL ? NULL : rows;
}

static bool read_forbidden(const Reading *reading)
{
    Parts parts = parts_of(reading->value);
    uint64_t bits = 0;

    if (reading->value->kind == TREE_MAP)
        return false;
    for (Str part; next_part(&part, &parts);) {
        const Option *option = find_option(table, part);
        if (option == NULL)
            return false;
        bits |= (uint64_t)1 << (option - table);
    }
    reading->options->forbidden = bits;
    return true;
}

bool option_read(const Option *rows, Reading reading, void *base)
{
    const Option *option = find_option(rows, reading.name.str);

    if (option == NULL)
        return false;
    reading.option = option;
    reading.field = (char *)base + option->field;
    if (!option->read(&reading))
        diag_error(reading.diags, "config-value", reading.value->span, "\"%s\" takes %s", option->name, option->takes);
    return true;
}

bool kramdown_set_option(KramdownOptions *options, Located name, const Tree *value, Arena *arena, Diags *diags)
{
    Reading reading = { .options = options, .name = name, .value = value, .arena = arena, .diags = diags };
    return option_read(table, reading, options);
}

void kramdown_set_inline(KramdownOptions *options, Str name, Str value, Arena *arena)
{
    const Option *option = find_option(table, name);
    Diags ignored = { .arena = arena };

    if (option == NULL || option->time == OPTION_BEFORE || (options->forbidden >> (option - table) & 1) != 0)
        return;
    const Source *source = source_new(STR("options"), value, arena);
    Located text_of_value = { value, span_whole(source) };
    Reading reading = { .options = options, .name = { name, text_of_value.span }, .is_inline = true };
    reading.value = tree_new_string(arena, text_of_value);
    reading.arena = arena;
    reading.diags = &ignored;
    option_read(table, reading, options);
}

const char *const *kramdown_option_names(Arena *arena)
{
    const char **names = ARENA_ARRAY(arena, const char *, OPTIONS + 1);

    for (size_t i = 0; i < OPTIONS; i++)
        names[i] = table[i].name;
    return names;
}
