// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Petrel
import Petrel.App

World {
    id: world

    TestCase {
        name: "States"
        when: windowShown

        function init() {
            failOnWarning(/.+/);
        }

        function cleanup() {
            App.reset();
            Platform.themeChoice = "light";
            Platform.textScale = 1;
        }

        function states() {
            const rows = [];
            for (const scene of Object.keys(App.scenes)) {
                rows.push({tag: scene + ", wide", scene: scene, width: 1300, dark: false});
                rows.push({tag: scene + ", narrow and dark", scene: scene, width: 420, dark: true});
            }
            return rows;
        }

        function show(data) {
            Platform.themeChoice = data.dark ? "dark" : "light";
            world.show(data.scene, data.width);
            verify(waitForRendering(world));
        }

        function test_everyStateIsWellMadeAndWarnsOfNothing_data() {
            return states();
        }

        function test_everyStateIsWellMadeAndWarnsOfNothing(data) {
            show(data);
            verify(world.shell !== null);
            const items = world.everything();
            verify(items.length > 5);
            items.forEach(everyTextSaysWhetherItIsMarkup);
            items.forEach(picturesComeFromProvidersInTheSizeOfTheirPlace);
            items.forEach(whatTakesTheFocusHasANameAndASize);
        }

        function everyTextSaysWhetherItIsMarkup(item) {
            // A placeholder is Petrel's own words.
            if (item.textFormat !== undefined && item.linkColor !== undefined && !String(item).startsWith("QQuickPlaceholderText"))
                verify(item.textFormat === Text.PlainText || item.textFormat === Text.StyledText, item + " «" + item.text + "»");
        }

        function picturesComeFromProvidersInTheSizeOfTheirPlace(item) {
            if (item.sourceSize === undefined || String(item.source) === "")
                return;
            verify(/^image:\/\/(icon|media|blurhash)\//.test(String(item.source)), item.source);
            // Cards beyond the edge are made bit by bit.
            tryVerify(() => item.sourceSize.width > 0, 1000, String(item.source));
        }

        function whatTakesTheFocusHasANameAndASize(item) {
            if (!item.activeFocusOnTab || item.readOnly === true)
                return;
            verify(item.Accessible.name !== "", item + " has no name");
            verify(item.width > 0 && item.height > 0, item + " " + item.Accessible.name);
        }

        function test_nothingSticksOutOfANarrowWindow_data() {
            return Object.keys(App.scenes).map(scene => ({tag: scene, scene: scene, width: 400, dark: false}));
        }

        function test_nothingSticksOutOfANarrowWindow(data) {
            Platform.textScale = 1.3;
            show(data);
            for (const item of world.everything()) {
                if (!item.activeFocusOnTab)
                    continue;
                const left = item.mapToItem(world, 0, 0).x;
                verify(left >= -1 && left + item.width <= world.width + 1, item.Accessible.name + " at " + left + " is " + item.width + " wide");
            }
        }

        function test_aPostIsOneSentence() {
            show({scene: "home", width: 800, dark: false});
            const card = world.shell.timeline.list.itemAtIndex(2);
            compare(card.Accessible.name, card.model.spoken);
            verify(card.Accessible.name !== "");
        }

        function test_theConversationOpensBesideWhenThereIsRoom() {
            show({scene: "thread", width: 1300, dark: false});
            verify(world.shell.timeline.visible);
            const home = world.shell.timeline.mapToItem(world, 0, 0).x;
            const thread = world.shell.conversation.mapToItem(world, 0, 0).x;
            verify(Qt.application.layoutDirection === Qt.RightToLeft ? thread < home : thread > home);
        }

        function test_theConversationCoversTheTimelineWhereThereIsNoRoom() {
            show({scene: "thread", width: 900, dark: false});
            verify(!world.shell.timeline.visible);
            verify(world.shell.conversation.visible);
        }

        function test_theRailStandsWhereReadingBegins() {
            show({scene: "home", width: 900, dark: false});
            const rail = findChild(world, "rail").mapToItem(world, 0, 0).x;
            verify(Qt.application.layoutDirection === Qt.RightToLeft ? rail > 800 : rail < 100);
        }

        function test_newPostsDoNotMoveWhatIsRead() {
            show({scene: "home", width: 900, dark: false});
            const list = world.shell.timeline.list;
            list.positionViewAtIndex(6, ListView.Beginning);
            list.contentY += 20;
            list.forceActiveFocus();
            list.contentY += 1;
            tryVerify(() => App.calls.some(call => call.startsWith("savePlace p5")), 2000);
            const before = list.itemAtIndex(6).y - list.contentY;
            for (let i = 0; i < 3; ++i)
                App.home.model.insert(0, App.posts.post({identity: "new" + i, authorName: "N", body: "new"}));
            tryVerify(() => list.itemAtIndex(9) !== null && Math.abs(list.itemAtIndex(9).y - list.contentY - before) < 1.5);
            compare(list.itemAtIndex(9).model.identity, "p5");
        }

        function test_eachAccountKeepsItsPlace() {
            show({scene: "home", width: 900, dark: false});
            const list = world.shell.timeline.list;
            list.forceActiveFocus();
            list.positionViewAtIndex(6, ListView.Beginning);
            list.contentY += 5;
            tryVerify(() => App.calls.some(call => call.startsWith("savePlace p5")), 2000);
            App.calls = [];
            App.home = App.otherHome;
            const row = App.home.model.rowOf("m4");
            tryVerify(() => list.itemAtIndex(row) !== null && Math.abs(list.contentY - list.itemAtIndex(row).y - 12) < 1.5);
            tryVerify(() => App.calls.some(call => call.startsWith("savePlace")), 2000);
            verify(App.calls.every(call => !call.startsWith("savePlace") || call.startsWith("savePlace m4")), App.calls.join());
        }

        function test_readingGoesOnWhereItStopped() {
            App.homeController.restoredIdentity = "m4";
            App.homeController.restoredOffset = 12;
            show({scene: "home", width: 900, dark: false});
            const list = world.shell.timeline.list;
            const row = App.home.model.rowOf("m4");
            tryVerify(() => list.itemAtIndex(row) !== null && Math.abs(list.contentY - list.itemAtIndex(row).y - 12) < 1.5);
            App.homeController.restoredIdentity = "";
            App.homeController.restoredOffset = 0;
        }
    }
}
