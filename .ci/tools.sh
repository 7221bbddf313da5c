# SPDX-FileCopyrightText: 2026 The Petrel authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What ./run and ./check share: which Debian packages are needed and why, installing the missing ones, and building
# a preset. Sourced by bash, with `root` set to the top of the tree.

# One line each: package|purpose, as README.md has them too (tests/checks/packages.py compares).
build_packages='
g++|the C++20 compiler, with the sanitizer libraries
cmake|configures the build, runs the tests (ctest)
ninja-build|runs the build
ccache|makes a second build cheap
mold|links in a sixth of the time
qt6-base-dev|Qt Core, DBus, Gui, Network, Sql and Test
qt6-declarative-dev|Qt Quick, for the window
qt6-tools-dev|finds the tools that compile translations
qt6-l10n-tools|compiles translations
libqt6svg6|draws icons
qml6-module-qtqml|what every page of the window is written in
qml6-module-qtqml-models|the same, lists
qml6-module-qtqml-workerscript|the same, which Qt Quick asks for
qml6-module-qtquick|the elements of the window
qml6-module-qtquick-controls|buttons, fields and menus
qml6-module-qtquick-templates|the same, without their looks
qml6-module-qtquick-window|the window itself
fonts-noto-color-emoji|shows emoji
fonts-dejavu-core|letters, where the desktop brings none
qt6-image-formats-plugins|shows pictures in WebP
libqt6sql6-sqlite|the SQLite driver of Qt Sql
qtkeychain-qt6-dev|keeps tokens in the keychain of the desktop
libsecret-1-0|how the keychain library reaches a secret service'
test_packages='
python3|the checks of the sources and the journey on a real server
qml6-module-qttest|tests of the window'
full_packages='
dbus|the session bus for the keychain test
gnome-keyring|the secret service for the keychain test
debootstrap|makes the Debian 13 tree that holds the real server
debian-archive-keyring|the keys that prove that tree genuine'

say() { printf '\n== %s\n' "$*"; }
die() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# Runs a command as root, through sudo when need be.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "this needs root, and sudo is not installed: $*"
    fi
}

installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# install_missing LIST…: installs those packages of the lists that are not there; touches neither network nor root
# when none is missing.
install_missing() {
    local package purpose missing=()
    if ! command -v dpkg-query >/dev/null; then
        say "not a Debian system: install by yourself what README.md lists; going on"
        return
    fi
    while IFS='|' read -r package purpose; do
        [ -n "$package" ] || continue
        installed "$package" && continue
        [ ${#missing[@]} -gt 0 ] || say "installing with apt-get (as root)"
        printf '   %-24s %s\n' "$package" "$purpose"
        missing+=("$package")
    done <<<"$(printf '%s\n' "$@")"
    [ ${#missing[@]} -gt 0 ] || return 0
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# build PRESET [TARGET…]: configures and builds, everything unless targets are named.
build() {
    local preset=$1
    shift
    # CMake reads presets only from the directory it is started in.
    (cd "$root" && cmake --preset "$preset" && cmake --build --preset "$preset" -j "$(nproc)" ${1+--target "$@"})
}
