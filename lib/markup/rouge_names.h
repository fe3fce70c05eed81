/* lib/markup/rouge_names.h - Jekyll wraps code of a language that rouge knows otherwise than of one it does not. */
#pragma once

#include "base/str.h"

bool rouge_has_language(Str name);
