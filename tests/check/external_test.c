#include "check/external.h"

#include "tests/check/example.h"

static const char page[] = "<h1>Charter</h1><p id=\"aims\">x</p><h2 id='user-content-fees'>y</h2><a name=old></a>";

static void finds_the_places_of_a_page(void **state)
{
    (void)state;
    assert_true(external_page_has(str_from(page), STR("aims")));
    assert_true(external_page_has(str_from(page), STR("fees")));
    assert_true(external_page_has(str_from(page), STR("old")));
    assert_false(external_page_has(str_from(page), STR("aim")));
    assert_false(external_page_has(str_from(page), STR("charter")));
    assert_true(external_page_has(STR("<script src=x></script><div id=root></div>"), STR("charter")));
    assert_true(external_page_has(STR(""), STR("charter")));
}

/* --- a run, with answers of our own ------------------------------------------------------------------------------ */

typedef struct Run {
    ExternalLinks links;
    Site *site;
    Str folder;
    Arena arena;
    Diags found;
} Run;

static const ExternalAnswer good = { .state = EXTERNAL_GOOD, .status = 200 };
static const ExternalAnswer gone = { .state = EXTERNAL_GONE,
                                     .status = 404,
                                     .cause = STR_INIT("the server answers 404") };

typedef struct Told {
    Run *run;
    const ExternalAnswer *answer;
    const char *known; /* the cache of the run before; NULL for none */
    int64_t now_s;
} Told;

static bool is_any(void *context, const SitePost *post, const LinkFact *fact)
{
    (void)context, (void)post, (void)fact;
    return true;
}

static void look(void *context, const Overview *overview, const CheckSettings *settings)
{
    Told *told = context;
    ExternalLinks *links = &told->run->links;

    *links = (ExternalLinks){ .arena = overview->arena, .now_s = told->now_s };
    links->by_url.arena = links->known.arena = overview->arena;
    external_collect(links, overview, &settings->external, is_any, NULL);
    if (told->known != NULL)
        external_cache_read(&links->known, str_from(told->known), overview->arena);
    external_recall(links, &settings->external);
    for (size_t i = 0; i < links->by_url.len; i++) {
        ExternalLink *link = links->by_url.entries[i].value;
        if (!link->is_fresh)
            external_learn(links, link, told->answer, str_from(page));
    }
    external_tell(links);
}

/* Checks a post with this body as if every link were answered so. */
static void begin(Run *run, Scratch *scratch, const char *body, const ExternalAnswer *answer, const char *known)
{
    Told told = { run, answer, known, 1768046400 }; /* 2026-01-10T12:00:00Z */
    CheckFurther further = { look, &told };

    *run = (Run){ .folder = temporary_folder(scratch) };
    run->found.arena = &run->arena;
    Example example = rule_example(body, &run->arena);
    gfm_init();
    write_example(run->folder, &example, &run->arena, &scratch->diags);
    LoadOptions options = { .root = run->folder, .now_unix_s = told.now_s, .jobs = 1 };
    run->site = site_load(&options, &run->arena, &scratch->diags);
    check_site_with(run->site, NULL, &further, 1, NULL);
    collect_example(&run->found, run->site);
}

static void end(Run *run, Scratch *scratch)
{
    site_free(run->site);
    arena_free(&run->arena);
    remove_folder(scratch, run->folder);
}

static const char *told_of(Scratch *scratch, const char *body, const ExternalAnswer *answer, const char *known)
{
    Run run;
    Buf out = { .arena = &scratch->arena };

    begin(&run, scratch, body, answer, known);
    for (size_t i = 0; i < run.found.len; i++) {
        const Diag *diag = &run.found.items[i];
        buf_put_format(&out, "%s: " STR_FMT " (" STR_FMT ") [" STR_FMT "]\n", diag->rule, STR_ARG(diag->message),
                       STR_ARG(diag->hint), STR_ARG(source_text(diag->span)));
    }
    end(&run, scratch);
    return arena_cstr(&scratch->arena, buf_str(&out));
}

