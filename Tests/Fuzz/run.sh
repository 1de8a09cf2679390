#!/bin/sh
# Fuzzes every target for a time, one after the other: run.sh FOLDER [SECONDS]
# FOLDER holds what build.sh made; the corpora grow there and whatever is found lies in FOLDER/findings.
# Ends with an error as soon as a target finds something.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
samples=$(dirname "$here")/TwistedApplicationTests/Fixtures
cd "$1"
for target in "$here"/*Fuzz.swift; do
  name=$(basename "$target" .swift)
  mkdir -p "corpus/$name" findings
  "./$name" "corpus/$name" "$here/Seeds/$name" "$samples/samples" "$samples/pickles" \
    -max_total_time="${2:-600}" -timeout=5 -rss_limit_mb=2048 -artifact_prefix="findings/$name-" -print_final_stats=1
done
