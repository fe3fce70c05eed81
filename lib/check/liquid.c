/* lib/check/liquid.c */
#include "check/subject.h"

void check_liquid(const Subject *subject)
{
    (void)subject;
}
