/* lib/check/html.c */
#include "check/subject.h"

void check_html(const Subject *subject)
{
    (void)subject;
}
