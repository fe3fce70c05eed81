/* lib/mail/style.c - contrast of all pairs of colours is at least 4.5:1, in the light and in the dark. */
#include "mail/style.h"

#define FONT "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;"
#define MONO "font-family:ui-monospace,Consolas,Menlo,monospace;"
#define TEXT "font-size:16px;line-height:1.5;"
#define BREAK "overflow-wrap:break-word;word-break:break-word;"

/* The class is for the dark alone, so only what has a colour of its own needs one. */
static const struct StyleText {
    Str class, declarations;
} styles[STYLE_COUNT] = {
    [STYLE_PAGE] = { STR_INIT("page"), STR_INIT("margin:0;padding:0;background-color:#f2f4f6;color:#20262d;") },
    [STYLE_PREHEADER] = { STR_INIT(""), STR_INIT("display:none;max-height:0;overflow:hidden;mso-hide:all;") },
    [STYLE_MARGIN] = { STR_INIT(""), STR_INIT("padding:24px 8px;") },
    [STYLE_COLUMN] = { STR_INIT("column"),
                       STR_INIT("width:100%;max-width:600px;background-color:#ffffff;color:#20262d;") },
    [STYLE_SECTION] = { STR_INIT(""), STR_INIT("padding:24px 24px 8px;" FONT TEXT BREAK) },
    [STYLE_TITLE] = { STR_INIT(""), STR_INIT("margin:0 0 8px;font-size:28px;line-height:1.25;") },
    [STYLE_MUTED] = { STR_INIT("muted"), STR_INIT("margin:0 0 16px;font-size:14px;color:#56606b;") },
    [STYLE_POST_TITLE] = { STR_INIT(""), STR_INIT("margin:0 0 4px;font-size:22px;line-height:1.3;") },
    [STYLE_POST_LINK] = { STR_INIT("link"), STR_INIT("color:#0b57b8;text-decoration:none;") },
    [STYLE_SUBTITLE] = { STR_INIT(""), STR_INIT("margin:0 0 8px;font-size:17px;font-style:italic;") },
    [STYLE_FOOTER] = { STR_INIT("muted"),
                       STR_INIT("padding:24px 24px 16px;" FONT "font-size:14px;line-height:1.5;color:#56606b;" BREAK) },
    [STYLE_PARAGRAPH] = { STR_INIT(""), STR_INIT("margin:0 0 16px;") },
    [STYLE_HEADING_3] = { STR_INIT(""), STR_INIT("margin:24px 0 8px;font-size:19px;line-height:1.3;") },
    [STYLE_HEADING_4] = { STR_INIT(""), STR_INIT("margin:20px 0 8px;font-size:17px;line-height:1.3;") },
    [STYLE_HEADING_5] = { STR_INIT(""), STR_INIT("margin:16px 0 8px;font-size:16px;line-height:1.3;") },
    [STYLE_HEADING_6] = { STR_INIT("muted"),
                          STR_INIT("margin:16px 0 8px;font-size:16px;line-height:1.3;color:#56606b;") },
    [STYLE_QUOTE] = { STR_INIT("line"), STR_INIT("margin:0 0 16px;padding:0 16px;border:0 solid #c3cad2;") },
    [STYLE_LIST] = { STR_INIT(""), STR_INIT("margin:0 0 16px;padding:0 24px;") },
    [STYLE_ITEM] = { STR_INIT(""), STR_INIT("margin:0 0 4px;") },
    [STYLE_NOTES] = { STR_INIT("muted"), STR_INIT("margin:0 0 16px;padding:0 24px;font-size:14px;color:#56606b;") },
    [STYLE_CODE_BLOCK] = { STR_INIT("code"),
                           STR_INIT("margin:0 0 16px;padding:12px;background-color:#eef1f4;color:#20262d;"
                                    "font-size:14px;white-space:pre-wrap;" MONO) },
    [STYLE_CODE] = { STR_INIT("code"), STR_INIT("background-color:#eef1f4;color:#20262d;font-size:14px;" MONO) },
    [STYLE_RULE] = { STR_INIT("line"), STR_INIT("margin:24px 0;border:0 solid #c3cad2;border-width:1px 0 0;") },
    [STYLE_TABLE] = { STR_INIT(""), STR_INIT("margin:0 0 16px;border-collapse:collapse;" TEXT) },
    [STYLE_HEADER_CELL] = { STR_INIT("line"),
                            STR_INIT("padding:6px 10px;border:1px solid #c3cad2;vertical-align:top;") },
    [STYLE_CELL] = { STR_INIT("line"), STR_INIT("padding:6px 10px;border:1px solid #c3cad2;vertical-align:top;") },
    [STYLE_LINK] = { STR_INIT("link"), STR_INIT("color:#0b57b8;text-decoration:underline;") },
    [STYLE_IMAGE] = { STR_INIT(""), STR_INIT("max-width:100%;height:auto;border:0;") },
    [STYLE_BLOCK] = { STR_INIT(""), STR_INIT("margin:0 0 16px;") },
    [STYLE_CAPTION] = { STR_INIT("muted"), STR_INIT("margin:0 0 16px;font-size:14px;color:#56606b;") },
};

void style_put(Buf *out, MailStyle style, Str more)
{
    Str class = styles[style].class;

    if (class.len > 0)
        buf_put_format(out, " class=\"" STR_FMT "\"", STR_ARG(class));
    if (styles[style].declarations.len + more.len == 0)
        return;
    buf_put(out, STR(" style=\""));
    buf_put(out, styles[style].declarations);
    buf_put(out, more);
    buf_put_char(out, '"');
}

const Str style_sheet = STR_INIT(":root{color-scheme:light dark;supported-color-schemes:light dark}\n"
                                 "@media (prefers-color-scheme:dark){\n"
                                 ".page{background-color:#14171a!important;color:#e3e7eb!important}\n"
                                 ".column{background-color:#1d2125!important;color:#e3e7eb!important}\n"
                                 ".muted{color:#a8b2bd!important}\n"
                                 ".link{color:#8ab8ff!important}\n"
                                 ".code{background-color:#2a3037!important;color:#e3e7eb!important}\n"
                                 ".line{border-color:#4a535d!important}\n"
                                 "}\n");
