/* lib/markup/highlight/languages.h - every language, one file each. */
#pragma once

#include "markup/highlight/lexer.h"

extern const Language language_c;
extern const Language language_console;
extern const Language language_cpp;
extern const Language language_css;
extern const Language language_diff;
extern const Language language_html;
extern const Language language_ini;
extern const Language language_irb;
extern const Language language_irb_output; /* without a name: what stands between prompts */
extern const Language language_javascript;
extern const Language language_json;
extern const Language language_json_doc;
extern const Language language_plain;
extern const Language language_python;
extern const Language language_ruby;
extern const Language language_shell;
extern const Language language_xml;
extern const Language language_yaml;
extern const Language language_sql;
extern const Language language_go;
extern const Language language_java;
extern const Language language_erb;
extern const Language language_docker;
extern const Language language_toml;
extern const Language language_make;
extern const Language language_conf;
extern const Language language_properties;
extern const Language language_nginx;
extern const Language language_turtle;
extern const Language language_sparql;
extern const Language language_lua;
extern const Language language_http;
extern const Language language_csharp;
extern const Language language_rust;
extern const Language language_typescript;
extern const Language language_powershell;
extern const Language language_perl;
extern const Language language_markdown;
extern const Language language_graphql;
extern const Language language_jsx;
extern const Language language_tsx;

/* By name or alias; NULL for one that is unknown. */
const Language *language_find(Str name);
