/* lib/check/link.h - one link or image of a post, however it is written. For the rules of links and images. */
#pragma once

#include "check/link_scan.h"

typedef enum LinkForm {
    LINK_BRACKETS, /* [text](address), [text][label], ![alt](address) */
    LINK_ANGLES,   /* <address> */
    LINK_BARE,     /* an address in text, where the dialect makes a link of it */
    LINK_TAG,      /* <a href>, <img src> and others */
} LinkForm;

typedef struct Link {
    const Subject *subject;
    const LinkScan *scan;
    LinkForm form;
    bool image;
    Str url;    /* what it leads to, without white space around */
    Part place; /* of the address: of a definition, there */
    Part whole;
    Part text;              /* between the brackets or tags; empty where it is the address */
    Str shown;              /* the words of it; of an image the alternative text */
    Definition *definition; /* NULL when the address stands in the link itself */
    const Bracket *bracket; /* of LINK_BRACKETS */
    const LinkTag *tag;     /* of LINK_TAG */
} Link;

/* Adds one diagnostic, of the severity that the catalogue has, unless what stands there was made by Liquid and the same
 * was said of that tag already. False: not added; then there must follow no hint. */
bool link_say(const Subject *subject, const char *rule, Part part, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* What to write instead of the part, for the diagnostic added last; none where the author did not write it himself. */
void link_offer(const Subject *subject, Part part, Str replacement, bool safe);

bool link_is_literal(const Subject *subject, Part part);         /* the author's own text, byte for byte */
Str link_host(Str url, Arena *arena);                            /* in lower case, without "www."; "" for none */
bool link_is_own_host(const Site *site, Str host, Arena *arena); /* of this site, or beside it */

/* --- the rules --- */

/* What is wrong with an address by itself; true when it was told that it leads nowhere. */
bool check_link_address(const Link *link);
void check_link_text(const Link *link, bool address_is_right);
/* Before the faults of brackets, which then know the labels that a fault explains. */
void check_link_slips(const Subject *subject, LinkScan *scan);
void check_link_faults(const Subject *subject, LinkScan *scan);      /* what was meant to be a link and is none */
void check_link_definitions(const Subject *subject, LinkScan *scan); /* those that are unused, repeated, wrong */
void check_link_pairs(const Subject *subject, const Link *links, size_t count);
void check_link_promises(const Subject *subject, const LinkScan *scan);
void check_image(const Link *image);
void check_embed(const Subject *subject, const LinkTag *tag);
