// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
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
            items.forEach(everyCardIsWholePixelsHigh);
        }

        // A line between two rows of pixels is smeared, and on Wayland without a graphics card not painted at all.
        function everyCardIsWholePixelsHigh(item) {
            if (item instanceof PostCard)
                compare(item.height, Math.round(item.height));
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
            // Cards beyond the edge are made bit by bit; what stood in for a picture is gone once that is there.
            tryVerify(() => !item.sourceSize || item.sourceSize.width > 0, 1000, String(item.source));
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

        function test_nothingIsInTheWayOfAnotherInANarrowWindow_data() {
            const rows = scale => Object.keys(App.scenes).map(scene => ({tag: scene + " × " + scale, scene: scene, width: 400, dark: false, scale: scale}));
            return rows(1).concat(rows(1.6));
        }

        function test_nothingIsInTheWayOfAnotherInANarrowWindow(data) {
            Platform.textScale = data.scale;
            show(data);
            // Cards beyond the edge are made bit by bit, and lie about until then.
            const look = {
                get inTheWay() {
                    return firstInTheWay();
                }
            };
            tryCompare(look, "inTheWay", "", 10000);
        }

        function firstInTheWay(): string {
            const seen = seenOf(world.shell, {left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity}, [], []);
            const pressable = seen.filter(one => one.pressable);
            const outside = seen.find(one => one.left < -1 || one.right > world.width + 1) ?? pressable.find(one => one.bottom > world.height + 1);
            if (outside !== undefined)
                return said(outside) + " sticks out of the window";
            const leaving = pressable.find(leavesItsGround);
            if (leaving !== undefined)
                return said(leaving) + " leaves what it stands on";
            for (const one of pressable) {
                const other = pressable.find(other => one !== other && meets(one, other));
                if (other !== undefined)
                    return said(one) + " meets " + said(other);
            }
            return "";
        }

        function leavesItsGround(one: var): bool {
            const ground = one.above.find(above => above instanceof GhostBar || above instanceof OutboxRow || above instanceof PostCard);
            if (ground === undefined)
                return false;
            const place = ground.mapToItem(world, 0, 0, ground.width, ground.height);
            return one.left < place.left - 1 || one.right > place.right + 1;
        }

        function test_whyNothingIsSavedIsReadInFull_data() {
            return [1, 1.6].map(scale => ({tag: "× " + scale, scene: "unsaved", width: 400, dark: false, scale: scale}));
        }

        function test_whyNothingIsSavedIsReadInFull(data) {
            Platform.textScale = data.scale;
            show(data);
            const words = world.everything().filter(item => item.text === App.composer.unsavedWords);
            compare(words.length, 1);
            verify(!words[0].truncated && words[0].paintedWidth <= words[0].width);
            const below = words[0].mapToItem(world, 0, words[0].height).y;
            verify(below <= world.height, below);
        }

        function test_countsAreThereWhereThereIsRoomAndAllOrNone() {
            const counts = width => {
                show({scene: "crowded", width: width, dark: false});
                const card = world.shell.timeline.list.itemAtIndex(0);
                return world.all(card, []).filter(item => ["1.2 K", "12.3 K", "345.7 K"].includes(item.text)).length;
            };
            compare(counts(900), 3);
            compare(counts(400), 0);
        }

        // What is cut off at an edge, or has no opacity, cannot be pressed there.
        function seenOf(item: Item, bounds: var, above: var, found: var): var {
            if (!item.visible || item.opacity === 0)
                return found;
            const place = item.mapToItem(world, 0, 0, item.width, item.height);
            const one = {item: item, above: above, left: Math.max(place.left, bounds.left), right: Math.min(place.right, bounds.right),
                top: Math.max(place.top, bounds.top), bottom: Math.min(place.bottom, bounds.bottom)};
            const inSight = one.right > one.left && one.bottom > one.top;
            // A list without rows has nothing to press.
            one.pressable = inSight && item.count !== 0 && (item.activeFocusOnTab || item.Accessible.role === Accessible.Button);
            if (inSight)
                found.push(one);
            const within = item.clip ? one : bounds;
            for (let i = 0; i < item.children.length; ++i)
                seenOf(item.children[i], within, [item].concat(above), found);
            return found;
        }

        function meets(one: var, other: var): bool {
            if (one.above.includes(other.item) || other.above.includes(one.item))
                return false;
            // It floats above the posts on purpose.
            if (one.item instanceof NewPostsPill || other.item instanceof NewPostsPill)
                return false;
            return Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5
                && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.5;
        }

        function said(one: var): string {
            return String(one.item).split("_")[0] + " «" + (one.item.text || one.item.Accessible.name) + "» " + [one.left, one.right, one.top, one.bottom].map(Math.round).join(" ");
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

        function test_whatIsSaidStandsInsideTheWindow_data() {
            return [{tag: "few words", words: "Copied."}, {tag: "many words", words: "The server refused this. ".repeat(12)}];
        }

        function test_whatIsSaidStandsInsideTheWindow(data) {
            show({scene: "home", width: 400, dark: false});
            App.said(data.words, true);
            verify(waitForRendering(world));
            const said = world.everything().filter(item => item.Accessible.role === Accessible.AlertMessage && item.Accessible.name === data.words);
            compare(said.length, 1);
            const place = said[0].mapToItem(world, 0, 0);
            verify(said[0].width > 40 && said[0].height > 20);
            verify(place.x >= 0 && place.x + said[0].width <= world.width, place.x + " " + said[0].width);
            verify(place.y > 0 && place.y + said[0].height < world.height, place.y + " " + said[0].height);
        }

        // As many posts as need every card several times.
        function many(make: var): var {
            const like = App.home.model.rows.find(post => post.identity === "p8");
            return Array.from({length: 60}, (_, i) => Object.assign({}, like, {identity: "n" + i, uri: "uri:n" + i}, make(i)));
        }

        // Without those that wait, unseen, for another post.
        function cards(): var {
            const list = world.shell.timeline.list;
            return Array.from({length: list.count}, (_, i) => list.itemAtIndex(i)).filter(card => card !== null);
        }

        function goTo(place: int): void {
            const list = world.shell.timeline.list;
            list.positionViewAtIndex(place, ListView.Beginning);
            verify(waitForRendering(list));
        }

        function test_whatWasUncoveredOnOnePostIsCoveredOnTheNext() {
            show({scene: "home", width: 900, dark: false});
            App.home.model.rows = many(() => ({}));
            goTo(0);
            const gridOf = card => world.all(card, []).find(item => String(item).startsWith("MediaGrid_"));
            cards().forEach(card => gridOf(card).uncovered = true);
            const uncovered = cards();
            let again = 0;
            for (let place = 20; place < 60; place += 2) {
                goTo(place);
                cards().forEach(card => verify(gridOf(card).covered, card.model.identity));
                again += cards().filter(card => uncovered.includes(card)).length;
            }
            verify(again > 0);
        }

        function test_picturesBehindAWarningAreNotAskedFor() {
            show({scene: "home", width: 900, dark: false});
            App.home.model.rows = many(i => ({sensitive: false, contentWarning: i * i % 7 < 3 ? "" : "spoiler"}));
            let kept = 0;
            for (let place = 0; place < 60; place += 2) {
                goTo(place);
                for (const card of cards()) {
                    const inCard = world.all(card, [], true);
                    const asked = inCard.filter(item => item.sourceSize !== undefined && String(item.source).startsWith("image://media/preview"));
                    compare(asked.length, card.model.contentWarning === "" ? 1 : 0, card.model.identity);
                    kept += card.model.contentWarning !== "" && inCard.some(item => String(item).startsWith("MediaTile_")) ? 1 : 0;
                }
            }
            verify(kept > 0);
        }

        function buttonIn(card: Item, context: string, words: string): Item {
            const name = qsTranslate(context, words);
            return world.all(card, []).find(item => item.Accessible.role === Accessible.Button && item.Accessible.name === name) ?? null;
        }

        function test_aPostThatIsTooLongForATimelineShowsItsBeginning_data() {
            return [
                {tag: "many lines", body: Array.from({length: 500}, (_, i) => "line " + i).join("<br>"), cut: false, more: true},
                {tag: "many letters", body: "the beginning …", cut: true, more: true},
                {tag: "a long post as people write them", body: "word ".repeat(200), cut: false, more: false}
            ];
        }

        function test_aPostThatIsTooLongForATimelineShowsItsBeginning(data) {
            show({scene: "home", width: 900, dark: false});
            App.home.model.rows = many(i => i > 0 ? {} : {body: data.body, bodyPlain: "", bodyCut: data.cut, sensitive: false, attachments: []});
            goTo(0);
            const card = world.shell.timeline.list.itemAtIndex(0);
            verify(card.height < world.height, card.height);
            everyCardIsWholePixelsHigh(card);
            const more = buttonIn(card, "BodyEnd", "Show more");
            compare(more !== null, data.more);
            if (!data.more)
                return;
            const list = world.shell.timeline.list;
            if (card.height > list.height) {
                list.contentY += card.height - list.height;
                verify(waitForRendering(list));
            }
            mouseClick(more);
            verify(App.calls.includes("openThread uri:n0"), App.calls.join());
        }

        function test_theOpenedPostIsShownInFullOrSaysWhereTheRestIs_data() {
            return [{tag: "all of it", cut: false}, {tag: "its beginning", cut: true}];
        }

        function test_theOpenedPostIsShownInFullOrSaysWhereTheRestIs(data) {
            show({scene: "thread", width: 1300, dark: false});
            App.thread.model.change(1, {body: Array.from({length: 100}, (_, i) => "line " + i).join("<br>"), bodyCut: data.cut});
            const list = world.shell.conversation.list;
            const card = list.itemAtIndex(1);
            tryVerify(() => card.height > 1000);
            compare(buttonIn(card, "BodyEnd", "Show more"), null);
            const web = buttonIn(card, "BodyEnd", "Read it on the web");
            compare(web !== null, data.cut);
            if (!data.cut)
                return;
            list.positionViewAtIndex(1, ListView.End);
            verify(waitForRendering(list));
            mouseClick(web);
            verify(App.calls.includes("openLink https://harbour.example/@x/1"), App.calls.join());
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

        function test_whoPullsTheScrollBarWhileWritingStaysWhereHeIs() {
            show({scene: "home", width: 900, dark: false});
            const list = world.shell.timeline.list;
            world.shell.write();
            const bar = list.ScrollBar.vertical;
            mousePress(bar, bar.width / 2, 2);
            mouseMove(bar, bar.width / 2, bar.height / 2);
            verify(bar.pressed);
            verify(waitForRendering(list));
            const pulled = list.contentY;
            verify(pulled > list.height);
            // Whatever arrives meanwhile leaves the bar in the hand.
            App.home.model.insert(0, App.posts.post({identity: "new0", authorName: "N", body: "new"}));
            verify(waitForRendering(list));
            mouseRelease(bar, bar.width / 2, bar.height / 2);
            tryVerify(() => App.calls.some(call => call.startsWith("savePlace")), 2000);
            const row = list.firstInSight();
            const identity = list.itemAtIndex(row).model.identity;
            const before = list.itemAtIndex(row).y - list.contentY;
            App.home.model.insert(0, App.posts.post({identity: "new1", authorName: "N", body: "new"}));
            tryVerify(() => list.itemAtIndex(row + 1) !== null && Math.abs(list.itemAtIndex(row + 1).y - list.contentY - before) < 1.5);
            compare(list.itemAtIndex(row + 1).model.identity, identity);
            verify(world.shell.timeline.composer.activeFocus);
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

        function test_everyStepOfASignInSaysWhatToDo_data() {
            return ["signInFailed", "signInBrowser", "signInCode"].map(scene => ({tag: scene, scene: scene, width: 900, dark: false}));
        }

        function test_everyStepOfASignInSaysWhatToDo(data) {
            show(data);
            verify(App.signIn.hintWords !== "");
            verify(world.everything().some(item => item.text === App.signIn.hintWords));
        }

        function test_whoClosesTheWindowAtOnceComesBackToTheSamePost() {
            show({scene: "home", width: 900, dark: false});
            const list = world.shell.timeline.list;
            list.forceActiveFocus();
            tryVerify(() => list.count > 5);
            list.positionViewAtIndex(App.home.model.rowOf("p5"), ListView.Beginning);
            App.calls = [];
            waitForRendering(world);
            App.flushing();
            verify(App.calls.some(call => call.startsWith("savePlace p5")), App.calls.join());
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
