/* lib/check/authors.c */
#include "check/subject.h"

void check_authors(const Subject *subject)
{
    (void)subject;
}

void check_authors_together(const Overview *overview)
{
    (void)overview;
}
