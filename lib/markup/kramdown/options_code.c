/* lib/markup/kramdown/options_code.c - syntax_highlighter_opts: what kramdown and rouge's formatter are told. */
#include "markup/kramdown/options.h"

#define AT(field) offsetof(CodeOptions, field)

static bool read_start_line(const Reading *reading)
{
    bool sound = option_read_number(reading);

    if (sound)
        --*(int *)reading->field;
    return sound;
}

/* Anything but false: `line_numbers: table` too. */
static bool read_truth(const Reading *reading)
{
    const Tree *value = reading->value;
    *(bool *)reading->field =
        !tree_is_null(value) && !(value->kind == TREE_SCALAR && value->type == TREE_BOOL && !value->boolean);
    return true;
}

static bool read_untruth(const Reading *reading)
{
    read_truth(reading);
    *(bool *)reading->field = !*(bool *)reading->field;
    return true;
}

/* A key without a value leaves what was. */
static bool read_name(const Reading *reading)
{
    return tree_is_null(reading->value) || option_read_text(reading);
}

/* "%i", "%3d", "%03i" */
static bool read_line_format(const Reading *reading)
{
    Str format = reading->value->text;
    char *out = reading->field;
    size_t digits = 1;

    while (char_is_digit(str_at(format, digits)))
        digits++;
    int end = str_at(format, digits);
    if (reading->value->kind != TREE_SCALAR || str_at(format, 0) != '%' || (end != 'i' && end != 'd')
        || format.len != digits + 1 || digits > 3)
        return false;
    memcpy(out, format.data, format.len);
    out[format.len] = '\0';
    return true;
}

/* kramdown takes HTML for a class that rouge has not, and fails with those that need more than these options. */
static bool read_formatter(const Reading *reading)
{
    Str name = option_word(reading->value);
    bool is_class = str_at(name, 0) >= 'A' && str_at(name, 0) <= 'Z';

    *(bool *)reading->field = is_class && !str_eq(name, STR("HTMLLegacy"));
    if (is_class && !str_eq(name, STR("HTMLLegacy")) && !str_eq(name, STR("HTML")))
        option_warn(reading, "there is no formatter \"" STR_FMT "\": code is written as by HTML", STR_ARG(name));
    return reading->value->kind == TREE_SCALAR;
}

static bool read_useless(const Reading *reading)
{
    option_warn(reading, "\"" STR_FMT "\" has no effect here", STR_ARG(reading->name.str));
    return true;
}

static const char yes_or_no[] = "true or false";
static const char class_name[] = "the name of a class";

static const Option table[] = {
    { "bold_every", option_read_nothing, 0, "a whole number", OPTION_ANYWHERE },
    { "code_class", read_name, AT(code_class), class_name, OPTION_ANYWHERE },
    { "css_class", read_name, AT(pre_class), class_name, OPTION_ANYWHERE },
    { "default_lang", read_name, AT(language), "the name of a language", OPTION_ANYWHERE },
    { "disable", read_truth, AT(disabled), yes_or_no, OPTION_ANYWHERE },
    { "formatter", read_formatter, AT(bare), "HTML or HTMLLegacy", OPTION_ANYWHERE },
    { "guess_lang", read_untruth, AT(no_guess), yes_or_no, OPTION_ANYWHERE },
    { "gutter_class", read_name, AT(gutter_class), class_name, OPTION_ANYWHERE },
    { "inline_theme", read_useless, 0, "", OPTION_ANYWHERE },
    { "line_format", read_line_format, AT(line_format), "a format as %3i", OPTION_ANYWHERE },
    { "line_numbers", read_truth, AT(numbered), yes_or_no, OPTION_ANYWHERE },
    { "start_line", read_start_line, AT(line_shift), "a whole number", OPTION_ANYWHERE },
    { "table_class", read_name, AT(table_class), class_name, OPTION_ANYWHERE },
    { "wrap", read_untruth, AT(unwrapped), yes_or_no, OPTION_ANYWHERE },
    { NULL, NULL, 0, NULL, OPTION_ANYWHERE },
};

static bool is_part(Str name)
{
    return str_eq(name, STR("span")) || str_eq(name, STR("block"));
}

static Reading inner_reading(const Reading *outer, const TreeEntry *entry)
{
    Reading reading = *outer;

    reading.name = entry->key;
    reading.value = entry->value;
    return reading;
}

/* Keys without a meaning are rouge's business: it ignores them too. */
static void read_keys(const Reading *outer, const Tree *map, CodeOptions *out)
{
    for (size_t i = 0; i < map->entry_count; i++) {
        Reading reading = inner_reading(outer, &map->entries[i]);
        if (!is_part(reading.name.str) && !option_read(table, reading, out))
            option_warn(&reading, "\"" STR_FMT "\" has no effect here", STR_ARG(reading.name.str));
    }
}

static void read_part(const Reading *outer, const Tree *map, Str name, CodeOptions *out)
{
    const TreeEntry *entry = tree_entry(map, name);

    if (entry == NULL || tree_is_null(entry->value))
        return;
    Reading reading = inner_reading(outer, entry);
    if (entry->value->kind == TREE_MAP)
        read_keys(&reading, entry->value, out);
    else
        diag_error(outer->diags, "config-value", entry->value->span,
                   "\"" STR_FMT "\" takes keys of its own, indented below it", STR_ARG(name));
}

/* Jekyll takes it from a key of its own. */
static void keep_guess(const Reading *outer, const Tree *map, CodeOptions *shared, bool no_guess)
{
    const TreeEntry *entry = tree_entry(map, STR("guess_lang"));

    shared->no_guess = no_guess;
    if (entry == NULL)
        return;
    Reading reading = inner_reading(outer, entry);
    option_warn(&reading, "\"guess_lang\" has no effect here: write it directly below \"kramdown\"");
}

/* Jekyll's own defaults go where a text sets the options anew. */
bool option_read_code(const Reading *reading)
{
    KramdownOptions *options = reading->options;
    const Tree *map = option_map(reading);

    if (map == NULL)
        return false;
    bool no_guess = options->block_code.no_guess;
    CodeOptions shared = reading->is_inline ? (CodeOptions){ .no_guess = true, .untold = true } : options->block_code;
    read_keys(reading, map, &shared);
    if (!reading->is_inline)
        keep_guess(reading, map, &shared, no_guess);
    options->block_code = options->span_code = shared;
    read_part(reading, map, STR("block"), &options->block_code);
    read_part(reading, map, STR("span"), &options->span_code);
    return true;
}
