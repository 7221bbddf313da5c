// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

QtObject {
    readonly property double nowMs: Date.UTC(2026, 10, 22, 13, 44)

    function age(ms: double, nowMs: double): string {
        const minutes = Math.floor((nowMs - ms) / 60000);
        return minutes < 1 ? "now" : minutes < 60 ? minutes + " m" : minutes < 1440 ? Math.floor(minutes / 60) + " h" : Math.floor(minutes / 1440) + " d";
    }
    function exact(ms: double): string {
        return Qt.formatDateTime(new Date(ms), "d MMM yyyy, HH:mm");
    }
    function moment(ms: double, nowMs: double): string {
        return ms === 0 ? "" : Qt.formatDateTime(new Date(ms), "HH:mm");
    }
    function until(ms: double, nowMs: double): string {
        return "in " + Math.ceil((ms - nowMs) / 60000) + " minutes";
    }
    function count(n: int): string {
        return n < 1000 ? String(n) : (n / 1000).toFixed(1) + " K";
    }
}