static void tells_of_each_link_to_what_is_gone(void **state)
{
    assert_string_equal(
        told_of(*state, "Read [the charter](https://a.example/c#x), [its notes][n].\n\n[n]: https://b.example/n\n",
                &gone, NULL),
        "link-dead-external: the link leads nowhere: the server answers 404 (look for its address in a browser, or "
        "take "
        "the link away) [https://a.example/c#x]\n"
        "link-dead-external: the link leads nowhere: the server answers 404 (look for its address in a browser, or "
        "take "
        "the link away) [https://b.example/n]\n");
}

static void leaves_good_links_and_those_of_the_site_alone(void **state)
{
    assert_string_equal(told_of(*state, "Read [the charter](https://a.example/c).\n", &good, NULL), "");
    assert_string_equal(told_of(*state, "Write to [us](mailto:a@b.example), or read [the start](/).\n", &gone, NULL),
                        "");
}

static void obeys_comments_in_posts(void **state)
{
    assert_string_equal(
        told_of(*state, "Read [the charter](https://a.example/c).\n\n<!-- herald-ignore LK825 -->\n", &gone, NULL), "");
    assert_string_equal(
        told_of(*state, "Read [the charter](https://a.example/c).\n\n<!-- herald-ignore LK825 -->\n", &good, NULL), "");
}

static void tells_which_places_a_page_has_not(void **state)
{
    assert_string_equal(told_of(*state, "Read [the charter](https://a.example/c#aims).\n", &good, NULL), "");
    assert_string_equal(told_of(*state, "Read [the charter](https://a.example/c#ends).\n", &good, NULL),
                        "link-fragment-missing: that page has no place \"#ends\" (copy the address of the place from a "
                        "browser, or leave out #ends) [https://a.example/c#ends]\n");
    assert_string_equal(told_of(*state,
                                "Read [the charter](https://a.example/c#L12), [it](https://a.example/c#i123456).\n",
                                &good, NULL),
                        "");
}

static const char *moved(Scratch *scratch, const char *from, const char *to)
{
    ExternalAnswer answer = { .state = EXTERNAL_GOOD, .status = 200, .moved_to = str_from(to) };
    Run run;
    Str body = arena_format(&scratch->arena, "Read [the charter](%s).\n", from);

    begin(&run, scratch, body.data, &answer, NULL);
    const char *found = "";
    for (size_t i = 0; i < run.found.len; i++) {
        const Fix *fix = &run.found.items[i].fix;
        assert_string_equal(run.found.items[i].rule, "link-moved");
        found = fix->span.source == NULL ? "no fix" : arena_cstr(&scratch->arena, fix->replacement);
    }
    end(&run, scratch);
    return found;
}

static void offers_the_address_of_what_moved(void **state)
{
    assert_string_equal(moved(*state, "https://a.example/c", "https://b.example/d"), "https://b.example/d");
    assert_string_equal(moved(*state, "https://a.example/c#aims", "https://b.example/d"), "https://b.example/d#aims");
    assert_string_equal(moved(*state, "http://a.example/c", "https://a.example/c"), "https://a.example/c");
    assert_string_equal(moved(*state, "https://a.example/c", "https://a.example/"), "no fix");
    assert_string_equal(moved(*state, "https://a.example/index.html", "https://b.example/"), "https://b.example/");
}

static void leaves_moves_alone_that_are_no_news(void **state)
{
    assert_string_equal(moved(*state, "https://a.example/c", "https://a.example/c/"), "");
    assert_string_equal(moved(*state, "https://a.example/c", "https://www.a.example/c"), "");
    assert_string_equal(moved(*state, "https://a.example/c", "https://a.example/login?to=c"), "");
    assert_string_equal(moved(*state, "https://a.example/c", "https://a.example/d)[x](javascript:x"), "");
}

#define CACHE(state, checked)                                                                                          \
    "{\"version\":1,\"links\":{\"https://a.example/c\":{\"state\":\"" state "\",\"status\":200,\"checked\":\"" checked \
    "\",\"good\":\"2026-01-01T00:00:00Z\",\"places\":{\"aims\":true}},\"https://z.example/\":{\"state\":\"good\","     \
    "\"status\":200,\"checked\":\"" checked "\"}}}"

