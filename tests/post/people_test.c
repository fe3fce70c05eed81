/* tests/post/people_test.c */
#include "post/people.h"

#include "base/buf.h"
#include "tests/post/sample.h"

static const Vocabulary nobody = { 0 };

/* "Name [affiliation] <email> <url>" of each, with bars between. */
static Str shown(const People *people, Arena *arena)
{
    Str all = { NULL, 0 };
    for (size_t i = 0; i < people->len; i++) {
        const Person *person = &people->items[i];
        Str one = person->name.str;
        if (person->affiliation.len > 0)
            one = arena_format(arena, STR_FMT " [" STR_FMT "]", STR_ARG(one), STR_ARG(person->affiliation));
        if (person->email.len > 0)
            one = arena_format(arena, STR_FMT " <" STR_FMT ">", STR_ARG(one), STR_ARG(person->email));
        if (person->url.len > 0)
            one = arena_format(arena, STR_FMT " <" STR_FMT ">", STR_ARG(one), STR_ARG(person->url));
        all = arena_join(arena, all, i == 0 ? STR("") : STR(" | "), one);
    }
    return all;
}

static void expect_known(Scratch *scratch, const Vocabulary *known, const char *line, const char *people)
{
    People split = { 0 };
    Located text = located(line);

    people_split(&split, text, known, &scratch->arena);
    assert_str(shown(&split, &scratch->arena), people);
    for (size_t i = 0; i < split.len; i++)
        assert_true(str_eq(source_text(split.items[i].name.span), split.items[i].name.str));
}

static void expect(Scratch *scratch, const char *line, const char *people)
{
    expect_known(scratch, &nobody, line, people);
}

static void splits_people(void **state)
{
    expect(*state, "Ada Example", "Ada Example");
    expect(*state, "Ada Example and Bo Sample", "Ada Example | Bo Sample");
    expect(*state, "Ada Example, Bo Sample", "Ada Example | Bo Sample");
    expect(*state, "Ada Example / Bo Sample", "Ada Example | Bo Sample");
    expect(*state, "Ada Example/Bo Sample", "Ada Example | Bo Sample");
    expect(*state, "Ada Example & Bo Sample", "Ada Example | Bo Sample");
    expect(*state, "Ada Example; Bo Sample", "Ada Example | Bo Sample");
    expect(*state, "Ada Example, Bo Sample, and Cy Third", "Ada Example | Bo Sample | Cy Third");
    expect(*state, "Ada Example, Bo Sample and Cy Third", "Ada Example | Bo Sample | Cy Third");
    expect(*state, "Ada Example and Bo Sample and Cy Third", "Ada Example | Bo Sample | Cy Third");
    expect(*state, "A and B", "A | B");
    expect(*state, "A, B", "A | B");
    expect(*state, "ann, bob and carl", "ann | bob | carl");
    expect(*state, "Ada Example, , Bo Sample,", "Ada Example | Bo Sample");
    expect(*state, "", "");
}

static void takes_names_of_all_shapes(void **state)
{
    expect(*state, "Julien A. Example, Meg O\xe2\x80\x99Sample", "Julien A. Example | Meg O\xe2\x80\x99Sample");
    expect(*state, "Ludwig van Example and Jeanne d'Exemple", "Ludwig van Example | Jeanne d'Exemple");
    expect(*state, "\xe8\xa6\x8b\xe6\x9c\xac \xe8\x8a\xb1\xe5\xad\x90, \xc3\x89mile Exemple",
           "\xe8\xa6\x8b\xe6\x9c\xac \xe8\x8a\xb1\xe5\xad\x90 | \xc3\x89mile Exemple");
    expect(*state, "Ada Example, Jr., Bo Sample, Ph.D.", "Ada Example, Jr. | Bo Sample, Ph.D.");
    expect(*state, "ADA EXAMPLE AND BO SAMPLE", "ADA EXAMPLE | BO SAMPLE");
    expect(*state, "AC/DC", "AC/DC");
}

