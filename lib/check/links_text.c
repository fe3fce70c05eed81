/* lib/check/links_text.c - what people read of a link. */
#include "check/link.h"
#include "site/config.h"

/* Words that say nothing of where a link leads, as lists of them read in screen readers: "here, here, more". */
static const char *const generic[] = {
    "here",      "click here", "click",        "this",           "this link",    "link",
    "this page", "read more",  "more",         "learn more",     "see more",     "see here",
    "more info", "read here",  "right here",   "find out more",  "over here",    "more here",
    "this site", "look here",  "read it here", "available here", "go here",      "view here",
    "this url",  "the link",   "this post",    "details",        "more details", "more information",
    NULL,
};

static bool is_one_of(const char *const *words, Str text)
{
    for (; *words != NULL; words++) {
        if (str_eq_nocase(text, str_from(*words)))
            return true;
    }
    return false;
}

static bool is_mark(int c)
{
    return c > 0 && strchr(".,:;!?>() \"'", c) != NULL;
}

static Str without_marks(Str text)
{
    while (text.len > 0 && is_mark(str_at(text, text.len - 1)))
        text.len--;
    while (text.len > 0 && is_mark(str_at(text, 0)))
        text = str_from_offset(text, 1);
    return text;
}

static void check_generic(const Link *link)
{
    if (!is_one_of(generic, without_marks(link->shown)))
        return;
    if (link_say(link->subject, "link-text-generic", link->text, "\"" STR_FMT "\" does not say where the link leads",
                 STR_ARG(link->shown)))
        diag_hint(link->subject->diags, "let the link be the words that name its target");
}

static bool check_no_text(const Link *link)
{
    bool markdown = link->form == LINK_BRACKETS;
    if (link->shown.len > 0 || (!markdown && link->text.end == 0) || !link_is_literal(link->subject, link->whole))
        return false;
    if (link_say(link->subject, "link-empty", link->whole, "the link has no text: nobody can see or follow it"))
        diag_hint(link->subject->diags, "write what it leads to between the brackets");
    return true;
}

static bool is_letter_at(Str text, size_t at)
{
    return char_is_alnum(str_at(text, at)) || str_at(text, at) >= 0x80;
}

/* What would join with the link's last word if nothing stood between: a word, or the sign that opens one. */
static bool is_joined(Str all, size_t at)
{
    int c = str_at(all, at);
    return is_letter_at(all, at) || (c > 0 && strchr("[<*_`$", c) != NULL) || (c == '!' && str_at(all, at + 1) == '[');
}

/* The blank moves out of the link where it keeps it apart from what stands beside it. */
static void repair_space(const Link *link, Str trimmed, bool left, bool right)
{
    const Subject *subject = link->subject;
    Str text = link_text(link->scan, link->text), all = link->scan->document->text;
    uint32_t start = link->text.start + (uint32_t)(trimmed.data - text.data);
    bool label = link->bracket->definition != NULL && link->bracket->target.end <= link->bracket->target.start;
    bool joined = right && is_joined(all, link->whole.end);

    if (left && !right && is_letter_at(all, (size_t)link->whole.start - 1)) {
        link_offer(subject, (Part){ link->whole.start, start }, STR(" ["), true);
    } else if (joined && !left && !label) {
        Str rest = str_slice(all, link->text.end, link->whole.end);
        link_offer(subject, (Part){ start + (uint32_t)trimmed.len, link->whole.end },
                   arena_format(subject->keep, STR_FMT " ", STR_ARG(rest)), true);
    } else if (!label && !joined) {
        link_offer(subject, link->text, trimmed, true);
    }
}

/* White space in the link is underlined with it. */
static void check_space(const Link *link)
{
    const Subject *subject = link->subject;
    Str text = link_text(link->scan, link->text);
    Str trimmed = str_trim(text);

    if (link->form != LINK_BRACKETS || trimmed.len == text.len || trimmed.len == 0
        || str_find_char(text, '\n', 0) != STR_NONE)
        return;
    bool left = char_is_space(text.data[0]), right = char_is_space(text.data[text.len - 1]);
    uint32_t start = link->text.start, end = link->text.end;
    Part place = left ? (Part){ start, start + (uint32_t)(trimmed.data - text.data) }
                      : (Part){ start + (uint32_t)trimmed.len, end };
    if (!link_say(subject, "link-text-space", place, "a space stands inside the link's brackets"))
        return;
    diag_hint(subject->diags, "write [" STR_FMT "]", STR_ARG(trimmed));
    repair_space(link, trimmed, left, right);
}

/* What may stand between a word and the link; a list item's sign may not. */
static bool is_passed(Str all, size_t at)
{
    int c = str_at(all, at);
    if (c == '\n')
        return at == 0 || str_at(all, at - 1) != '\n';
    return char_is_space(c) || c >= 0x80
           || (c > 0 && strchr("*_\"'(", c) != NULL && !char_is_space(str_at(all, at + 1)));
}

/* The link stands within a sentence: a word or a comma before it, not the end of another sentence. */
static bool is_within_sentence(const Link *link)
{
    Str all = link->scan->document->text;
    size_t at = link->whole.start;
    while (at > 0 && is_passed(all, at - 1))
        at--;
    int before = at > 0 ? str_at(all, at - 1) : '\n';
    return char_is_alnum(before) || before == ',' || before == ')';
}

