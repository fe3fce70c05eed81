/* lib/mail/style.h - how each part of the HTML looks: mail programs keep little but `style` attributes, so every
 * element is born with its own. */
#pragma once

#include "base/buf.h"

typedef enum MailStyle {
    STYLE_NONE,
    /* the frame */
    STYLE_PAGE, /* behind everything */
    STYLE_PREHEADER,
    STYLE_MARGIN, /* around the column */
    STYLE_COLUMN,
    STYLE_SECTION, /* a cell of the column */
    STYLE_TITLE,
    STYLE_MUTED, /* dates, names, notes */
    STYLE_POST_TITLE,
    STYLE_POST_LINK,
    STYLE_SUBTITLE,
    STYLE_FOOTER,
    /* of documents */
    STYLE_PARAGRAPH,
    STYLE_HEADING_3,
    STYLE_HEADING_4,
    STYLE_HEADING_5,
    STYLE_HEADING_6,
    STYLE_QUOTE,
    STYLE_LIST,
    STYLE_ITEM,
    STYLE_NOTES,
    STYLE_CODE_BLOCK,
    STYLE_CODE,
    STYLE_RULE,
    STYLE_TABLE,
    STYLE_HEADER_CELL,
    STYLE_CELL,
    STYLE_LINK,
    STYLE_IMAGE,
    STYLE_BLOCK,
    STYLE_CAPTION,
    STYLE_COUNT,
} MailStyle;

/* ` class="..." style="..."`, with `more` (declarations, or "") behind the style's own; nothing for STYLE_NONE. */
void style_put(Buf *out, MailStyle style, Str more);

/* What the `style` element of the page holds: the same in the dark, and on narrow screens. */
extern const Str style_sheet;

enum { STYLE_COLUMN_WIDTH = 600, STYLE_CONTENT_WIDTH = 552 }; /* in pixels, without and with the padding off */