static void takes_a_role_for_an_affiliation(void **state)
{
    expect(*state, "Ada Example, IIIF-C Managing Director", "Ada Example [IIIF-C Managing Director]");
    expect(*state, "Meg O'Sample, Community and Events Coordinator", "Meg O'Sample [Community and Events Coordinator]");
    expect(*state, "Ada Example, IIIF Community", "Ada Example [IIIF Community]");
    expect(*state, "Ada Example, Princeton", "Ada Example [Princeton]");
    expect(*state, "Ada Example and Bo Sample, Sample Labs", "Ada Example [Sample Labs] | Bo Sample [Sample Labs]");
    expect(*state, "Ada Example, Director, Bo Sample, Example University",
           "Ada Example [Director] | Bo Sample [Example University]");
    expect(*state, "Ada Example, Director, Example Library", "Ada Example [Director, Example Library]");
    expect(*state, "Ada Example (Example Library, UK) and Bo Sample (MIT)",
           "Ada Example [Example Library, UK] | Bo Sample [MIT]");
}

static void keeps_organisations_whole(void **state)
{
    expect(*state, "IIIF Consortium Staff", "IIIF Consortium Staff");
    expect(*state, "Ministry of Culture and Communication", "Ministry of Culture and Communication");
    expect(*state, "IIIF Editorial Committee + Community", "IIIF Editorial Committee + Community");
    expect(*state, "University of Tennessee, Knoxville", "University of Tennessee, Knoxville");
    expect(*state, "A joint post between the Example Archive and the Sample Community",
           "A joint post between the Example Archive and the Sample Community");
    expect(*state, "Ada Example and the Sample Staff", "Ada Example | the Sample Staff");
}

static void keeps_whole_what_is_known(void **state)
{
    Scratch *scratch = *state;
    const Vocabulary *known = sample_vocabulary(scratch, "aro: { name: Arts and Crafts, aliases: [\"Smith, Jones, and "
                                                         "Partners\"] }\nada: Ada Example\n");

    expect_known(scratch, known, "Arts and Crafts", "Arts and Crafts");
    expect_known(scratch, known, "Arts and Crafts and Ada Example", "Arts and Crafts | Ada Example");
    expect_known(scratch, known, "Ada Example, Arts and Crafts", "Ada Example | Arts and Crafts");
    expect_known(scratch, known, "Smith, Jones, and Partners, Ada Example", "Smith, Jones, and Partners | Ada Example");
    expect(scratch, "Arts and Crafts", "Arts | Crafts");
}

static void reads_addresses(void **state)
{
    expect(*state, "Ada Example <ada@example.org>", "Ada Example <ada@example.org>");
    expect(*state, "ada@example.org (Ada Example)", "Ada Example <ada@example.org>");
    expect(*state, "Ada Example <https://example.org/a,b>, Bo Sample",
           "Ada Example <https://example.org/a,b> | Bo Sample");
    expect(*state, "Ada Example (she/her)", "Ada Example (she/her)");
    expect(*state, "<ada@example.org>", "<ada@example.org>");
}

static void reads_one_item_without_taking_it_apart(void **state)
{
    Scratch *scratch = *state;
    Person person = people_read_one(located("Ministry, Office and Board"), &nobody, &scratch->arena);
    assert_str(person.name.str, "Ministry, Office and Board");
    person = people_read_one(located("Ann and Bob"), &nobody, &scratch->arena);
    assert_str(person.name.str, "Ann and Bob");
    person = people_read_one(located("Ada Example, Managing Director"), &nobody, &scratch->arena);
    assert_str(person.name.str, "Ada Example");
    assert_str(person.affiliation, "Managing Director");
}

static void a_hostile_line_is_one_name(void **state)
{
    Scratch *scratch = *state;
    People people = { 0 };
    Buf line = { .arena = &scratch->arena };
    for (int i = 0; i < 100000; i++)
        buf_put_cstr(&line, "A and ");

    people_split(&people, (Located){ buf_str(&line), { 0 } }, &nobody, &scratch->arena);
    assert_int_equal(people.len, 1);
}

TEST_MAIN(TEST(splits_people), TEST(takes_names_of_all_shapes), TEST(takes_a_role_for_an_affiliation),
          TEST(keeps_organisations_whole), TEST(keeps_whole_what_is_known), TEST(reads_addresses),
          TEST(reads_one_item_without_taking_it_apart), TEST(a_hostile_line_is_one_name))
