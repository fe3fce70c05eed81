#!/bin/sh
# What `make demo` shows: checks and publishes posts/ into public/, writes a digest, and says what it made.
set -u
cd "$(dirname "$0")/.." || exit 1
build=${1:-build}
herald=$build/herald
mail=$build/mail
out=public
channel=news
period=2024-08

now_ms() { echo $(($(date +%s%N) / 1000000)); }
count() { find "$1" -type f -name "$2" | wc -l; }

start=$(now_ms)
echo
echo "What herald check says of the announcements in posts/:"
"$herald" check || exit
checked=$(now_ms)
"$herald" build --quiet -o "$out" || exit
built=$(now_ms)
"$herald" digest "$channel" --period "$period" --to reader@example.org -o "$mail" >/dev/null || exit
done=$(now_ms)

echo
echo "herald has published the announcements in posts/:"
printf '  %4d pages          in %s/\n' "$(count "$out" '*.html')" "$out"
printf '  %4d feeds          in %s/feeds/ (Atom, RSS, JSON)\n' "$(find "$out/feeds" -type f | wc -l)" "$out"
printf '  %4d email digest   in %s/, the channel "%s" for %s\n' "$(count "$mail" '*.eml')" "$mail" "$channel" "$period"
echo
echo "It took $((checked - start)) ms to check, $((built - checked)) ms to build and $((done - built)) ms for the digest."
echo
echo "How to look at it:"
if command -v python3 >/dev/null; then
    echo "  python3 -m http.server --directory $out    then open http://localhost:8000/"
else
    echo "  serve the folder $out/ with any web server, or open $out/index.html in a browser"
fi
echo "  open $mail/*.eml in a mail program"
echo "Change a file in posts/ and run make demo again."
