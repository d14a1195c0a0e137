#!/bin/sh
# The browser tests drive Debian's chromium.
set -e
if command -v chromium >/dev/null 2>&1; then exit 0; fi
exec sh "$(dirname "$0")/install_debian.sh" "The browser tests need /usr/bin/chromium" chromium fonts-liberation
