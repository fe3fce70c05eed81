/* lib/feed/image.c */
#include "feed/image.h"

#include "base/file.h"

typedef struct ImageType {
    Str extension;
    const char *media_type;
} ImageType;

static const ImageType image_types[] = {
    { STR_INIT(".jpg"), "image/jpeg" },    { STR_INIT(".jpeg"), "image/jpeg" }, { STR_INIT(".png"), "image/png" },
    { STR_INIT(".gif"), "image/gif" },     { STR_INIT(".webp"), "image/webp" }, { STR_INIT(".avif"), "image/avif" },
    { STR_INIT(".svg"), "image/svg+xml" },
};

static const char *media_type(Str path)
{
    Str extension = path_extension(path);

    for (size_t i = 0; i < sizeof(image_types) / sizeof(image_types[0]); i++) {
        if (str_eq_nocase(extension, image_types[i].extension))
            return image_types[i].media_type;
    }
    return NULL;
}

static int hex_digit(int c)
{
    if (char_is_digit(c))
        return c - '0';
    c = char_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static Str percent_decode(Str path, Arena *arena)
{
    Buf out = { .arena = arena };

    for (size_t i = 0; i < path.len; i++) {
        int high = hex_digit(str_at(path, i + 1)), low = hex_digit(str_at(path, i + 2));
        if (path.data[i] == '%' && high >= 0 && low >= 0) {
            buf_put_char(&out, (char)(high * 16 + low));
            i += 2;
        } else {
            buf_put_char(&out, path.data[i]);
        }
    }
    return buf_str(&out);
}

/* The file that is published at a site-rooted path: /assets/ has a folder of any name behind it, and a Jekyll site
 * publishes what it has where it has it. False when there is none, or it lies outside the site. */
static bool published_file(Str *out, const Site *site, Str path, Arena *arena)
{
    const Str assets = STR("assets/");
    Str clean;

    if (!path_clean(&clean, str_at(path, 0) == '/' ? str_from_offset(path, 1) : path, arena))
        return false;
    if (site->assets.len > 0 && str_starts_with(clean, assets))
        clean = path_join(arena, site->assets, str_from_offset(clean, assets.len));
    else if (!site->jekyll)
        return false;
    *out = path_join(arena, site->root, clean);
    return true;
}

FeedEnclosure feed_enclosure(const Site *site, Str url, Arena *arena)
{
    FeedEnclosure enclosure = { .url = url };
    Str home = site_absolute_url(site, STR("/"), arena);
    Str file;

    if (!str_starts_with(url, home))
        return (FeedEnclosure){ 0 };
    Str path = percent_decode(str_from_offset(url, home.len), arena);
    if (!published_file(&file, site, path, arena) || !file_size(&enclosure.length, file) || enclosure.length == 0)
        return (FeedEnclosure){ 0 };
    enclosure.type = media_type(file);
    return enclosure.type == NULL ? (FeedEnclosure){ 0 } : enclosure;
}
