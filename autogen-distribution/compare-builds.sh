#!/bin/sh
# Builds the release of the last commit twice, in folders, time zones and locales that differ, and
# compares what comes out byte by byte. Then looks every jar of the archive up in the list of components,
# by its checksum.
set -eu
umask 022 # jars note the rights of their files

root=$(CDPATH='' cd "$(dirname "$0")/.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

build() {
  mkdir -p "$1"
  git -C "$root" archive HEAD | tar -x -C "$1"
  if ! (cd "$1" && mvn -q -B -Prelease -DskipTests verify >build.log 2>&1); then
    tail -n 40 "$1/build.log" >&2
    exit 1
  fi
  (cd "$1" && find autogen-*/target -maxdepth 1 -type f \
    \( -name 'autogen-*.jar' -o -name 'autogen-*.zip' -o -name 'autogen-*.tar.gz' -o -name 'autogen-*-bom.*' \) \
    ! -name '*.sha*' | sort | xargs sha256sum)
}

build "$work/one" >"$work/one.txt"
(TZ=Asia/Tokyo LC_ALL=C build "$work/a longer/name") >"$work/other.txt"
cat "$work/one.txt"
if ! diff "$work/one.txt" "$work/other.txt"; then
  echo "The two builds differ." >&2
  exit 1
fi
echo "Equal: $(wc -l <"$work/one.txt") files."

archive=$(ls "$work"/one/autogen-distribution/target/autogen-*.tar.gz)
mkdir "$work/unpacked"
tar -xzf "$archive" -C "$work/unpacked"
missing=0
for jar in $(cd "$work/unpacked" && find . -name '*.jar'); do
  sum=$(sha256sum "$work/unpacked/$jar" | cut -d ' ' -f 1)
  if ! grep -q "$sum" "${archive%.tar.gz}-bom.json"; then
    echo "Not in the list of components: $jar" >&2
    missing=1
  fi
done
[ "$missing" = 0 ] || exit 1
echo "Each of the $(find "$work/unpacked" -name '*.jar' | wc -l) jars is in the list of components."
