#!/bin/sh
# Runs every test: units beside the code, then whole-system tests over both engines and a real browser. Arguments go to the runner.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
cd "$here/.."
sh scripts/setup.sh
exec sh scripts/node.sh --test --test-concurrency=2 "$@" 'src/**/*.test.ts' 'tests/**/*.test.ts'
