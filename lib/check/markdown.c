/* lib/check/markdown.c */
#include "check/subject.h"

void check_markdown(const Subject *subject)
{
    (void)subject;
}
