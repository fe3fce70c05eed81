/* lib/check/images.c - images and embedded things, for those who do not see them. */
#include "check/link.h"

#include "base/file.h"
#include "markup/url.h"

static bool is_word_of(const char *words, Str word)
{
    for (const char *at = words; *at != '\0';) {
        size_t len = strcspn(at, " ");
        if (str_eq_nocase((Str){ at, len }, word))
            return true;
        at += len + (at[len] == ' ');
    }
    return false;
}

static Str extension_of(Str url)
{
    Str path = str_slice(url, 0, str_find_char(url, '?', 0));
    return path_extension(str_slice(path, 0, str_find_char(path, '#', 0)));
}

/* --- the alternative text ---------------------------------------------------------------------------------------- */

static bool is_stem(Str alt, Str url)
{
    Str stem = path_stem(path_name(str_slice(url, 0, str_find_char(url, '?', 0))));
    bool sign = false;
    for (size_t i = 0; i < alt.len; i++)
        sign = sign || char_is_digit(alt.data[i]) || alt.data[i] == '_' || alt.data[i] == '-';
    return sign && str_eq_nocase(stem, alt);
}

static bool says_nothing(Str alt)
{
    while (alt.len > 0 && (char_is_digit(alt.data[alt.len - 1]) || alt.data[alt.len - 1] == ' '))
        alt.len--;
    return is_word_of("image img picture photo pic graphic figure screenshot alt untitled placeholder", alt)
           || str_eq_nocase(alt, STR("alt text")) || str_eq_nocase(alt, STR("image description"))
           || str_eq_nocase(alt, STR("enter image description here"));
}

static void check_alt(const Link *image, Str alt, Part place)
{
    const Subject *subject = image->subject;
    bool file =
        is_word_of(".png .jpg .jpeg .gif .svg .webp .bmp .tif .tiff", path_extension(alt)) || is_stem(alt, image->url);

    if (alt.len == 0) {
        if (link_say(subject, "image-alt", image->whole, "the image has no text for those who do not see it"))
            diag_hint(subject->diags, image->form == LINK_TAG
                                          ? "write alt=\"what the image shows\", or alt=\"\" where it only decorates"
                                          : "write what the image shows between the brackets");
    } else if (file || says_nothing(alt)) {
        if (link_say(subject, "image-alt-is-file-name", place, "\"" STR_FMT "\" does not say what the image shows",
                     STR_ARG(alt)))
            diag_hint(subject->diags, "write what somebody who does not see the image should know of it");
    }
}

/* An image that is said to decorate needs no text. */
static void check_image_text(const Link *image)
{
    if (image->form != LINK_TAG) {
        check_alt(image, image->shown, image->text.end > image->text.start ? image->text : image->whole);
        return;
    }
    const TagAttribute *alt = tag_attribute(image->tag, "alt");
    const TagAttribute *role = tag_attribute(image->tag, "role"), *hidden = tag_attribute(image->tag, "aria-hidden");
    if ((alt != NULL && str_trim(alt->value).len == 0) || role != NULL || hidden != NULL)
        return;
    check_alt(image, alt == NULL ? (Str){ NULL, 0 } : str_trim(alt->value), alt == NULL ? image->whole : alt->place);
}

/* --- where it lies ----------------------------------------------------------------------------------------------- */

static void check_hotlink(const Link *image)
{
    const Subject *subject = image->subject;
    Str host = link_host(image->url, subject->scratch);

    if (host.len == 0 || link_is_own_host(subject->site, host, subject->scratch))
        return;
    if (link_say(subject, "image-hotlink", image->place, "the image lies on another site, " STR_FMT ", and may vanish",
                 STR_ARG(host)))
        diag_hint(subject->diags, "copy it into this site, if you may, and write its path here");
}

static void check_format(const Link *image)
{
    Str extension = extension_of(image->url);
    if (!is_word_of(".bmp .tif .tiff .heic .heif .psd .eps .ai .raw", extension))
        return;
    if (link_say(image->subject, "image-format", image->place,
                 "browsers and mail programs do not show " STR_FMT " images", STR_ARG(extension)))
        diag_hint(image->subject->diags, "save it as PNG, JPEG or SVG");
}

void check_image(const Link *image)
{
    if (image->url.len == 0)
        return;
    check_image_text(image);
    check_hotlink(image);
    check_format(image);
}

/* --- what is embedded -------------------------------------------------------------------------------------------- */

static bool is_hidden_frame(const LinkTag *tag)
{
    const TagAttribute *width = tag_attribute(tag, "width"), *height = tag_attribute(tag, "height");
    return (width != NULL && str_eq(width->value, STR("0"))) || (height != NULL && str_eq(height->value, STR("0")));
}

/* What tells one video of a site from another. */
static Str name_of_address(Str url)
{
    Str path = str_slice(url, 0, str_find_char(url, '?', 0));
    while (path.len > 0 && path.data[path.len - 1] == '/')
        path.len--;
    return path_name(path);
}

static bool has_link_to(const Subject *subject, const LinkTag *tag, Str name)
{
    enum { MAX_LINKS = 300 };
    Span place = places_find(&subject->document->places, tag->whole.start, tag->whole.end);
    for (size_t i = 0; i < subject->facts->links.len && i < MAX_LINKS; i++) {
        const LinkFact *fact = &subject->facts->links.items[i];
        bool itself = fact->span.start >= place.start && fact->span.end <= place.end;
        if (!itself && name.len >= 4 && str_contains(fact->url, name))
            return true;
    }
    return false;
}

void check_embed(const Subject *subject, const LinkTag *tag)
{
    bool frame = str_eq_nocase(tag->name, STR("iframe"));
    const TagAttribute *title = tag_attribute(tag, "title"), *label = tag_attribute(tag, "aria-label");
    const TagAttribute *source = tag_attribute(tag, "src");

    if (!is_word_of("iframe video audio embed object", tag->name) || is_hidden_frame(tag))
        return;
    if (frame && label == NULL && (title == NULL || str_trim(title->value).len == 0)) {
        if (link_say(subject, "iframe-title", tag->whole, "the embedded page has no title to be read aloud"))
            diag_hint(subject->diags, "write title=\"what it shows\" into the tag");
        return;
    }
    if (source == NULL || has_link_to(subject, tag, name_of_address(source->value)))
        return;
    if (link_say(subject, "feed-embed", tag->whole, "feeds and mails show nothing of <" STR_FMT ">, only a link",
                 STR_ARG(tag->name)))
        diag_hint(subject->diags, "add a link to it in words of your own");
}

/* `image:` of the front matter, a path of the site: whether it is there is seen when all is known. */
void check_images(const Subject *subject)
{
    const Tree *tree = subject->post->post.front_matter;
    const Tree *image = subject->document == NULL ? NULL : tree_get(tree, STR("image"));

    if (image != NULL && image->kind == TREE_MAP)
        image = tree_get(image, STR("src")) != NULL ? tree_get(image, STR("src")) : tree_get(image, STR("path"));
    if (image == NULL || image->kind != TREE_SCALAR || str_at(image->text, 0) != '/' || str_at(image->text, 1) == '/')
        return;
    LinkFact fact = { arena_copy(subject->keep, image->text), tree_located(image).span, true };
    vec_push(subject->keep, &subject->facts->links, fact);
}
