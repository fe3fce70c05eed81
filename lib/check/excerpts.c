/* lib/check/excerpts.c */
#include "check/subject.h"

void check_excerpts(const Subject *subject)
{
    (void)subject;
}
