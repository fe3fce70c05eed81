/* lib/liquid/value.h - what Liquid computes with. */
#pragma once

#include "base/buf.h"
#include "base/map.h"
#include "text/tree.h"

typedef enum LiquidType {
    LIQUID_NIL,
    LIQUID_BOOL,
    LIQUID_INT,
    LIQUID_BIG, /* a whole number beyond 64 bits */
    LIQUID_FLOAT,
    LIQUID_STRING,
    LIQUID_ARRAY,
    LIQUID_HASH,
    LIQUID_RANGE,
    LIQUID_TIME,  /* Ruby's Time, or its Date when `is_date` */
    LIQUID_DROP,  /* an object of the host: looked up key by key */
    LIQUID_EMPTY, /* the literals */
    LIQUID_BLANK,
} LiquidType;

typedef struct LiquidValue LiquidValue;
typedef struct LiquidArray LiquidArray;
typedef struct LiquidHash LiquidHash;
typedef struct LiquidRender LiquidRender;

/* Ruby has times of a fixed offset, and those of UTC, which print otherwise. */
typedef struct LiquidTime {
    int64_t unix_s;
    int32_t nanoseconds;
    int32_t offset_s;
    bool is_date;
    bool is_utc;
    bool is_local; /* written without a zone in YAML: UTC, shown in the zone of the render */
} LiquidTime;

/* A kind of host object. Its functions may be called from several threads at once. */
typedef struct LiquidDropClass {
    const char *name; /* what Ruby prints for it: "Jekyll::Drops::SiteDrop" */
    /* The value under `key`; false when there is none. What it makes lives in the render's arena. */
    bool (*get)(LiquidValue *out, const void *object, Str key, LiquidRender *render);
    size_t (*size)(const void *object);                                                 /* NULL: not countable */
    LiquidValue (*entry)(Str *key, const void *object, size_t i, LiquidRender *render); /* NULL: not iterable */
    Str (*text)(const void *object, LiquidRender *render);     /* how it prints; NULL: its class name */
    StrList (*keys)(const void *object, LiquidRender *render); /* of `get`; NULL: nobody knows them */
} LiquidDropClass;

struct LiquidValue {
    LiquidType type;
    union {
        bool boolean;
        int64_t integer;
        struct {
            uint64_t low;
            int64_t high;
        } big; /* of 128 bits */
        double real;
        Str string;
        const LiquidArray *array;
        const LiquidHash *hash;
        struct {
            int64_t first, last;
        } range;
        const LiquidTime *time;
        struct {
            const LiquidDropClass *class;
            const void *object;
        } drop;
    };
};

struct LiquidArray {
    const LiquidValue *items;
    size_t len;
};

/* In order of insertion, no key twice. */
typedef struct LiquidHashEntry {
    Str key;
    LiquidValue value;
} LiquidHashEntry;

struct LiquidHash {
    const LiquidHashEntry *entries;
    size_t len;
    const Map *index; /* key to entry, or NULL for a small hash, which is searched */
};

static inline LiquidValue liquid_nil(void)
{
    return (LiquidValue){ .type = LIQUID_NIL };
}

static inline LiquidValue liquid_bool(bool b)
{
    return (LiquidValue){ .type = LIQUID_BOOL, .boolean = b };
}

static inline LiquidValue liquid_int(int64_t i)
{
    return (LiquidValue){ .type = LIQUID_INT, .integer = i };
}

static inline LiquidValue liquid_float(double real)
{
    return (LiquidValue){ .type = LIQUID_FLOAT, .real = real };
}

static inline LiquidValue liquid_string(Str s)
{
    return (LiquidValue){ .type = LIQUID_STRING, .string = s };
}

static inline LiquidValue liquid_drop(const LiquidDropClass *class, const void *object)
{
    return (LiquidValue){ .type = LIQUID_DROP, .drop = { class, object } };
}

LiquidValue liquid_array(const LiquidValue *items, size_t len, Arena *arena);      /* `items` is not copied */
LiquidValue liquid_hash(const LiquidHashEntry *entries, size_t len, Arena *arena); /* not copied; makes the index */
LiquidValue liquid_time(LiquidTime time, Arena *arena);
LiquidValue liquid_from_tree(const Tree *tree, Arena *arena); /* YAML's and JSON's data */

bool liquid_truthy(LiquidValue value); /* all but nil and false */
bool liquid_equal(LiquidValue a, LiquidValue b);

/* How `{{ value }}` prints it: Ruby's to_s, arrays joined. */
void liquid_put(Buf *out, LiquidValue value, LiquidRender *render);
Str liquid_text(LiquidValue value, LiquidRender *render);

/* Ruby's to_s, which is what filters take as their text: as liquid_text, but an array with brackets and commas. */
Str liquid_to_s(LiquidValue value, LiquidRender *render);

/* `value[key]` and `value.key`, with `size`, `first` and `last`. */
LiquidValue liquid_get(LiquidValue value, Str key, LiquidRender *render);

/* As Ruby's inspect writes it, which is also how a hash prints: {"k"=>"v", "n"=>nil}. */
void liquid_inspect(Buf *out, LiquidValue value, LiquidRender *render);

/* Two values equal under this text are one to `uniq` and `group_by`; 1 and 1.0 differ. */
void liquid_put_key(Buf *out, LiquidValue value);

bool liquid_hash_get(LiquidValue *out, const LiquidHash *hash, Str key); /* false when the key is absent */

/* Ruby's <=>: gives -1, 0 or 1; false when the two cannot be compared (text with a number, nil with anything). */
bool liquid_compare(int *order, LiquidValue a, LiquidValue b);

/* What Ruby calls the class of a value, for messages: "Integer". */
const char *liquid_class_name(LiquidValue value);

/* `value[property]` as filters take it: of hashes, drops, and texts (the property itself where the text holds it).
 * False when the value has no properties but Ruby would complain (a number). */
bool liquid_property(LiquidValue *out, LiquidValue value, LiquidValue property, LiquidRender *render);

/* What a loop walks: the items of an array, the pairs of a hash, the numbers of a range, a text as one item; of all
 * else nothing. Nothing is copied. */
size_t liquid_count(LiquidValue value);
LiquidValue liquid_item(LiquidValue value, size_t i, LiquidRender *render);
bool liquid_is_list(LiquidValue value); /* an array, a range, or a drop that is like a list */

/* What filters of arrays take as their array: nested arrays laid flat, a hash as one item, nil as none. */
LiquidArray liquid_list(LiquidValue value, LiquidRender *render);
