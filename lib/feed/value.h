/* lib/feed/value.h - addresses, media types and such, as feeds have them. */
#pragma once

#include "base/str.h"

/* Each gives NULL when the value is sound, else what is wrong with it, to follow its name: "is empty". */
const char *address_value_fault(Str address); /* an absolute IRI (RFC 3987), of the schemes tag and urn exactly */
const char *media_type_fault(Str type);       /* RFC 6838, with or without parameters */
const char *email_fault(Str email);           /* what looks like one */
const char *language_fault(Str tag);          /* BCP 47: well-formed, not whether it is registered */
const char *number_fault(Str number);         /* a count of bytes */
bool address_is_relative(Str address);        /* it has no scheme */
