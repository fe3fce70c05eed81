/* tests/check/prose_test.c - the rules about words, each from both sides. */
#include "tests/check/example.h"

typedef struct Case {
    const char *text, *expected;
} Case;

#define ASSERT_CASES(state, cases) assert_cases(*(state), cases, sizeof(cases) / sizeof((cases)[0]))

/* In both dialects. */
static void assert_cases(Scratch *scratch, const Case *cases, size_t count)
{
    static const char kramdown[] = "==> herald.yml <==\ntitle: Ports\nurl: https://ports.example\nmarkdown: kramdown\n"
                                   "==> posts/2024-08-06-x.md <==\n---\ntitle: Ports\nauthor: staff\ndate: 2024-08-06\n"
                                   "tags: [announcements]\n---\n";
    for (size_t i = 0; i < count; i++) {
        Str text = str_from(cases[i].text);
        assert_check_says(scratch, cases[i].text, cases[i].expected);
        if (!str_starts_with(text, STR("---")))
            assert_check_says(
                scratch,
                arena_cstr(&scratch->arena, arena_join(&scratch->arena, str_from(kramdown), text, (Str){ NULL, 0 })),
                cases[i].expected);
    }
}

static void finds_words_that_stand_twice(void **state)
{
    static const Case cases[] = {
        { "All the the ports.", "word-repeat: the\n" },
        { "All the\nthe ports.", "word-repeat: the\n" },
        { "All the *the* ports.", "word-repeat: the\n" },
        { "The the ports.", "word-repeat: the\n" },
        { "See the [the ports](https://a.example/).", "word-repeat: the\n" },
        { "A port port.", "word-repeat: port\n" },
        { "Look at the [The Bay Album](https://a.example/).", "word-repeat: The\n" },
        { "In the The Hague office.", "" },
        { "It had had that that good.", "" },
        { "Bye bye, Duran Duran.", "" },
        { "What it is is a port.", "" },
        { "The port is is open.", "word-repeat: is\n" },
        { "And and and and so on.", "" },
        { "In that, that port.", "" },
        { "The `the` port.", "" },
        { "Run git git-the and ports ports.example.", "" },
        { "**Port**\nport of the bay.", "" },
        { "One port\\\nport two.", "" },
        { "One port  \nport two.", "" },
        { "---\ntitle: Ports\nauthor: staff\ndate: 2024-08-06\ntags: [announcements]\nlang: fr\n---\n"
          "Nous nous voyons.\n",
          "" },
    };
    ASSERT_CASES(state, cases);
}

static void finds_blanks_that_are_missing(void **state)
{
    static const Case cases[] = {
        { "The bay.In summer.", "space-after-punctuation: .\n" },
        { "The bay in 2024.In summer.", "space-after-punctuation: .\n" },
        { "The IIIF.It is.", "space-after-punctuation: .\n" },
        { "The bay.Ports join.", "space-after-punctuation: .\n" },
        { "The *bay*.In summer.", "space-after-punctuation: .\n" },
        { "Ports,ships and bays.", "space-after-punctuation: ,\n" },
        { "Great!We join.", "space-after-punctuation: !\n" },
        { "Note:The ports join.", "" },
        { "One note:The ports join.", "space-after-punctuation: :\n" },
        { "See <https://a.example/bay.In,x> and a.example.", "" },
        { "E.g.This, i.e. U.S.A. and Ph.D. at 10:30.", "" },
        { "Read README.md, System.Web and Foo.Bar, openSUSE.Asia.", "" },
        { "Version 1.2,3 of x,y and f(one,two).", "" },
        { "TL;DR: `one,two` and ports_one,two.", "" },
        { "See[the charts](https://a.example/).", "space-before-link: [\n" },
        { "See[2021 charts](https://a.example/) and so[2](https://a.example/2).", "space-before-link: [\n" },
        { "See: [the charts](https://a.example/), ([of ships](https://b.example/)).", "" },
        { "Ports,[the charts](https://a.example/).", "space-before-link: [\n" },
    };
    ASSERT_CASES(state, cases);
}

static void finds_blanks_too_many(void **state)
{
    static const Case cases[] = {
        { "Ports , ships.", "space-before-punctuation: ,\n" },
        { "Ports  , ships.", "space-before-punctuation: ,\n" },
        { "All join .", "space-before-punctuation: .\n" },
        { "A smile :-) . And /etc/hosts . And a.example .", "" },
        { "See .NET and ...", "" },
        { "Ports : ships", "" },
        { "One  two.", "double-space:   \n" },
        { "One **two**  three.", "double-space:   \n" },
        { "One `a  b` two.", "" },
        { "One.  Two.  Three.", "" },
        { "One.  Two. Three. Four. Five. Six.", "double-space:   \n" },
        { "    One  two.", "" },
        { "| One   two | Three  |\n| --- | --- |\n| a   b   | c     |", "" },
        { "| One | Two |\n| --- | --- |\n| In  2021 | c |", "double-space:   \n" },
        { "One. Two. Three.  Four.", "double-space:   \n" },
        { "One. Two.  Three.  Four.", "" },
        { "---\ntitle: All  the ports\nauthor: staff\ndate: 2024-08-06\ntags: [announcements]\n---\nOne.\n",
          "double-space:   \n" },
        { "One two. \nThree.", "trailing-space:  \n" },
        { "One two.  \nThree.", "" },
        { "One two.  \n\nThree.", "trailing-space:   \n" },
        { "## One \n\nTwo.", "trailing-space:  \n" },
        { "One.\n \nTwo.", "trailing-space:  \n" },
        { "```\nOne \n```", "" },
        { "One \r\ntwo.  \r\nThree.\r\n", "trailing-space:  \ncrlf: \r\n\n" },
        { "One\ttwo.", "tab: \t\n" },
        { "* One\n\n\t* Two", "tab: \t\n" },
        { "One.\n\n\tOne\ttwo.", "" },
    };
    ASSERT_CASES(state, cases);
}

