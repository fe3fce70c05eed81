/* lib/check/dates.c */
#include "check/subject.h"

void check_dates(const Subject *subject)
{
    (void)subject;
}
