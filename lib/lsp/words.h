/* lib/lsp/words.h - a line for each word of front matter and Liquid, for whoever points at one. */
#pragma once

#include "base/str.h"

/* Each is Markdown, one line; "" for a word that is not known. */
Str words_of_key(Str key);
Str words_of_filter(Str filter);
Str words_of_tag(Str tag);
