/* cmd/herald/option.c */
#include "option.h"

#include <limits.h>

typedef struct Reader {
    const OptionSet *sets;
    size_t set_count;
    StrList words;
    size_t next; /* the word to be read next */
    Arena *arena;
    Str *fault;
} Reader;

/* An option as found: its table's entry, where its value goes, and how the user wrote it. */
typedef struct Found {
    const Option *option;
    void *target;
    Str shown; /* "--name" or "-n" */
} Found;

void list_push(StrList *list, Str item, Arena *arena)
{
    bool full = (list->len & (list->len - 1)) == 0; /* its room is the next power of two */
    Str *items = (Str *)(uintptr_t)list->items;
    if (full) {
        size_t room = list->len == 0 ? 1 : list->len * 2;
        items = arena_grow(arena, items, list->len * sizeof(Str), room * sizeof(Str));
    }
    items[list->len] = item;
    *list = (StrList){ items, list->len + 1 };
}

Str nearest_word(Str word, StrList candidates)
{
    size_t limit = word.len < 4 ? 1 : 2;
    Str nearest = { NULL, 0 };

    for (size_t i = 0; i < candidates.len; i++) {
        size_t distance = str_distance(word, candidates.items[i], limit);
        if (distance <= limit) {
            nearest = candidates.items[i];
            limit = distance == 0 ? 0 : distance - 1; /* later ones must be nearer */
        }
        if (distance == 0)
            break;
    }
    return nearest;
}

static bool find_option(Found *found, const Reader *reader, Str name, int letter)
{
    for (size_t i = 0; i < reader->set_count; i++) {
        const OptionSet *set = &reader->sets[i];
        for (const Option *option = set->options; option->name != NULL; option++) {
            if (letter != 0 ? option->letter == letter : str_eq(str_from(option->name), name)) {
                found->option = option;
                found->target = (char *)set->args + option->offset;
                return true;
            }
        }
    }
    return false;
}

static Str suggest_name(const Reader *reader, Str name)
{
    StrList names = { NULL, 0 };
    for (size_t i = 0; i < reader->set_count; i++) {
        for (const Option *option = reader->sets[i].options; option->name != NULL; option++)
            list_push(&names, str_from(option->name), reader->arena);
    }
    return nearest_word(name, names);
}

static bool refuse_name(const Reader *reader, Str name)
{
    Str meant = suggest_name(reader, name);
    *reader->fault = arena_format(reader->arena, "unknown option \"--" STR_FMT "\"", STR_ARG(name));
    if (meant.len > 0) {
        Str hint = arena_format(reader->arena, "; did you mean \"--" STR_FMT "\"?", STR_ARG(meant));
        *reader->fault = arena_join(reader->arena, *reader->fault, hint, STR(""));
    }
    return false;
}

static bool refuse_letter(const Reader *reader, Str letters)
{
    size_t end = 1;
    while (((unsigned)str_at(letters, end) & 0xC0U) == 0x80U) /* a character of several bytes stays whole */
        end++;
    *reader->fault =
        arena_format(reader->arena, "unknown option \"-" STR_FMT "\"", STR_ARG(str_slice(letters, 0, end)));
    return false;
}

static Str join_choices(const Option *option, Arena *arena)
{
    Str list = { NULL, 0 };
    for (const char *const *choice = option->choices; *choice != NULL; choice++) {
        Str separator = list.len == 0 ? STR("") : choice[1] == NULL ? STR(" or ") : STR(", ");
        list = arena_join(arena, list, separator, str_from(*choice));
    }
    return list;
}

static bool store_choice(const Reader *reader, const Found *found, Str value)
{
    const Option *option = found->option;
    for (int i = 0; option->choices[i] != NULL; i++) {
        if (str_eq(str_from(option->choices[i]), value)) {
            *(int *)found->target = i;
            return true;
        }
    }
    *reader->fault = arena_format(reader->arena, STR_FMT " takes " STR_FMT ", not \"" STR_FMT "\"",
                                  STR_ARG(found->shown), STR_ARG(join_choices(option, reader->arena)), STR_ARG(value));
    return false;
}

