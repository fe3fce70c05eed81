/* lib/post/date_refuse.h - what to say of a text that is no YYYY-MM-DD. For date.c. */
#pragma once

#include "base/diag.h"

/* `text` does not begin with a year, a month and a day in figures. Adds a DIAG_STOP that says what to write instead,
 * with the date it most likely means, and returns false. */
bool date_refuse(Located text, Diags *diags);
