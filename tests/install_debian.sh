#!/bin/sh
# Installs Debian packages that the tests need, where we may: install_debian.sh WHAT_NEEDS_THEM PACKAGE...
set -e
needs="$1"
shift
if ! command -v apt-get >/dev/null 2>&1; then
    echo "$needs: install the packages $*, then run make test again." >&2
    exit 1
fi
SUDO=""
if [ "$(id -u)" != 0 ]; then SUDO="sudo"; fi
echo "Installing $* for the tests"
install() { DEBIAN_FRONTEND=noninteractive $SUDO apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }
install "$@" 2>/dev/null || { $SUDO apt-get update -qq >/dev/null && install "$@"; }
