/* tests/support.h - what every unit test starts from. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above first */
#include <cmocka.h>
#include <stdlib.h>

#include "base/diag.h"

/* Fresh for every test. */
typedef struct Scratch {
    Arena arena;
    Diags diags;
} Scratch;

static inline int scratch_setup(void **state)
{
    Scratch *scratch = calloc(1, sizeof(*scratch));
    if (scratch == NULL)
        return -1;
    scratch->diags.arena = &scratch->arena;
    *state = scratch;
    return 0;
}

static inline int scratch_teardown(void **state)
{
    Scratch *scratch = *state;
    arena_free(&scratch->arena);
    free(scratch);
    return 0;
}

/* Text that is a whole source of its own, named "test.md". Lives until the test program ends. */
Located located(const char *text);

/* `actual` is this text, byte for byte. */
void assert_str_at(Str actual, const char *expected, const char *file, int line);
#define assert_str(actual, expected) assert_str_at(actual, expected, __FILE__, __LINE__)

/* Exactly one diagnostic stands there: of this rule, on `part` of `text`, saying just this (NULL: whatever). */
void assert_diag_at(const Diags *diags, const char *rule, const char *text, const char *part, const char *message,
                    const char *file, int line);
#define assert_diag(diags, rule, text, part, message)                                                                  \
    assert_diag_at(diags, rule, text, part, message, __FILE__, __LINE__)

/* At least one diagnostic of this rule; returns the first. */
const Diag *assert_rule_at(const Diags *diags, const char *rule, const char *file, int line);
#define assert_rule(diags, rule) assert_rule_at(diags, rule, __FILE__, __LINE__)

/* Shows what is there, when there should be nothing. */
void assert_no_diags_at(const Diags *diags, const char *file, int line);
#define assert_no_diags(diags) assert_no_diags_at(diags, __FILE__, __LINE__)

/* An empty folder of its own for one test, below TMPDIR or /tmp; the test takes it away. */
Str temporary_folder(Scratch *scratch);
void remove_folder(Scratch *scratch, Str folder); /* with all that is in it */

/* The folder of real posts and measuring tools beside the project, or NULL where it is not there: then say skip(). */
const char *shared_folder(void);

#define TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
#define TEST_MAIN(...)                                                                                                 \
    int main(void)                                                                                                     \
    {                                                                                                                  \
        const struct CMUnitTest tests[] = { __VA_ARGS__ };                                                             \
        return cmocka_run_group_tests_name(__FILE__, tests, NULL, NULL);                                               \
    }
