/* lib/check/tags.c */
#include "check/subject.h"

void check_tags(const Subject *subject)
{
    (void)subject;
}

void check_tags_together(const Overview *overview)
{
    (void)overview;
}
