/* tests/text/sha256_test.c */
#include "text/sha256.h"
#include "tests/support.h"

/* The examples of FIPS 180. */
static void hashes_as_the_standard_says(void **state)
{
    Scratch *scratch = *state;

    assert_str(sha256_hex(STR(""), &scratch->arena),
               "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_str(sha256_hex(STR("abc"), &scratch->arena),
               "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_str(sha256_hex((Str){ 0 }, &scratch->arena),
               "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_MAIN(TEST(hashes_as_the_standard_says))
