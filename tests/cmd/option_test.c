/* tests/cmd/option_test.c */
#include "cmd/herald/option.h"
#include "tests/support.h"

typedef struct Args {
    bool all, brief;
    Str output;
    StrList to;
    int format;
    int jobs;
} Args;

static const char *const formats[] = { "text", "jsonl", NULL };

static const Option table[] = {
    { 'a', "all", OPTION_FLAG, offsetof(Args, all), NULL, "", NULL },
    { 'b', "brief", OPTION_FLAG, offsetof(Args, brief), NULL, "", NULL },
    { 'o', "output", OPTION_STRING, offsetof(Args, output), "FOLDER", "", NULL },
    { 0, "to", OPTION_LIST, offsetof(Args, to), "ADDRESS", "", NULL },
    { 'f', "format", OPTION_CHOICE, offsetof(Args, format), NULL, "", formats },
    { 'j', "jobs", OPTION_NUMBER, offsetof(Args, jobs), "N", "", NULL },
    OPTION_END,
};

typedef struct Call {
    Args args;
    StrList operands;
    Str fault;
    bool ok;
} Call;

/* Words are given with blanks between them. */
static Call call(Scratch *scratch, const char *line, OptionOrder order)
{
    Call call = { 0 };
    OptionSet set = { table, &call.args };
    StrList words = { NULL, 0 };
    Str rest = str_from(line);
    Str word;

    while (str_split(&word, &rest, ' '))
        list_push(&words, word, &scratch->arena);
    call.ok = options_read(&call.operands, &call.fault, &set, 1, order, words, &scratch->arena);
    return call;
}

static void reads_long_and_short_options(void **state)
{
    static const char *const lines[] = { "--output=out --format=jsonl --jobs=12 --all",
                                         "--output out --format jsonl --jobs 12 -a", "-o out -f jsonl -j 12 -a",
                                         "-oout -fjsonl -j12 -a", "-aoout -fjsonl -j12" };

    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        Call got = call(*state, lines[i], OPTIONS_ANYWHERE);
        assert_true(got.ok);
        assert_str(got.args.output, "out");
        assert_int_equal(got.args.format, 1);
        assert_int_equal(got.args.jobs, 12);
        assert_true(got.args.all);
        assert_false(got.args.brief);
        assert_int_equal(got.operands.len, 0);
    }
}

static void takes_everything_else_as_operands(void **state)
{
    Call got = call(*state, "a.md --all - b.md -- --brief -b", OPTIONS_ANYWHERE);
    static const char *const expected[] = { "a.md", "-", "b.md", "--brief", "-b" };

    assert_true(got.ok);
    assert_true(got.args.all);
    assert_false(got.args.brief);
    assert_int_equal(got.operands.len, 5);
    for (size_t i = 0; i < 5; i++)
        assert_str(got.operands.items[i], expected[i]);
}

static void leaves_what_follows_the_first_operand(void **state)
{
    Call got = call(*state, "-a check --unknown -b", OPTIONS_BEFORE_OPERANDS);

    assert_true(got.ok);
    assert_true(got.args.all);
    assert_false(got.args.brief);
    assert_int_equal(got.operands.len, 3);
    assert_str(got.operands.items[1], "--unknown");
}

static void lists_keep_every_value_and_others_the_last(void **state)
{
    Call got = call(*state, "--to a --to=b --to c --to d --to e -o x -o y", OPTIONS_ANYWHERE);

    assert_true(got.ok);
    assert_int_equal(got.args.to.len, 5);
    assert_str(got.args.to.items[0], "a");
    assert_str(got.args.to.items[4], "e");
    assert_str(got.args.output, "y");
}

static void a_value_may_hold_an_equals_sign_or_be_empty(void **state)
{
    assert_str(call(*state, "--output=a=b", OPTIONS_ANYWHERE).args.output, "a=b");
    Call empty = call(*state, "--to=", OPTIONS_ANYWHERE);
    assert_true(empty.ok);
    assert_int_equal(empty.args.to.len, 1);
    assert_str(empty.args.to.items[0], "");
}

static void says_what_is_wrong(void **state)
{
    static const struct {
        const char *line, *fault;
    } cases[] = {
        { "--formt=text", "unknown option \"--formt\"; did you mean \"--format\"?" },
        { "--form=text", "unknown option \"--form\"; did you mean \"--format\"?" },
        { "--zebra", "unknown option \"--zebra\"" },
        { "-ax", "unknown option \"-x\"" },
        { "-\xC3\xA9t", "unknown option \"-\xC3\xA9\"" },
        { "--all=yes", "--all takes no value" },
        { "--output", "--output needs a value" },
        { "-ao", "-o needs a value" },
        { "--format=xml", "--format takes text or jsonl, not \"xml\"" },
        { "-f t", "-f takes text or jsonl, not \"t\"" },
        { "--jobs=0", "--jobs takes a number from 1 to 2147483647, not \"0\"" },
        { "--jobs=-1", "--jobs takes a number from 1 to 2147483647, not \"-1\"" },
        { "--jobs=4x", "--jobs takes a number from 1 to 2147483647, not \"4x\"" },
        { "--jobs=", "--jobs takes a number from 1 to 2147483647, not \"\"" },
        { "--jobs=2147483648", "--jobs takes a number from 1 to 2147483647, not \"2147483648\"" },
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Call got = call(*state, cases[i].line, OPTIONS_ANYWHERE);
        assert_false(got.ok);
        assert_str(got.fault, cases[i].fault);
    }
}

static void suggests_only_what_is_near(void **state)
{
    Scratch *scratch = *state;
    StrList names = { NULL, 0 };
    list_push(&names, STR("build"), &scratch->arena);
    list_push(&names, STR("show"), &scratch->arena);

    assert_str(nearest_word(STR("biuld"), names), "build");
    assert_str(nearest_word(STR("SHOW"), names), "show");
    assert_str(nearest_word(STR("sh"), names), "");
    assert_str(nearest_word(STR("publish"), names), "");
    assert_str(nearest_word(STR(""), names), "");
}

TEST_MAIN(TEST(reads_long_and_short_options), TEST(takes_everything_else_as_operands),
          TEST(leaves_what_follows_the_first_operand), TEST(lists_keep_every_value_and_others_the_last),
          TEST(a_value_may_hold_an_equals_sign_or_be_empty), TEST(says_what_is_wrong), TEST(suggests_only_what_is_near))
