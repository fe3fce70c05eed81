/* lib/check/dates_text.h - dates in the words of a post: "Tuesday, August 6, 2024". For dates.c. */
#pragma once

#include "check/subject.h"

/* Tells of days that do not exist (date-in-text-impossible) and weekdays that are another (weekday-wrong). English
 * only. A date without a year is taken for one near the post's own. */
void dates_check_text(const Subject *subject);
