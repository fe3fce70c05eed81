/* lib/markup/kramdown/passage.h - text cut out of the author's, whose every byte knows where it came from. */
#pragma once

#include "base/buf.h"
#include "base/vec.h"

typedef struct PassagePart {
    uint32_t at;     /* offset in the passage's whole text */
    uint32_t origin; /* of that byte in the text that is parsed; the bytes behind it follow */
} PassagePart;

typedef struct PassageParts {
    PassagePart *items;
    size_t len, cap;
} PassageParts;

typedef struct Passage {
    Str text;
    const PassageParts *parts; /* NULL: the text is a piece of what is parsed */
    uint32_t base;             /* offset of `text` in the whole that `parts` speaks of */
} Passage;

uint32_t passage_origin(const Passage *passage, size_t offset);
uint32_t passage_end(const Passage *passage, size_t offset); /* of the byte before `offset`, plus 1 */
Passage passage_slice(Passage passage, size_t start, size_t end);
Passage passage_trim(Passage passage);
Passage passage_trim_right(Passage passage);

/* A passage that grows by copies. */
typedef struct PassageBuilder {
    Buf text;
    PassageParts *parts;
} PassageBuilder;

void passage_begin(PassageBuilder *builder, Arena *arena);
void passage_put(PassageBuilder *builder, const Passage *from, size_t start, size_t end);
void passage_put_made(PassageBuilder *builder, Str made, uint32_t origin); /* stands for what is at `origin` */
Passage passage_built(const PassageBuilder *builder);
