/* lib/check/images.c */
#include "check/subject.h"

void check_images(const Subject *subject)
{
    (void)subject;
}
