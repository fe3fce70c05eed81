/* bench/bodies/cmark.c - parses and renders each file of a list with cmark-gfm; writes the bytes made. */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    size_t total = 0;

    cmark_gfm_core_extensions_ensure_registered();
    for (int i = 1; i < argc; i++) {
        static char text[1 << 20];
        FILE *file = fopen(argv[i], "r");
        if (file == NULL)
            return 3;
        size_t len = fread(text, 1, sizeof(text), file);
        fclose(file);
        cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_SMART);
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
        cmark_parser_feed(parser, text, len);
        cmark_node *document = cmark_parser_finish(parser);
        char *html = cmark_render_html(document, CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(parser));
        total += strlen(html);
        free(html);
        cmark_node_free(document);
        cmark_parser_free(parser);
    }
    printf("%zu\n", total);
    return 0;
}
