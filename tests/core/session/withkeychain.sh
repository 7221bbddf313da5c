#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Petrel authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test program with a message bus and a secret service of its own, in a home that is thrown away.
# withkeychain.sh DBUS-RUN-SESSION GNOME-KEYRING-DAEMON PROGRAM
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/runtime"
export HOME="$home" XDG_DATA_HOME="$home/data" XDG_RUNTIME_DIR="$home/runtime" PETREL_TEST_KEYCHAIN=1
unset DBUS_SESSION_BUS_ADDRESS DISPLAY
# An empty line is the password of the new keyring.
"$1" -- sh -c 'echo | "$0" --unlock --components=secrets > /dev/null && exec "$1"' "$2" "$3"
