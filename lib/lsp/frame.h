/* lib/lsp/frame.h - messages in a stream of bytes, as the base protocol of LSP has them: header lines that end in CR
 * LF, one of them Content-Length, an empty line, and that many bytes. */
#pragma once

#include "base/str.h"

enum {
    FRAME_MAX_HEADER_BYTES = 8192,
    FRAME_MAX_CONTENT_BYTES = 64 << 20, /* no announcement is that long */
};

typedef enum FrameResult {
    FRAME_MESSAGE,
    FRAME_WANTS_MORE,
    FRAME_BROKEN, /* no length, or one too large: where the next message begins nobody knows */
} FrameResult;

/* Reads the message at the start of `bytes`. FRAME_MESSAGE: `*content` is a view of its content, and `*length` says how
 * many bytes it takes with its header. */
FrameResult frame_read(Str *content, size_t *length, Str bytes);
