#!/bin/sh
# Fuzzes every target for a time, one after the other: run.sh FOLDER [SECONDS [TARGET...]]
# FOLDER holds what build.sh made; the corpora grow there and whatever is found lies in FOLDER/findings.
# Ends with an error as soon as a target finds something. Leaks are not looked for: what a static property of Swift keeps counts
# as one.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tests=$(dirname "$here")
cd "$1"
export ASAN_OPTIONS=detect_leaks=0
seconds=${2:-600}
shift
[ $# -eq 0 ] || shift
if [ $# -eq 0 ]; then
  for target in "$here"/*Fuzz.swift; do set -- "$@" "$(basename "$target" .swift)"; done
fi
for name; do
  case $name in
    TacFuzz | PluginFuzz) samples="$tests/TacReaderTests/Fixtures" ;;
    OptionsFuzz) samples="$here/Seeds/OptionsFuzz" ;;
    *) samples="$tests/TwistedApplicationTests/Fixtures" ;;
  esac
  mkdir -p "corpus/$name" findings
  "./$name" "corpus/$name" "$here/Seeds/$name" "$samples" \
    -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -artifact_prefix="findings/$name-" -print_final_stats=1
done
