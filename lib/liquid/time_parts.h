/* lib/liquid/time_parts.h - a time while it is read. Internal to lib/liquid. */
#pragma once

#include "liquid/time.h"

enum { TIME_MAX_LENGTH = 128 /* Ruby's own limit */, TIME_NONE = -1 };

/* A part of a date as it is written: which is the year shows by its length. */
typedef struct TimeDigits {
    bool given, apostrophe, negative;
    int64_t value;
    int count;
} TimeDigits;

typedef struct TimeParts {
    char text[TIME_MAX_LENGTH + 1]; /* lower case, NUL-terminated */
    int64_t year;
    bool has_year, has_offset;
    int month, day, hour, minute, second; /* TIME_NONE where absent */
    int32_t nanoseconds, offset_s;
} TimeParts;

size_t time_digits(TimeDigits *out, Str text, size_t at); /* where they end, or `at` */
void time_blank_out(TimeParts *parts, size_t start, size_t end);

/* Finds the time of day, with am or pm and a zone, and blanks it out. */
void time_read_clock(TimeParts *parts);

/* A zone or an offset at `at`: where it ends, or `at`. */
size_t time_read_zone(TimeParts *parts, Str text, size_t at);
