// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! What floats above the columns: menus, sheets, questions and pictures, each made when it is first wanted.
Item {
    id: overlays

    readonly property bool opened: postMenu.opened || accountMenu.opened || weatherSheet.opened || helpSheet.opened
                                   || question.opened || pictures.opened

    //! Something was closed that had the keyboard.
    signal closed

    function showPostMenu(card: PostCard, beside: Item, by: var): void {
        (postMenu.wanted() as PostMenu).show(card, beside, by);
    }

    function showAccountMenu(id: string, handle: string, beside: Item): void {
        (accountMenu.wanted() as AccountMenu).show(id, handle, beside);
    }

    function showWeather(): void {
        (weatherSheet.wanted() as WeatherSheet).open();
    }

    function showHelp(table: var): void {
        helpSheet.table = table;
        (helpSheet.wanted() as HelpSheet).open();
    }

    function showPictures(attachments: var, first: int): void {
        (pictures.wanted() as PictureView).show(attachments, first);
    }

    function ask(heading: string, text: string, button: string, then: var): void {
        (question.wanted() as Question).ask(heading, text, button, then);
    }

    function confirmRemoval(by: var, uri: string): void {
        ask(qsTr("Delete this post?"), qsTr("It disappears for everybody, with its boosts and favourites."), qsTr("Delete"),
            () => by.remove(uri));
    }

    Later {
        id: postMenu

        sourceComponent: PostMenu {
            onRemovalWanted: uri => overlays.confirmRemoval(controller, uri)
        }
    }
    Later {
        id: accountMenu

        sourceComponent: AccountMenu {
            onWeatherWanted: overlays.showWeather()
            onRemovalWanted: (account, handle) => overlays.ask(qsTr("Remove %1?").arg(handle),
                                                               qsTr("What Petrel read with it is removed from this computer. Nothing changes on the server."),
                                                               qsTr("Remove"), () => App.removeAccount(account, false))
        }
    }
    Later {
        id: weatherSheet

        sourceComponent: WeatherSheet {
            onClosed: overlays.closed()
        }
    }
    Later {
        id: helpSheet

        property var table: []

        sourceComponent: HelpSheet {
            table: helpSheet.table
            onClosed: overlays.closed()
        }
    }
    Later {
        id: question

        sourceComponent: Question {
            onClosed: overlays.closed()
        }
    }
    Later {
        id: pictures

        sourceComponent: PictureView {
            onClosed: overlays.closed()
        }
    }
}
