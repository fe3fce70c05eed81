/* lib/check/encoding.c */
#include "check/subject.h"

void check_encoding(const Subject *subject)
{
    (void)subject;
}
