/* lib/markup/gfm_passes.h - what GitHub adds to CommonMark and is done on our tree. Internal to gfm.c; each takes time
 * linear in the document's size. */
#pragma once

#include "markup/node.h"

void find_tasks(Document *document);       /* list items that begin with [ ] or [x] */
void find_bare_links(Document *document);  /* GFM's extended autolinks in text, but not within links */
void make_heading_ids(Document *document); /* an `id` for every heading, as GitHub makes them, unique in the document */
