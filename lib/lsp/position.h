/* lib/lsp/position.h - places as editors count them: lines from 0, and in a line the units of the agreed encoding. */
#pragma once

#include "base/source.h"

typedef enum PositionEncoding {
    POSITION_UTF16, /* what every editor speaks */
    POSITION_UTF8,  /* bytes, where the editor offers it */
} PositionEncoding;

typedef struct Position {
    uint32_t line, character;
} Position;

/* Editors end a line at LF, CR LF and also at a CR alone; a Source at LF. `bare_cr` says that a text has a CR alone, so
 * that its lines are not those of the Source. */
typedef struct PositionText {
    const Source *source;
    PositionEncoding encoding;
    bool bare_cr;
} PositionText;

PositionText position_text(const Source *source, PositionEncoding encoding);

/* Of a byte of the text; one past the end gives the end, one within a character that character. */
Position position_of(const PositionText *text, size_t offset);

/* The byte at a position. One past the end of its line is the end of that line before its line end, one past the last
 * line the end of the text, and one within a pair of surrogates the start of their character. */
size_t position_offset(const PositionText *text, Position position);