static void finds_marks_without_a_partner(void **state)
{
    static const Case cases[] = {
        { "\"One, he said.", "unbalanced-quote: \"\n" },
        { "“One, he said. “Two.”", "unbalanced-quote: “\n" },
        { "One,” he said.", "unbalanced-quote: ”\n" },
        { "“One,” he said, \"two\" and “three\".", "quote-style-mix: \"\n" },
        { "“One.\n\n“Two.\n\n“Three.”", "" },
        { "“One.\n\nTwo.”", "" },
        { "\"One.\n\n“Two.”\n\n“Three.”\n", "unbalanced-quote: \"\n" },
        { "One \"two. \"", "" },
        { "\"One.\n\nTwo. \"\n", "" },
        { "* “One.\n* “Two.”\n", "unbalanced-quote: “\n" },
        { "A screen of 13\" is small.", "" },
        { "`\"` and <a title=\"x\">it</a>.", "" },
        { "One (two three.", "unbalanced-bracket: (\n" },
        { "One two) three.", "unbalanced-bracket: )\n" },
        { "One [two three.", "unbalanced-bracket: [\n" },
        { "a) One, b) two, iv) three, 1.) four.", "" },
        { "One :-) two ;) three (four ;)", "" },
        { "One (two:\n\n* three)", "" },
        { "One ([two](https://a.example/(x))) three.", "" },
    };
    ASSERT_CASES(state, cases);
}

static void finds_what_was_left_in_the_text(void **state)
{
    static const Case cases[] = {
        { "TO"
          "DO: ask the ports.",
          "placeholder: TO"
          "DO\n" },
        { "A TO"
          "DO list, my TO"
          "DO.md and the todo.",
          "" },
        { "Place: TBD", "placeholder: TBD\n" },
        { "Lorem ipsum dolor.", "placeholder: Lorem ipsum\n" },
        { "We meet on [date] at noon.", "placeholder: [date]\n" },
        { "Please insert link here.", "placeholder: insert link here\n" },
        { "CVE-2014-XXXX and XXXL.", "" },
        { "One.. Two.", "stray-full-stop: ..\n" },
        { "One. . Two.", "stray-full-stop: . .\n" },
        { "One... Two… ../three and 1..10.", "" },
        { "One.. Two.. Three.. Four.", "" },
        { "The meeting of May 2016. has begun.", "stray-full-stop: .\n" },
        { "The ports. of [the bay](https://a.example/).", "stray-full-stop: .\n" },
        { "The port approx. of the bay, the conf. of ports and ports.example. has it.", "" },
        { "The ports. And of the bay. in summer.", "" },
        { "One,, two.", "punctuation-run: ,,\n" },
        { "One,. Two;; three!!1", "punctuation-run: ,.\npunctuation-run: ;;\npunctuation-run: !!1\n" },
        { "One?! Two!!! etc., three.", "" },
        { "<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> two\n", "merge-conflict: <<<<<<< HEAD\n" },
        { "<<<<<<< HEAD\n* One\n=======\n* Two\n>>>>>>> two\n", "merge-conflict: <<<<<<< HEAD\n" },
        { "One.\n\n>>>>>>> two\n", "merge-conflict: >>>>>>> two\n" },
        { "```\n<<<<<<< HEAD\n```\n\n    >>>>>>> two\n", "" },
    };
    ASSERT_CASES(state, cases);
}

static void finds_second_capitals(void **state)
{
    static const Case cases[] = {
        { "THe ports.", "caps-typo: THe\n" },
        { "Ministry of Ports, Ministry of Ships, MInistry of Bays.", "" },
        { "Ministry, Ministry, Ministry, Ministry: the MInistry.", "caps-typo: MInistry\n" },
        { "The APIs, IDs, KMail, openSUSE, iPhone, McDonald, IIIF and OAuth.", "" },
        { "Mail, Kmail, Kmail, Kmail, Kmail and KMail.", "" },
        { "“THe” ports.", "caps-typo: THe\n" },
        { "Ministry, Ministry, Ministry, Ministry: the MInistry’s.", "caps-typo: MInistry\n" },
        { "`THe` ports.", "" },
        { "The art of sed, the Stream EDitor; editor, editor, editor, editor, editor.", "" },
        { "The PArt of it.", "caps-typo: PArt\n" },
        { "The pan, a Port ANd a bay.", "" },
        { "A Port ANd a bay.", "caps-typo: ANd\n" },
    };
    ASSERT_CASES(state, cases);
}

static void reads_titles_and_excerpts(void **state)
{
    assert_check_says(*state,
                      "---\ntitle: All the the ports\nauthor: staff\ndate: 2024-08-06\ntags: [announcements]\n"
                      "excerpt: >\n  The ports of the\n  bay.In summer\n  they join join.\n---\nOne.\n",
                      "word-repeat: the\nspace-after-punctuation: .\nword-repeat: join\n");
}

TEST_MAIN(TEST(finds_words_that_stand_twice), TEST(finds_blanks_that_are_missing), TEST(finds_blanks_too_many),
          TEST(finds_marks_without_a_partner), TEST(finds_what_was_left_in_the_text), TEST(finds_second_capitals),
          TEST(reads_titles_and_excerpts))
