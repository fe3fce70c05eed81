/* lib/base/version.h - which herald this is. */
#pragma once

#define HERALD_VERSION "0.1.0"
#define HERALD_DATE "November 21, 2026" /* of that version, as manual pages want it */
