/* lib/check/filenames.c */
#include "check/subject.h"

void check_filenames(const Subject *subject)
{
    (void)subject;
}
