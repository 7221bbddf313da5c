// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! What a timeline without posts says: that it is being fetched, that it could not be, or that nobody wrote yet.
Blank {
    id: blank

    required property var controller
    required property var account
    readonly property bool signedOut: account !== null && account.signedOut
    readonly property bool away: account !== null && account.weather === "down"

    signal signInWanted

    icon: signedOut ? "sign-out" : controller.errorWords !== "" || away ? "down" : controller.everRead ? "home" : ""
    title: {
        if (signedOut)
            return qsTr("You are signed out");
        if (controller.refreshing && !controller.everRead)
            return qsTr("Fetching your timeline …");
        if (away)
            return qsTr("The server cannot be reached");
        if (controller.errorWords !== "")
            return qsTr("The timeline could not be fetched");
        return controller.everRead ? qsTr("Nobody has written yet") : qsTr("Nothing has been fetched yet");
    }
    words: {
        if (signedOut)
            return account.problem !== "" ? account.problem : qsTr("The server no longer accepts this sign-in. What waits to be sent is kept.");
        if (controller.refreshing && !controller.everRead)
            return "";
        if (controller.errorWords !== "")
            return controller.errorWords;
        if (away)
            return account.weatherWords;
        return controller.everRead ? qsTr("What the people you follow write will stand here.")
                                   : qsTr("Your timeline will stand here, and stay readable without a network.");
    }

    Pulse {
        visible: blank.controller.refreshing && !blank.signedOut
    }
    PushButton {
        visible: blank.signedOut
        primary: true
        text: qsTr("Sign in again")
        onClicked: blank.signInWanted()
    }
    PushButton {
        visible: !blank.signedOut && !blank.controller.refreshing
        primary: true
        text: qsTr("Try now")
        onClicked: blank.controller.refresh()
    }
}
