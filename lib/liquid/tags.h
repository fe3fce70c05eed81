/* lib/liquid/tags.h - the tags that Liquid itself has. Internal to lib/liquid. */
#pragma once

#include "liquid/parser.h"

/* Each ends in an entry without a name. */
extern const TagClass tags_control[];
extern const TagClass tags_loop[];
extern const TagClass tags_table[];
extern const TagClass tags_value[];
extern const TagClass tags_verbatim[];
extern const TagClass tags_include[];
