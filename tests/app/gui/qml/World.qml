// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Petrel
import Petrel.App

//! The window's content in a test's window, and how to look around in it.
Item {
    id: world

    readonly property Shell shell: loader.item as Shell

    function show(scene: string, width: int): void {
        world.width = width;
        App.show(scene);
        loader.active = false;
        loader.active = true;
    }

    function all(item: Item, found: var, unseen = false): var {
        if (!item.visible && !unseen)
            return found;
        found.push(item);
        for (let i = 0; i < item.children.length; ++i)
            all(item.children[i], found, unseen);
        return found;
    }

    // Of the column and of what floats above it.
    function everything(): var {
        let top = world;
        while (top.parent)
            top = top.parent;
        return all(top, []);
    }

    width: 1180
    height: 820

    Loader {
        id: loader
        anchors.fill: parent
        focus: true

        sourceComponent: Shell {}
    }
}
