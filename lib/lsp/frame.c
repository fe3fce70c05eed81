/* lib/lsp/frame.c */
#include "lsp/frame.h"

static const Str line_end = STR_INIT("\r\n");

static bool read_number(size_t *out, Str text)
{
    *out = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!char_is_digit(str_at(text, i)) || *out > FRAME_MAX_CONTENT_BYTES)
            return false;
        *out = *out * 10 + (size_t)(text.data[i] - '0');
    }
    return text.len > 0 && *out <= FRAME_MAX_CONTENT_BYTES;
}

/* Of the lines without the last line end. Content-Type is taken to be the only one there is. */
static bool read_header(size_t *content_length, Str header)
{
    bool found = false;

    for (size_t start = 0; start < header.len;) {
        size_t end = str_find(header, line_end, start);
        Str line = str_slice(header, start, end), name;
        if (!str_split(&name, &line, ':') || line.data == NULL)
            return false;
        if (str_eq_nocase(str_trim(name), STR("Content-Length")))
            found = read_number(content_length, str_trim(line));
        start = end == STR_NONE ? header.len : end + line_end.len;
    }
    return found;
}

FrameResult frame_read(Str *content, size_t *length, Str bytes)
{
    static const Str header_end = STR_INIT("\r\n\r\n");
    size_t end = str_find(str_slice(bytes, 0, FRAME_MAX_HEADER_BYTES), header_end, 0);
    size_t content_length = 0;

    if (end == STR_NONE)
        return bytes.len < FRAME_MAX_HEADER_BYTES ? FRAME_WANTS_MORE : FRAME_BROKEN;
    if (!read_header(&content_length, str_slice(bytes, 0, end)))
        return FRAME_BROKEN;
    size_t start = end + header_end.len;
    if (bytes.len - start < content_length)
        return FRAME_WANTS_MORE;
    *content = str_slice(bytes, start, start + content_length);
    *length = start + content_length;
    return FRAME_MESSAGE;
}
