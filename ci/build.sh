#!/bin/sh
# build.sh SOURCE PROGRAM: builds herald from the folder SOURCE into the folder PROGRAM, unless just that is there.
#
# PROGRAM can be kept and used on a machine of the same distribution that has nothing of herald's: the libraries lie in
# PROGRAM/lib (but those of the C library itself), and PROGRAM/bin/herald finds them.
set -eu
source=$(realpath "$1")
mkdir -p "$2"
program=$(realpath "$2")
fingerprint=$("$source/ci/fingerprint.sh" "$source")

[ "$(cat "$program/made-from" 2>/dev/null)" != "$fingerprint" ] || exit 0
rm -rf "$program"
mkdir -p "$program/bin" "$program/lib" "$program/libexec"
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT

# A compiler newer than ours may warn of more: that is no reason to stop.
set -- make -C "$source" --no-print-directory "BUILD=$build" CFLAGS=-Wno-error
"$@" deps
"$@" all
cp "$build/herald" "$program/libexec/herald"
# libcurl is not linked, but loaded when a command wants it.
curl=$(pkg-config --variable=libdir libcurl || true)/libcurl.so.4
set -- "$program/libexec/herald"
if [ -e "$curl" ]; then
    cp -L "$curl" "$program/lib/"
    set -- "$@" "$curl"
fi
ldd "$@" | awk '$3 ~ /^\// && $1 !~ /^(libc|libm|libdl|librt|libpthread|libresolv)\.so/ { print $3 }' | sort -u |
    while read -r library; do cp -L "$library" "$program/lib/"; done
cat >"$program/bin/herald" <<'SCRIPT'
#!/bin/sh
program=$(dirname "$(dirname "$(realpath "$0")")")
LD_LIBRARY_PATH=$program/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH} exec "$program/libexec/herald" "$@"
SCRIPT
chmod +x "$program/bin/herald"
"$program/bin/herald" --version
echo "$fingerprint" >"$program/made-from" # last: what was broken off is made anew
