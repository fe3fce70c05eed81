/* tests/cmd/progress_test.c */
#include "cmd/herald/progress.h"
#include "tests/support.h"

static void short_work_shows_nothing(void **state)
{
    (void)state;
    char *text = NULL;
    size_t len = 0;
    FILE *stream = open_memstream(&text, &len);
    Progress progress = { .stage = "rendering", .done = 1, .total = 2 };

    ProgressLine *line = progress_start(&progress, stream);
    assert_non_null(line);
    progress_hide(line);
    progress_hide(line);
    progress_stop(line);
    fclose(stream);
    assert_int_equal(len, 0);
    free(text);
}

static void no_line_is_fine(void **state)
{
    (void)state;
    progress_hide(NULL);
    progress_stop(NULL);
}

TEST_MAIN(TEST(short_work_shows_nothing), TEST(no_line_is_fine))
