/* lib/post/name.h - whether a few words read like the name of a person. For people.c. */
#pragma once

#include "base/str.h"

typedef enum NameKind {
    NAME_PERSON, /* two words or more that can be somebody's name */
    NAME_SINGLE, /* one such word */
    NAME_OTHER,  /* a role, an organisation, a sentence */
} NameKind;

/* A guess from capitals and words such as "University", "Director", "Staff". It knows no list of names. */
NameKind name_kind(Str text);

bool name_is_suffix(Str text);      /* what stands behind a comma but belongs to the name: "Jr.", "PhD" */
bool name_is_institution(Str text); /* "University of X": a comma behind it leads to its town, not to somebody */
