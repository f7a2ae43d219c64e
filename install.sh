#!/bin/sh
# Builds autogen and installs it for this user: the command below a prefix (default: ~/.local), the
# Maven plugin and autogen-core in the local Maven repository. A former installation is replaced.
set -eu

prefix=${1:-$HOME/.local}
home=$prefix/share/autogen

cd "$(dirname "$0")"
mvn -q -B -DskipTests install

mkdir -p "$prefix/share" "$prefix/bin"
rm -rf "$home.new"
cp -R autogen-cli/target/autogen "$home.new"
rm -f "$home.new"/classes-*
rm -rf "$home"
mv "$home.new" "$home"
ln -sf "$home/bin/autogen" "$prefix/bin/autogen"

version=$("$prefix/bin/autogen" --version | head -n 1)
echo "Installed $version: $prefix/bin/autogen"
case ":$PATH:" in
  *":$prefix/bin:"*) ;;
  *) echo "Add $prefix/bin to PATH." ;;
esac