/* "Inc.", "Ltd.", "V.": the full stop is the word's own. */
static bool is_shortened(Str text)
{
    static const char *const words[] = { "Inc", "Ltd", "Corp", "etc", "vol", "Univ", "Dept", "Prof", NULL };
    enum { LEAST = 3 };
    size_t start = text.len;
    while (start > 0 && char_is_alnum(str_at(text, start - 1)))
        start--;
    Str word = str_from_offset(text, start);
    return word.len < LEAST || is_one_of(words, word) || (start > 0 && str_at(text, start - 1) == '.');
}

/* "[Indiana University,](...)": the mark of the sentence is underlined with the link. */
static void check_last_mark(const Link *link)
{
    Str text = link_text(link->scan, link->text), all = link->scan->document->text;
    int last = text.len > 1 ? str_at(text, text.len - 1) : 0;
    Str rest = str_slice(text, 0, text.len - 1);

    if (link->form != LINK_BRACKETS || (last != '.' && last != ',') || !char_is_alnum(str_at(rest, rest.len - 1))
        || is_shortened(rest) || !is_within_sentence(link) || link->whole.end <= link->text.end)
        return;
    bool goes_on = str_at(all, link->whole.end) == ' ' && char_is_alpha(str_at(all, (size_t)link->whole.end + 1))
                   && char_lower(str_at(all, (size_t)link->whole.end + 1)) == str_at(all, (size_t)link->whole.end + 1);
    if (last == '.' && goes_on)
        return;
    Part mark = { link->text.end - 1, link->text.end };
    if (!link_say(link->subject, "link-trailing-dot", mark, "the link ends with the sentence's %s",
                  last == '.' ? "full stop" : "comma"))
        return;
    diag_hint(link->subject->diags, "put it behind the link");
    Str behind = str_slice(all, link->text.end, link->whole.end);
    link_offer(link->subject, (Part){ mark.start, link->whole.end },
               arena_join(link->subject->scratch, behind, str_slice(all, mark.start, mark.end), (Str){ NULL, 0 }),
               false);
}

/* --- a text that is itself an address ---------------------------------------------------------------------------- */

static Str skip_front(Str text, const char *front)
{
    Str prefix = str_from(front);
    return str_eq_nocase(str_slice(text, 0, prefix.len), prefix) ? str_from_offset(text, prefix.len) : text;
}

/* What of an address is compared: no scheme, no "www.", no slash at the end. */
static Str bare_address(Str url)
{
    Str rest = skip_front(skip_front(skip_front(url, "https://"), "http://"), "www.");
    while (rest.len > 0 && (rest.data[rest.len - 1] == '/' || is_mark(str_at(rest, rest.len - 1))))
        rest.len--;
    return rest;
}

static bool looks_like_url(Str text)
{
    if (str_find_char(text, ' ', 0) != STR_NONE)
        return false;
    return bare_address(text).len + 7 <= text.len && (str_at(text, 0) == 'h' || str_at(text, 0) == 'H')
           && str_contains(text, STR("://"));
}

static bool looks_like_mail(Str text)
{
    size_t at = str_find_char(text, '@', 0);
    return at != STR_NONE && at > 0 && str_find_char(text, '@', at + 1) == STR_NONE
           && str_find_char(text, ' ', 0) == STR_NONE && str_find_char(text, '/', 0) == STR_NONE
           && str_find_char(text, '.', at) != STR_NONE;
}

static Str host_part(Str address)
{
    size_t end = 0;
    while (end < address.len && strchr("/?#:", address.data[end]) == NULL)
        end++;
    return str_slice(address, 0, end);
}

/* Both ways: an address may be shown without what is tedious in it. */
static bool is_part_of(Str a, Str b)
{
    return str_eq_nocase(str_slice(b, 0, a.len), a) || str_eq_nocase(str_slice(a, 0, b.len), b);
}

static Str until(Str text, const char *sign)
{
    return str_slice(text, 0, str_find(text, str_from(sign), 0));
}

static void say_mismatch(const Link *link, bool other_host)
{
    Part text = link->text.end > link->text.start ? link->text : link->whole;
    if (!link_say(link->subject, "link-text-mismatch", text,
                  "the text says " STR_FMT ", but the link leads to " STR_FMT, STR_ARG(link->shown),
                  STR_ARG(link->url)))
        return;
    Diag *diag = &link->subject->diags->items[link->subject->diags->len - 1];
    if (!other_host) {
        diag->severity = SEVERITY_WARNING;
        link->subject->diags->errors--;
    }
    diag_hint(link->subject->diags, "see which of the two is meant");
}

static void check_mail_text(const Link *link)
{
    Str url = skip_front(link->url, "mailto:");
    Str shown = skip_front(link->shown, "mailto:");
    Str local = until(shown, "@");

    if (url.len == link->url.len || str_eq_nocase(until(url, "?"), shown))
        return;
    if (str_eq_nocase(str_slice(url, 0, local.len), local) && str_at(url, local.len) == '+')
        return; /* "list+subscribe@": a command to the list that is shown */
    say_mismatch(link, true);
}

static void check_url_text(const Link *link)
{
    Str shown = bare_address(until(until(link->shown, "\u2026"), "..."));
    Str url = bare_address(link->url);

    if (!str_contains(link->url, STR("://")) || is_part_of(shown, url))
        return;
    say_mismatch(link, !str_eq_nocase(host_part(shown), host_part(url)));
}

void check_link_text(const Link *link, bool address_is_right)
{
    if (link->form == LINK_ANGLES || link->form == LINK_BARE || check_no_text(link))
        return;
    check_space(link);
    check_generic(link);
    check_last_mark(link);
    if (!address_is_right)
        return;
    if (looks_like_mail(link->shown))
        check_mail_text(link);
    else if (looks_like_url(link->shown))
        check_url_text(link);
}
