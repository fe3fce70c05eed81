/* tests/base/arena_test.c */
#include "base/arena.h"

#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"
#include "tests/support.h"

static void gives_zeroed_and_aligned_memory(void **state)
{
    Scratch *scratch = *state;
    for (size_t size = 0; size < 300; size += 7) {
        char *bytes = arena_alloc(&scratch->arena, size);
        assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(bytes[i], 0);
        memset(bytes, 'x', size);
    }
}

static void holds_little_more_than_was_asked_for(void **state)
{
    Scratch *scratch = *state;
    for (int i = 0; i < 20; i++)
        arena_alloc(&scratch->arena, 1000);
    assert_true(arena_size(&scratch->arena) < 20000 + 8192);
    arena_free(&scratch->arena);
    assert_int_equal(arena_size(&scratch->arena), 0);
}

static void a_buffer_grows_and_takes_insertions(void **state)
{
    Scratch *scratch = *state;
    Buf buf = { .arena = &scratch->arena };

    for (int i = 0; i < 1000; i++)
        buf_put(&buf, STR("0123456789"));
    assert_int_equal(buf.len, 10000);
    buf.len = 4;
    buf_insert(&buf, 2, STR("--"));
    buf_put_utf8(&buf, 0x20AC);
    buf_put_utf8(&buf, 0xD800);
    buf_put_format(&buf, "%s %d", "and", 5);
    assert_str(buf_str(&buf), "01--23\xe2\x82\xac\xef\xbf\xbd"
                              "and 5");
}

static void writes_every_integer(void **state)
{
    Scratch *scratch = *state;
    Buf buf = { .arena = &scratch->arena };

    buf_put_int(&buf, 0);
    buf_put_int(&buf, -7);
    buf_put_int(&buf, INT64_MAX);
    buf_put_int(&buf, INT64_MIN);
    assert_str(buf_str(&buf), "0-79223372036854775807-9223372036854775808");
}

static void a_map_keeps_the_order_of_insertion(void **state)
{
    Scratch *scratch = *state;
    Map map = { .arena = &scratch->arena };

    for (uintptr_t i = 0; i < 500; i++)
        map_put(&map, arena_format(&scratch->arena, "key %zu", (size_t)i), (void *)(i + 1));
    map_put(&map, STR("key 7"), NULL);
    assert_int_equal(map.len, 500);
    for (uintptr_t i = 0; i < 500; i++) {
        Str key = arena_format(&scratch->arena, "key %zu", (size_t)i);
        assert_true(str_eq(map.entries[i].key, key));
        assert_ptr_equal(map_get(&map, key), i == 7 ? NULL : (void *)(i + 1));
    }
    assert_true(map_has(&map, STR("key 7")));
    assert_false(map_has(&map, STR("key 500")));
}

TEST_MAIN(TEST(gives_zeroed_and_aligned_memory), TEST(holds_little_more_than_was_asked_for),
          TEST(a_buffer_grows_and_takes_insertions), TEST(writes_every_integer),
          TEST(a_map_keeps_the_order_of_insertion))
