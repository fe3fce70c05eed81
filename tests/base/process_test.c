#include "base/process.h"

#include <errno.h>

#include "base/buf.h"
#include "tests/support.h"

static ProcessResult run(Scratch *scratch, const char *const *words, Str input)
{
    static const char *const settings[] = { "HERALD_TEST=a b", NULL };
    Process process = { .words = words, .settings = settings, .input = input };
    ProcessResult result;
    int error_number;

    assert_true(process_run(&result, &process, &scratch->arena, &error_number));
    assert_int_equal(error_number, 0);
    return result;
}

static void takes_input_and_gives_output(void **state)
{
    Buf input = { .arena = &((Scratch *)*state)->arena };
    for (int i = 0; i < 100000; i++)
        buf_put_format(&input, "line %d\n", i);
    ProcessResult result = run(*state, (const char *const[]){ "cat", NULL }, buf_str(&input));

    assert_int_equal(result.status, 0);
    assert_true(str_eq(result.out, buf_str(&input)));
    assert_str(result.err, "");
}

static void keeps_words_apart_whatever_a_shell_would_make_of_them(void **state)
{
    ProcessResult result = run(*state, (const char *const[]){ "printf", "<%s>", "a b", "$HOME;`id`", NULL }, STR(""));
    assert_str(result.out, "<a b><$HOME;`id`>");
}

static void tells_status_and_errors(void **state)
{
    ProcessResult result = run(*state, (const char *const[]){ "sh", "-c", "echo no >&2; exit 7", NULL }, STR(""));
    assert_int_equal(result.status, 7);
    assert_str(result.err, "no\n");
    result = run(*state, (const char *const[]){ "sh", "-c", "kill -9 $$", NULL }, STR(""));
    assert_int_equal(result.status, 128 + 9);
}

static void keeps_the_environment_and_adds_to_it(void **state)
{
    setenv("HERALD_TEST", "of ours", 1);
    setenv("HERALD_OTHER", "kept", 1);
    ProcessResult result =
        run(*state, (const char *const[]){ "sh", "-c", "echo \"$HERALD_TEST $HERALD_OTHER\"", NULL }, STR(""));
    assert_str(result.out, "a b kept\n");
}

static void says_when_there_is_no_such_program(void **state)
{
    Process process = { .words = (const char *const[]){ "herald-no-such-program", NULL } };
    ProcessResult result;
    int error_number;

    assert_false(process_run(&result, &process, &((Scratch *)*state)->arena, &error_number));
    assert_int_equal(error_number, ENOENT);
}

TEST_MAIN(TEST(takes_input_and_gives_output), TEST(keeps_words_apart_whatever_a_shell_would_make_of_them),
          TEST(tells_status_and_errors), TEST(keeps_the_environment_and_adds_to_it),
          TEST(says_when_there_is_no_such_program))
