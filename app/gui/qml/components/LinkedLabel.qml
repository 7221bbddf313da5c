// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! Styled text whose links open. Where one leads shows before one goes there.
StyledLabel {
    id: label

    linkColor: Theme.colours.accent
    onLinkActivated: link => App.openLink(link)

    Loader {
        anchors.fill: parent
        active: label.hoveredLink !== ""

        sourceComponent: Tip {
            shown: true
            text: label.hoveredLink

            HoverHandler {
                cursorShape: Qt.PointingHandCursor
            }
        }
    }
}
