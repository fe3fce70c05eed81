/* lib/post/date_clock.h - the time of day and the zone behind a day. For date.c. */
#pragma once

#include "base/buf.h"
#include "base/diag.h"

typedef enum ClockZone { CLOCK_ZONE_NONE, CLOCK_ZONE_UTC, CLOCK_ZONE_OFFSET } ClockZone;

typedef struct Clock {
    bool written;   /* there is a time at all */
    bool canonical; /* and it is spelled as RFC 3339 has it, a space allowed for the T, the zone allowed to lack */
    bool ruby;      /* or it is so but for the zone, which is written as Ruby does: " +0200", " +02:00" */
    char separator; /* 'T' or ' ' */
    int hour, minute, second;
    Str fraction; /* its digits */
    int32_t nanoseconds;
    ClockZone zone;
    int32_t offset_s;
} Clock;

/* Reads `text` from `at`, the end of its day, to its end. Nothing there is a canonical clock with nothing written. On
 * failure adds a DIAG_STOP (date-impossible or date-zone); `day` is the day in canonical form, for the hint. */
bool clock_read(Clock *out, Located text, size_t at, Str day, Diags *diags);

/* The canonical spelling, from its separator on. */
void clock_put(Buf *out, const Clock *clock);
