/* lib/base/places.h - where each part of a made text came from. */
#pragma once

#include "base/source.h"
#include "base/vec.h"

typedef struct PlacesPart {
    size_t text_start; /* of the made text */
    Span span;         /* where it came from */
    bool literal;      /* copied byte for byte: offsets inside correspond; else the whole span stands for each byte */
} PlacesPart;

/* Parts in order of `text_start`; a part ends where the next begins. Text made by Liquid from a post's body has one
 * part for each run of the author's own text and one for each tag that wrote something. */
typedef struct Places {
    Arena *arena;
    PlacesPart *items;
    size_t len, cap;
} Places;

/* Adds what starts at `text_start`, not before the last part added; a part that began there too is replaced. */
void places_add(Places *places, size_t text_start, Span span, bool literal);

/* The source of bytes `start` to `end` of the made text; no place (`{ 0 }`) when nothing was added. */
Span places_find(const Places *places, size_t start, size_t end);
