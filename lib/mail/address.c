/* lib/mail/address.c */
#include "mail/address.h"

#include "base/buf.h"

enum { ADDRESS_MAX = 254, LOCAL_MAX = 64, DOMAIN_MAX = 253, LABEL_MAX = 63 };

Str address_domain(Str address)
{
    size_t at = str_find_last_char(address, '@');

    return at == STR_NONE ? STR("") : str_from_offset(address, at + 1);
}

static bool is_label(Str label)
{
    if (label.len == 0 || label.len > LABEL_MAX || label.data[0] == '-' || label.data[label.len - 1] == '-')
        return false;
    for (size_t i = 0; i < label.len; i++) {
        if (!char_is_alnum(str_at(label, i)) && label.data[i] != '-')
            return false;
    }
    return true;
}

static bool is_number(Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (!char_is_digit(str_at(s, i)))
            return false;
    }
    return true;
}

bool domain_is_full(Str domain)
{
    Str rest = domain;
    Str label = { 0 };
    size_t count = 0;

    if (domain.len > DOMAIN_MAX)
        return false;
    for (; str_split(&label, &rest, '.'); count++) {
        if (!is_label(label))
            return false;
    }
    return count >= 2 && label.len >= 2 && !is_number(label);
}

/* RFC 5322 section 3.2.3 */
static bool is_atom_char(int c)
{
    return char_is_alnum(c)
           || (c > ' ' && c < 0x7f && str_find_char(STR("!#$%&'*+-/=?^_`{|}~"), (char)c, 0) != STR_NONE);
}

static bool is_dot_atom(Str s)
{
    Str atom;

    if (s.len == 0)
        return false;
    while (str_split(&atom, &s, '.')) {
        if (atom.len == 0)
            return false;
        for (size_t i = 0; i < atom.len; i++) {
            if (!is_atom_char(str_at(atom, i)))
                return false;
        }
    }
    return true;
}

/* RFC 5322 section 3.2.4, without the obsolete forms and without folding. */
static bool is_quoted(Str s)
{
    if (s.len < 3 || s.data[0] != '"' || s.data[s.len - 1] != '"')
        return false;
    for (size_t i = 1; i < s.len - 1; i++) {
        bool escape = s.data[i] == '\\';
        if (s.data[i] == '"' || (escape && i + 2 >= s.len))
            return false;
        i += escape;
        if (s.data[i] < ' ' || s.data[i] >= 0x7f)
            return false;
    }
    return true;
}

static bool has_bytes_beyond_ascii(Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (str_at(s, i) >= 0x80)
            return true;
    }
    return false;
}

static bool has_controls(Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (str_at(s, i) < ' ' || str_at(s, i) == 0x7f)
            return true;
    }
    return false;
}

const char *address_fault(Str address)
{
    size_t at = str_find_last_char(address, '@');
    Str local = str_slice(address, 0, at);
    Str domain = address_domain(address);

    if (address.len == 0)
        return "is empty";
    if (has_controls(address))
        return "holds a control character or a line break";
    if (at == STR_NONE)
        return "has no @";
    if (address.len > ADDRESS_MAX || local.len > LOCAL_MAX)
        return "is too long: 64 characters before the @ and 254 in all are the most";
    if (has_bytes_beyond_ascii(domain))
        return "has a domain beyond ASCII: write its xn-- form";
    if (has_bytes_beyond_ascii(local))
        return "has characters beyond ASCII before the @, which most mail servers do not take";
    if (!is_dot_atom(local) && !is_quoted(local))
        return "has something before the @ that may not stand there";
    if (!domain_is_full(domain))
        return "has no full domain behind the @, as in name@example.org";
    return NULL;
}

static Str unquote(Str name, Arena *arena)
{
    Buf plain = { .arena = arena };

    if (name.len < 2 || name.data[0] != '"' || name.data[name.len - 1] != '"')
        return name;
    name = str_slice(name, 1, name.len - 1);
    for (size_t i = 0; i < name.len; i++) {
        if (name.data[i] == '\\' && i + 1 < name.len)
            i++;
        buf_put_char(&plain, name.data[i]);
    }
    return str_trim(buf_str(&plain));
}

const char *mailbox_read(Mailbox *out, Str text, Arena *arena)
{
    Str trimmed = str_trim(text);
    size_t open = str_find_last_char(trimmed, '<');
    Mailbox mailbox = { .address = trimmed };

    if (has_controls(trimmed))
        return "holds a control character or a line break";
    if (open != STR_NONE && trimmed.data[trimmed.len - 1] == '>') {
        mailbox.name = unquote(str_trim(str_slice(trimmed, 0, open)), arena);
        mailbox.address = str_slice(trimmed, open + 1, trimmed.len - 1);
    }
    const char *fault = address_fault(mailbox.address);
    if (fault == NULL)
        *out = mailbox;
    return fault;
}
