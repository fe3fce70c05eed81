/* lib/check/links.c */
#include "check/subject.h"

void check_links(const Subject *subject)
{
    (void)subject;
}

void check_links_together(const Overview *overview)
{
    (void)overview;
}
