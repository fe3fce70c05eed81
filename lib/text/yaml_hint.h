/* lib/text/yaml_hint.h - finds the slip that made a YAML text unreadable. Inside lib/text. */
#pragma once

#include "base/diag.h"

/* Adds one diag_stop of rule yaml-syntax at the first slip of the author's that stands no later than the line where the
 * reader gave up, with what to write instead. False: none was found. `noticed` is a byte of `region`. */
bool yaml_find_slip(Span region, size_t noticed, Diags *diags);

/* The same, but a slip that is not found is reported at `noticed` with the reader's words. Returns false. */
bool yaml_explain(Span region, size_t noticed, const char *problem, Diags *diags);
