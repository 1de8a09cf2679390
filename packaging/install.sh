#!/bin/sh
# Installs what lies beside it.   usage: [PREFIX=/usr/local] ./install.sh
set -eu
prefix=${PREFIX:-/usr/local}
cd "$(dirname "$0")/tree"
find . -type d | while read -r folder; do mkdir -p "$prefix/$folder"; done
# Each file appears whole, also where an older one is running.
find . ! -type d | while read -r file; do
  cp -P "$file" "$prefix/$file.new"
  mv "$prefix/$file.new" "$prefix/$file"
done
echo "installed: $prefix/bin/tap2deb, tap2rpm, tapconvert, mktap"
"$prefix/bin/tap2deb" --version
