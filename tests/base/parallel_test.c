/* tests/base/parallel_test.c */
#include "base/parallel.h"

#include "tests/support.h"

enum { COUNT = 1003, JOBS = 8 };

typedef struct Work {
    int calls[COUNT];
    atomic_int busy[JOBS];
    atomic_bool shared;
} Work;

static void count_call(void *context, size_t i, int worker)
{
    Work *work = context;
    if (atomic_fetch_add(&work->busy[worker], 1) != 0)
        atomic_store(&work->shared, true);
    work->calls[i]++;
    atomic_fetch_sub(&work->busy[worker], 1);
}

static void expect_each_once(size_t count, int jobs)
{
    Work work = { 0 };
    Progress progress = { .stage = NULL };

    parallel_for(count, jobs, count_call, &work, &progress);
    for (size_t i = 0; i < COUNT; i++)
        assert_int_equal(work.calls[i], i < count ? 1 : 0);
    assert_false(atomic_load(&work.shared));
    assert_int_equal(atomic_load(&progress.done), count);
    assert_int_equal(atomic_load(&progress.total), count);
}

static void calls_once_for_each(void **state)
{
    (void)state;
    expect_each_once(COUNT, 1);
    expect_each_once(COUNT, JOBS);
    expect_each_once(3, JOBS);
    expect_each_once(0, JOBS);
}

TEST_MAIN(TEST(calls_once_for_each))
