/* lib/feed/schema.h - herald's schemas of feeds in RELAX NG, compiled in from lib/feed/schema. */
#pragma once

#include "feed/reading.h"

/* False: JSON Feed has none. To be ended by xml_schema_close. */
bool feed_schema_open(XmlSchema **out, ReadFormat format);

/* The name of the elements that are judged one by one. */
const char *feed_schema_part(ReadFormat format);
