#!/bin/sh
# Builds the fuzz targets with libFuzzer and the address sanitizer: build.sh FOLDER
# Each *Fuzz.swift becomes FOLDER/<name>, and the library modules are compiled once for all of them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$(dirname "$here")")
mkdir -p "$1"
out=$(cd "$1" && pwd)
swift="swiftc -O -wmo -swift-version 6 -parse-as-library -package-name fuzzing -enable-testing -sanitize=fuzzer,address
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature MemberImportVisibility -I $out"
# Stubs and tables are compiled in, as the plugin EmbedFiles does.
swiftc "$root"/Sources/FileEmbedder/*.swift -o "$out/embed"
embed() { # MODULE FOLDER CONSTANT
  mkdir -p "$out/$1"
  # shellcheck disable=SC2046
  "$out/embed" "$out/$1/$3.swift" "$root/Sources/$1/$2" "$3" \
    $(cd "$root/Sources/$1/$2" && find . -type f | sed 's,^\./,,' | sort)
}
embed TwistedModel Stubs embeddedStubs
embed ApplicationFacts Data embeddedTables
objects=
search=
for module in TextSearch Diagnostics Text PythonSyntax ApplicationFacts SavedObjects PythonEvaluation TwistedModel TwistedApplication; do
  mkdir -p "$out/$module"
  # shellcheck disable=SC2046,SC2086
  $swift $search -module-name $module -emit-module -emit-module-path "$out/$module.swiftmodule" \
    -c $(find "$root/Sources/$module" "$out/$module" -name '*.swift' | sort) -o "$out/$module.o"
  objects="$objects $out/$module.o"
  # As in Package.swift: all the others have it in place of Swift's library for patterns.
  search="-Xfrontend -disable-implicit-string-processing-module-import -Xfrontend -import-module -Xfrontend TextSearch"
done
for target in "$here"/*Fuzz.swift; do
  name=$(basename "$target" .swift)
  # shellcheck disable=SC2086
  $swift -module-name "$name" "$target" $objects -o "$out/$name"
done
