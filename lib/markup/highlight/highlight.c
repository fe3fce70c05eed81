#include "markup/highlight.h"

#include "markup/highlight/languages.h"

static const Language *const languages[] = {
    &language_ruby,       &language_shell,    &language_console,    &language_irb,        &language_json,
    &language_json_doc,   &language_plain,    &language_javascript, &language_html,       &language_css,
    &language_xml,        &language_sql,      &language_go,         &language_java,       &language_erb,
    &language_yaml,       &language_c,        &language_cpp,        &language_python,     &language_diff,
    &language_ini,        &language_docker,   &language_toml,       &language_make,       &language_conf,
    &language_properties, &language_nginx,    &language_turtle,     &language_sparql,     &language_lua,
    &language_http,       &language_csharp,   &language_rust,       &language_typescript, &language_powershell,
    &language_perl,       &language_markdown, &language_graphql,    &language_jsx,        &language_tsx,
};

const Language *language_find(Str name)
{
    if (str_contains(name, STR(" ")))
        return NULL;
    for (size_t i = 0; i < sizeof(languages) / sizeof(languages[0]); i++) {
        if (lexer_is_word(languages[i]->names, name))
            return languages[i];
    }
    return NULL;
}

/* Real code takes some 80 steps a byte, much of it fewer. Short code may take more; long code as much on the whole. */
enum { WORK_PER_BYTE = 400, WORK_PER_FURTHER_BYTE = 80, SHORT = 1 << 17, WORK_AT_LEAST = 1 << 18 };

static size_t work_for(size_t len)
{
    size_t head = len < SHORT ? len : SHORT;

    return WORK_AT_LEAST + head * WORK_PER_BYTE + (len - head) * WORK_PER_FURTHER_BYTE;
}

bool highlight_put(Buf *out, Str language, Str code)
{
    const Language *found = language_find(language);

    if (found == NULL)
        return false;
    Arena arena = { 0 };
    Output output = { .html = out, .arena = &arena, .work = work_for(code.len) };
    lexer_read(lexer_new(found, &output), code);
    output_close(&output);
    arena_free(&arena);
    return true;
}
