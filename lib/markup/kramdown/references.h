/* lib/markup/kramdown/references.h - names that texts refer to. */
#pragma once

#include "markup/kramdown/parser.h"

Str fold_label(Parser *parser, Str label); /* of a link: without regard to case, and with single spaces */
void define_links(Parser *parser);         /* those of the options */
