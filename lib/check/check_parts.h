/* lib/check/check_parts.h - the steps of a check. For check.c and recheck.c. */
#pragma once

#include "check/subject.h"
#include "site/body.h"

/* The context of the two parts of a BodyObserver. */
typedef struct Check {
    const Site *site;
    PostFacts **facts; /* of site->all: filled */
    bool open;         /* liquid_is_open */
} Check;

/* A BodyObserver: runs the rules about one post, and those about its Liquid. */
void check_see_post(void *context, size_t i, const Document *document, Arena *scratch);
const LiquidWatch *check_watch_liquid(void *context, Diags *diags, Arena *scratch);

/* Runs the rules about several posts, when all were seen. */
void check_together(const Overview *overview);