static void takes_fresh_good_answers_from_the_cache(void **state)
{
    const char *body = "Read [the charter](https://a.example/c).\n";

    assert_string_equal(told_of(*state, body, &gone, CACHE("good", "2026-01-09T00:00:00Z")), "");
    assert_string_not_equal(told_of(*state, body, &gone, CACHE("good", "2026-01-02T00:00:00Z")), "");
    assert_string_not_equal(told_of(*state, body, &gone, CACHE("failing", "2026-01-09T00:00:00Z")), "");
    assert_string_not_equal(told_of(*state, body, &gone, CACHE("good", "2027-01-09T00:00:00Z")), "");
    assert_string_equal(
        told_of(*state, "Read [it](https://a.example/c#aims).\n", &gone, CACHE("good", "2026-01-09T00:00:00Z")), "");
    assert_string_not_equal(
        told_of(*state, "Read [it](https://a.example/c#ends).\n", &gone, CACHE("good", "2026-01-09T00:00:00Z")), "");
}

static void says_when_it_was_good(void **state)
{
    const ExternalAnswer failing = { .state = EXTERNAL_FAILING, .status = 503, .cause = STR("the server answers 503") };

    assert_string_equal(
        told_of(*state, "Read [the charter](https://a.example/c).\n", &failing, CACHE("good", "2026-01-02T00:00:00Z")),
        "link-unreachable: the link cannot be opened now: the server answers 503 (it was good on "
        "2026-01-01, so this may pass; check again later) [https://a.example/c]\n");
}

static void writes_a_cache_that_it_reads(void **state)
{
    Scratch *scratch = *state;
    Run run;
    Buf out = { .arena = &scratch->arena };
    Map known = { 0 };

    begin(&run, scratch, "Read [b](https://b.example/#aims), [a](https://a.example/c#aims).\n", &good,
          CACHE("good", "2026-01-02T00:00:00Z"));
    external_cache_put(&out, &run.links);
    assert_str(buf_str(&out),
               "{\n  \"version\": 1,\n  \"links\": {\n"
               "    \"https://a.example/c\": {\n      \"state\": \"good\",\n      \"status\": 200,\n"
               "      \"checked\": \"2026-01-10T12:00:00Z\",\n      \"good\": \"2026-01-10T12:00:00Z\",\n"
               "      \"places\": {\n        \"aims\": true\n      }\n    },\n"
               "    \"https://b.example/\": {\n      \"state\": \"good\",\n      \"status\": 200,\n"
               "      \"checked\": \"2026-01-10T12:00:00Z\",\n      \"good\": \"2026-01-10T12:00:00Z\",\n"
               "      \"places\": {\n        \"aims\": true\n      }\n    },\n"
               "    \"https://z.example/\": {\n      \"state\": \"good\",\n      \"status\": 200,\n"
               "      \"checked\": \"2026-01-02T00:00:00Z\"\n    }\n  }\n}\n");
    assert_true(external_cache_read(&known, buf_str(&out), &scratch->arena));
    assert_int_equal(known.len, 3);
    end(&run, scratch);
}

static void takes_no_cache_that_is_none(void **state)
{
    static const char *const bad[] = { "", "{", "[]", "{\"version\":2,\"links\":{}}", "{\"version\":1,\"links\":[]}" };
    Scratch *scratch = *state;
    Map known = { 0 };

    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        assert_false(external_cache_read(&known, str_from(bad[i]), &scratch->arena));
    assert_true(external_cache_read(
        &known,
        STR("{\"version\":1,\"links\":{\"a\":3,\"b\":{\"checked\":\"2026-99\",\"status\":\"x\",\"places\":7}}}"),
        &scratch->arena));
    assert_int_equal(((ExternalAnswer *)map_get(&known, STR("b")))->checked_s, 0);
}

TEST_MAIN(TEST(finds_the_places_of_a_page), TEST(tells_of_each_link_to_what_is_gone),
          TEST(leaves_good_links_and_those_of_the_site_alone), TEST(obeys_comments_in_posts),
          TEST(tells_which_places_a_page_has_not), TEST(offers_the_address_of_what_moved),
          TEST(leaves_moves_alone_that_are_no_news), TEST(takes_fresh_good_answers_from_the_cache),
          TEST(says_when_it_was_good), TEST(writes_a_cache_that_it_reads), TEST(takes_no_cache_that_is_none))
