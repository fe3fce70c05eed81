/* lib/text/sha256.h - SHA-256 (FIPS 180-4), by OpenSSL's libcrypto: for names that must not meet by chance or by will.
 */
#pragma once

#include "base/arena.h"

enum { SHA256_BYTES = 32 };

void sha256(uint8_t out[SHA256_BYTES], Str bytes);
Str sha256_hex(Str bytes, Arena *arena); /* 64 lower case digits */
