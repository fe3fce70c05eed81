/* lib/text/sha256.c */
#include "text/sha256.h"

#include <openssl/evp.h>

void sha256(uint8_t out[SHA256_BYTES], Str bytes)
{
    Arena none = { 0 };

    /* Fails for want of memory only, and ends the program as that does. */
    if (EVP_Digest(bytes.len > 0 ? bytes.data : "", bytes.len, out, NULL, EVP_sha256(), NULL) != 1)
        arena_alloc_array(&none, SIZE_MAX, 2);
}

Str sha256_hex(Str bytes, Arena *arena)
{
    static const char digits[] = "0123456789abcdef";
    uint8_t hash[SHA256_BYTES];
    char *hex = arena_alloc(arena, sizeof(hash) * 2);

    sha256(hash, bytes);
    for (size_t i = 0; i < sizeof(hash); i++) {
        hex[2 * i] = digits[hash[i] >> 4];
        hex[2 * i + 1] = digits[hash[i] & 15];
    }
    return (Str){ hex, sizeof(hash) * 2 };
}
