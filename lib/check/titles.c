/* lib/check/titles.c */
#include "check/subject.h"

void check_titles(const Subject *subject)
{
    (void)subject;
}

void check_titles_together(const Overview *overview)
{
    (void)overview;
}
