/* lib/text/sha256.c */
#include "text/sha256.h"

#include <openssl/evp.h>
#include <stdlib.h>

void sha256(uint8_t out[SHA256_BYTES], Str bytes)
{
    /* Fails for want of memory only, and that ends the program as everywhere. */
    if (EVP_Digest(bytes.len > 0 ? bytes.data : "", bytes.len, out, NULL, EVP_sha256(), NULL) != 1)
        exit(3);
}

Str sha256_hex(Str bytes, Arena *arena)
{
    static const char digits[] = "0123456789abcdef";
    uint8_t hash[SHA256_BYTES];
    char *hex = arena_alloc(arena, SHA256_BYTES * 2);

    sha256(hash, bytes);
    for (size_t i = 0; i < SHA256_BYTES; i++) {
        hex[2 * i] = digits[hash[i] >> 4];
        hex[2 * i + 1] = digits[hash[i] & 15];
    }
    return (Str){ hex, SHA256_BYTES * 2 };
}