static bool store_number(const Reader *reader, const Found *found, Str value)
{
    int number = 0;
    bool ok = value.len > 0;

    for (size_t i = 0; ok && i < value.len; i++) {
        int c = str_at(value, i);
        ok = char_is_digit(c) && !__builtin_mul_overflow(number, 10, &number)
             && !__builtin_add_overflow(number, c - '0', &number);
    }
    if (ok && number >= 1) {
        *(int *)found->target = number;
        return true;
    }
    *reader->fault = arena_format(reader->arena, STR_FMT " takes a number from 1 to %d, not \"" STR_FMT "\"",
                                  STR_ARG(found->shown), INT_MAX, STR_ARG(value));
    return false;
}

static bool store_value(const Reader *reader, const Found *found, Str value)
{
    switch (found->option->kind) {
    case OPTION_STRING:
        *(Str *)found->target = value;
        return true;
    case OPTION_LIST:
        list_push(found->target, value, reader->arena);
        return true;
    case OPTION_CHOICE:
        return store_choice(reader, found, value);
    case OPTION_NUMBER:
        return store_number(reader, found, value);
    case OPTION_FLAG:
        break;
    }
    *reader->fault = arena_format(reader->arena, STR_FMT " takes no value", STR_ARG(found->shown));
    return false;
}

/* The value is the next word. */
static bool store_next_word(Reader *reader, const Found *found)
{
    if (reader->next < reader->words.len)
        return store_value(reader, found, reader->words.items[reader->next++]);
    *reader->fault = arena_format(reader->arena, STR_FMT " needs a value", STR_ARG(found->shown));
    return false;
}

static bool read_long(Reader *reader, Str word)
{
    Str name = str_from_offset(word, 2);
    size_t equals = str_find_char(name, '=', 0);
    Found found = { .shown = str_slice(word, 0, equals == STR_NONE ? word.len : equals + 2) };

    if (equals != STR_NONE)
        name = str_slice(name, 0, equals);
    if (!find_option(&found, reader, name, 0))
        return refuse_name(reader, name);
    if (equals != STR_NONE)
        return store_value(reader, &found, str_from_offset(word, 2 + equals + 1));
    if (found.option->kind != OPTION_FLAG)
        return store_next_word(reader, &found);
    *(bool *)found.target = true;
    return true;
}

static bool read_letters(Reader *reader, Str word)
{
    for (size_t i = 1; i < word.len; i++) {
        Found found = { .shown = arena_format(reader->arena, "-%c", word.data[i]) };
        if (!find_option(&found, reader, STR(""), str_at(word, i)))
            return refuse_letter(reader, str_from_offset(word, i));
        if (found.option->kind != OPTION_FLAG) {
            Str value = str_from_offset(word, i + 1);
            return value.len > 0 ? store_value(reader, &found, value) : store_next_word(reader, &found);
        }
        *(bool *)found.target = true;
    }
    return true;
}

static void take_rest(Reader *reader, StrList *operands)
{
    while (reader->next < reader->words.len)
        list_push(operands, reader->words.items[reader->next++], reader->arena);
}

bool options_read(StrList *operands, Str *fault, const OptionSet *sets, size_t set_count, OptionOrder order,
                  StrList words, Arena *arena)
{
    Reader reader = { .sets = sets, .set_count = set_count, .words = words, .arena = arena, .fault = fault };

    *operands = (StrList){ NULL, 0 };
    while (reader.next < words.len) {
        Str word = words.items[reader.next++];
        bool is_option = word.len > 1 && word.data[0] == '-';
        if (str_eq(word, STR("--"))) {
            take_rest(&reader, operands);
        } else if (!is_option) {
            list_push(operands, word, arena);
            if (order == OPTIONS_BEFORE_OPERANDS)
                take_rest(&reader, operands);
        } else if (!(str_starts_with(word, STR("--")) ? read_long(&reader, word) : read_letters(&reader, word))) {
            return false;
        }
    }
    return true;
}
