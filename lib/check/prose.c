/* lib/check/prose.c */
#include "check/subject.h"

void check_prose(const Subject *subject)
{
    (void)subject;
}
