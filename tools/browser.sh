#!/bin/sh
# Sets up the browser that the page tests drive: a Chromium on the path, Debian's package as root, or Playwright's own.
set -e
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium (Debian package) for the browser tests …"
    if apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; then exit 0; fi
fi
echo "Downloading Playwright's Chromium for the browser tests …"
if "$BIN/python" -m playwright install chromium; then exit 0; fi
echo "No Chromium could be set up. Install one (Debian: apt-get install chromium) and run make test again." >&2
exit 1
