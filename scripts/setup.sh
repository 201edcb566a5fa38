#!/bin/sh
# Installs what the tests need beside npm's packages: Chromium, PostgreSQL, newsboat and Liferea, where the machine is Debian and one may install.
# Elsewhere it names what is missing and fails: nothing is skipped in silence.
set -eu
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v newsboat >/dev/null 2>&1 || missing="$missing newsboat"
command -v liferea >/dev/null 2>&1 || missing="$missing liferea"
command -v xvfb-run >/dev/null 2>&1 || missing="$missing xvfb xauth"
command -v dbus-run-session >/dev/null 2>&1 || missing="$missing dbus"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
[ -n "$missing" ] || exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "trendpulse: installing for the tests:$missing" >&2
  apt-get update -qq >&2
  # shellcheck disable=SC2086 # a list of package names
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
  echo "trendpulse: the tests need:$missing (on Debian: apt-get install$missing)" >&2
  exit 1
fi
