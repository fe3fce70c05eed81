/* lib/mail/message.c */
#include "mail/message.h"

#include "mail/encode.h"
#include "mail/header.h"
#include "text/sha256.h"

/* No line of quoted-printable or base64 begins like this: "=" is followed by two digits or nothing in the one, and by
 * "=" or nothing in the other. */
static Str make_boundary(Str text, Str html, Arena *arena)
{
    enum { DIGITS = 32 };
    Str both = arena_join(arena, sha256_hex(text, arena), sha256_hex(html, arena), STR(""));

    return arena_join(arena, STR("=_"), str_slice(sha256_hex(both, arena), 0, DIGITS), STR(""));
}

static void put_part(Buf *out, Str boundary, Str type, Str content)
{
    Buf encoded = { .arena = out->arena };
    Str encoding = encode_text_part(&encoded, content);

    buf_put_format(out, "--" STR_FMT "\r\n", STR_ARG(boundary));
    buf_put_format(out, "Content-Type: " STR_FMT "; charset=utf-8\r\n", STR_ARG(type));
    buf_put_format(out, "Content-Transfer-Encoding: " STR_FMT "\r\n\r\n", STR_ARG(encoding));
    buf_put(out, buf_str(&encoded));
}

MailBody mail_body(Str text, Str html, Arena *arena)
{
    Str boundary = make_boundary(text, html, arena);
    Str type = arena_format(arena, "multipart/alternative; boundary=\"" STR_FMT "\"", STR_ARG(boundary));
    Buf fields = { .arena = arena };
    Buf bytes = { .arena = arena };

    header_put_value(&fields, STR("MIME-Version"), STR("1.0"));
    header_put_value(&fields, STR("Content-Type"), type);
    put_part(&bytes, boundary, STR("text/plain"), text);
    put_part(&bytes, boundary, STR("text/html"), html);
    buf_put_format(&bytes, "--" STR_FMT "--\r\n", STR_ARG(boundary));
    return (MailBody){ buf_str(&fields), buf_str(&bytes) };
}

static void put_list_fields(Buf *out, const MailHead *head)
{
    if (head->list_id.len == 0)
        return;
    header_put_identifier(out, STR("List-Id"), head->list_title, head->list_id);
    if (head->unsubscribe.len > 0)
        header_put_identifier(out, STR("List-Unsubscribe"), STR(""), head->unsubscribe);
    header_put_value(out, STR("List-Post"), STR("NO")); /* RFC 2369 section 3.4: nobody may write to it */
}

void mail_compose(Buf *out, const MailHead *head, const MailBody *body)
{
    header_put_date(out, head->date_unix_s, head->date_offset_s);
    header_put_mailbox(out, STR("From"), &head->from);
    if (head->reply_to.address.len > 0)
        header_put_mailbox(out, STR("Reply-To"), &head->reply_to);
    header_put_mailbox(out, STR("To"), &head->to);
    header_put_text(out, STR("Subject"), head->subject);
    header_put_value(out, STR("Message-ID"), head->message_id);
    put_list_fields(out, head);
    header_put_value(out, STR("Auto-Submitted"), STR("auto-generated")); /* RFC 3834: no vacation notice answers it */
    if (head->language.len > 0)
        header_put_value(out, STR("Content-Language"), head->language);
    buf_put(out, body->fields);
    buf_put(out, STR("\r\n"));
    buf_put(out, body->bytes);
}
