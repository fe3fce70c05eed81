# Renders each line of standard input, a JSON object with "markdown", as Jekyll has kramdown render it; writes the bytes made.
require "json"
require "kramdown"
require "kramdown-parser-gfm"
total = 0
STDIN.each_line do |line|
  total += Kramdown::Document.new(JSON.parse(line)["markdown"], input: "GFM", hard_wrap: false,
                                  syntax_highlighter: nil).to_html.bytesize
end
puts total
