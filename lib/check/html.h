/* lib/check/html.h - the rules about HTML in posts, part by part. Internal to html*.c. */
#pragma once

#include "check/ground.h"
#include "check/html_tag.h"
#include "check/link.h"

/* The elements that are open where the reading has come to, and those closed in a wrong order. */
typedef struct HtmlOpen {
    HtmlTag tag;
    Str alias;        /* what an unknown name was probably meant to be; else empty */
    const Node *leaf; /* the paragraph, heading or cell it stands in; NULL between the blocks */
    Part culprit;     /* the end tag that came before its own */
    bool strict;      /* its end tag may not be left out */
    bool repeated;    /* directly in one of the same name */
} HtmlOpen;

typedef struct HtmlBalance {
    const Subject *subject;
    VEC(HtmlOpen) open;
    VEC(HtmlOpen) passed; /* an end tag of something around them came first */
} HtmlBalance;

void html_balance_start(HtmlBalance *balance, const HtmlTag *tag, const Node *leaf, Str alias, bool strict);
void html_balance_end(HtmlBalance *balance, const HtmlTag *tag, const Node *leaf, bool known);
void html_balance_leave(HtmlBalance *balance, const Node *leaf); /* the leaf ends */
void html_balance_finish(HtmlBalance *balance);

/* A character reference at the `&` of `at` that is none, or has no end. */
void check_html_entity(const Subject *subject, Str text, size_t at);
