/* lib/check/frontmatter.c */
#include "check/subject.h"

void check_frontmatter(const Subject *subject)
{
    (void)subject;
}
