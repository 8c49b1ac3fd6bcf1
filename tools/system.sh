#!/bin/sh
# Sets up what the tests need of the system: a browser that shows pages, and a web server that hosts them.
set -e

installed() {
    for name in "$@"; do
        if command -v "$name" >/dev/null 2>&1 || [ -x "/usr/sbin/$name" ]; then return 0; fi
    done
    return 1
}

debian() {
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then return 1; fi
    echo "Installing $1 (Debian package) for the tests …"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$1" >/dev/null
}

# The browser: a Chromium on the path, Debian's package as root, or Playwright's own.
if ! installed chromium chromium-browser google-chrome && ! debian chromium; then
    echo "Downloading Playwright's Chromium for the browser tests …"
    if ! "$BIN/python" -m playwright install chromium; then
        echo "No Chromium could be set up. Install one (Debian: apt-get install chromium) and run make test again." >&2
        exit 1
    fi
fi

# nginx, which serves published sites as a host does, and git, which carries them there.
for name in nginx git; do
    package=$name
    if [ "$name" = nginx ]; then package=nginx-light; fi
    if ! installed "$name" && ! debian "$package"; then
        echo "$name is missing. Install it (Debian: apt-get install $package) and run make test again." >&2
        exit 1
    fi
done
