/* lib/mail/settings.c */
#include "mail/settings.h"

#include "mail/adapt.h"

enum { URL_MAX = 900 }; /* it must fit into a line of 998 (RFC 5322 section 2.1.1) */

static const Tree *find_key(const Site *site, const char *key)
{
    return tree_get(tree_get(site->config.tree, STR("mail")), str_from(key));
}

/* The place to point at: the value, else the part of the configuration where it should stand. */
static Span place_of(const Site *site, const char *key)
{
    const Tree *value = find_key(site, key);
    const Tree *mail = tree_get(site->config.tree, STR("mail"));

    if (value == NULL && mail == NULL)
        return site->config.tree == NULL ? (Span){ 0 } : span_part(site->config.tree->span, 0, 0);
    return value != NULL ? value->span : mail->span;
}

static bool read_mailbox(Mailbox *out, const Site *site, const char *key, Str text, Arena *arena, Diags *diags)
{
    const char *fault = mailbox_read(out, text, arena);

    if (fault == NULL) {
        out->name = adapt_text(out->name, arena);
        return true;
    }
    diag_error(diags, "config-value", place_of(site, key), "\"%s\" of \"mail\" %s", key, fault);
    diag_hint(diags, "write %s: \"Example News <news@example.org>\"", key);
    return false;
}

static bool read_from(MailSettings *out, const Site *site, Arena *arena, Diags *diags)
{
    if (site->config.mail_from.len == 0) {
        diag_error(diags, "config-value", place_of(site, "from"), "\"mail\" has no \"from\": a digest needs a sender");
        diag_hint(diags, "write in the configuration: mail: { from: \"Example News <news@example.org>\" }");
        return false;
    }
    if (!read_mailbox(&out->from, site, "from", site->config.mail_from, arena, diags))
        return false;
    if (out->from.name.len == 0)
        out->from.name = adapt_text(site->config.title, arena);
    return true;
}

static bool read_unsubscribe(MailSettings *out, const Site *site, Arena *arena, Diags *diags)
{
    static const AdaptBase nowhere = { { NULL, 0 }, { NULL, 0 } };
    const Tree *tree = find_key(site, "unsubscribe");

    if (tree_is_null(tree))
        return true;
    Str url = tree->kind == TREE_SCALAR ? adapt_url(tree->text, &nowhere, arena) : STR("");
    if (str_starts_with(url, STR("https://")) && adapt_url_is_linkable(url) && url.len <= URL_MAX) {
        out->unsubscribe = url;
        return true;
    }
    diag_error(diags, "config-value", tree->span,
               "\"unsubscribe\" of \"mail\" takes an address that begins with https://");
    diag_hint(diags, "write unsubscribe: https://example.org/unsubscribe/");
    return false;
}

bool mail_settings_read(MailSettings *out, const Site *site, Arena *arena, Diags *diags)
{
    MailSettings settings = { .postal_address = adapt_text(site->config.mail_address, arena) };
    Str reply_to = site->config.mail_reply_to;
    bool good = read_from(&settings, site, arena, diags);

    if (reply_to.len > 0)
        good = read_mailbox(&settings.reply_to, site, "reply_to", reply_to, arena, diags) && good;
    if (!read_unsubscribe(&settings, site, arena, diags) || !good)
        return false;
    *out = settings;
    return true;
}
