#!/bin/sh
# The tests of scanned pages read them with Debian's Tesseract; install it where it is missing and we may.
set -e
if command -v tesseract >/dev/null 2>&1 && tesseract --list-langs 2>&1 | grep -qx vie; then exit 0; fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "The tests of scanned pages need Tesseract with Vietnamese: install the packages tesseract-ocr and tesseract-ocr-vie, then run make test again." >&2
    exit 1
fi
SUDO=""
if [ "$(id -u)" != 0 ]; then SUDO="sudo"; fi
echo "Installing tesseract-ocr-vie for the tests of scanned pages"
DEBIAN_FRONTEND=noninteractive $SUDO apt-get install -y -qq --no-install-recommends tesseract-ocr tesseract-ocr-vie >/dev/null 2>&1 || {
    $SUDO apt-get update -qq >/dev/null
    DEBIAN_FRONTEND=noninteractive $SUDO apt-get install -y -qq --no-install-recommends tesseract-ocr tesseract-ocr-vie >/dev/null
}
