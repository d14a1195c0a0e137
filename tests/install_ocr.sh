#!/bin/sh
# The tests of scanned pages read them with Debian's Tesseract.
set -e
if command -v tesseract >/dev/null 2>&1 && tesseract --list-langs 2>&1 | grep -qx vie; then exit 0; fi
exec sh "$(dirname "$0")/install_debian.sh" "The tests of scanned pages need Tesseract with Vietnamese" \
    tesseract-ocr tesseract-ocr-vie
