// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Petrel
import Petrel.App

World {
    id: world

    TestCase {
        name: "Keyboard"
        when: windowShown

        function init() {
            failOnWarning(/.+/);
            world.show("home", 1300);
            verify(waitForRendering(world));
            world.shell.forceActiveFocus();
            App.calls = [];
        }

        function cleanup() {
            App.reset();
            Platform.textScale = 1;
        }

        function type(keys) {
            for (const key of keys)
                keyClick(key);
        }

        function last() {
            return App.calls.length > 0 ? App.calls[App.calls.length - 1] : "";
        }

        // The third row is the first post that is on a server.
        function toFirstPost() {
            type("jjj");
            compare(world.shell.currentCard().model.identity, "p1");
        }

        function test_jAndKWalkThroughThePosts() {
            toFirstPost();
            keyClick("k");
            compare(world.shell.currentCard().model.identity, "g2");
            keyClick(Qt.Key_Down);
            compare(world.shell.currentCard().model.identity, "p1");
            verify(world.shell.currentCard().focused);
        }

        function test_lettersActOnThePost_data() {
            return [
                {tag: "r", key: "r", call: "reply uri:p1"},
                {tag: "b", key: "b", call: "boost uri:p1 true"},
                {tag: "f", key: "f", call: "favourite uri:p1 false"},
                {tag: "d", key: "d", call: "bookmark uri:p1 true"},
                {tag: "o", key: "o", call: "openThread uri:p1"},
                {tag: "Enter", key: Qt.Key_Return, call: "openThread uri:p1"}
            ];
        }

        function test_lettersActOnThePost(data) {
            toFirstPost();
            keyClick(data.key);
            verify(App.calls.includes(data.call), App.calls.join(", "));
        }

        function commands() {
            return App.calls.filter(call => /^(reply|boost|favourite|bookmark|openThread)/.test(call));
        }

        function test_lettersLeaveAPostAloneThatIsOutOfSight() {
            toFirstPost();
            const list = world.shell.timeline.list;
            list.point(list.currentIndex);
            // As the wheel does: nothing else is pointed at.
            list.contentY += 3 * list.height;
            verify(waitForRendering(list));
            type("bfdrom");
            keyClick(Qt.Key_Return);
            compare(commands(), []);
            // The next step begins with what is in sight.
            keyClick("j");
            verify(list.cardInSight(list.currentItem));
            verify(list.currentIndex > 3);
        }

        function test_aTimelineBeginsWithoutACurrentPost() {
            toFirstPost();
            App.home = App.otherHome;
            const list = world.shell.timeline.list;
            tryVerify(() => list.contentY > list.height);
            compare(list.currentIndex, -1);
            list.positionViewAtBeginning();
            type("bfdro");
            compare(commands(), []);
        }

        function test_aWaitingPostIsNeitherBoostedNorOpened() {
            type("j");
            type("bfdo");
            verify(!App.calls.some(call => /^(boost|favourite|bookmark|openThread)/.test(call)));
        }

        function test_xShowsWhatIsBehindAWarning() {
            world.shell.timeline.list.currentIndex = 4;
            world.shell.timeline.list.positionViewAtIndex(4, ListView.Contain);
            const card = world.shell.currentCard();
            verify(card.covered);
            keyClick("x");
            verify(!card.covered);
            keyClick("x");
            verify(card.covered);
        }

        function test_nWritesAndEscapeComesBack() {
            keyClick("n");
            const text = findChild(world, "composerText");
            verify(text.activeFocus);
            // Letters are text now, not commands.
            type("jof");
            compare(App.composer.text, "jof");
            keyClick(Qt.Key_Return, Qt.ControlModifier);
            verify(App.calls.includes("post jof"));
            // And still are: nobody who goes on typing gives commands.
            verify(text.activeFocus);
            keyClick(Qt.Key_Escape);
            verify(world.shell.timeline.list.activeFocus);
        }

        function test_escapeLeavesTheComposerAndKeepsTheText() {
            keyClick("c");
            type("abc");
            keyClick(Qt.Key_Escape);
            verify(!findChild(world, "composerText").activeFocus);
            compare(App.composer.text, "abc");
        }

        function test_whoComesFromTheOutboxToWriteStaysInTheText() {
            toFirstPost();
            type("go");
            keyClick("n");
            compare(App.page, "home");
            const text = findChild(world, "composerText");
            verify(text.activeFocus);
            verify(waitForRendering(world));
            type("bf");
            compare(App.composer.text, "bf");
            compare(commands(), []);
        }

        function test_whoEditsAWaitingPostTypesIntoItsText() {
            toFirstPost();
            type("go");
            verify(waitForRendering(world));
            App.calls = [];
            // As the composer asks for the keyboard once it has the post back, which leads home.
            App.composer.focusWanted();
            App.page = "home";
            verify(waitForRendering(world));
            type("bf");
            compare(App.composer.text, "bf");
            compare(commands(), []);
        }

        function test_whoComesBackFromAnotherPageComesBackToThePosts_data() {
            return [
                {tag: "sign-in", leave: () => world.shell.signIn()},
                {tag: "outbox", leave: () => world.shell.go("outbox")}
            ];
        }

        function test_whoComesBackFromAnotherPageComesBackToThePosts(data) {
            keyClick("n");
            data.leave();
            verify(waitForRendering(world));
            App.page = "home";
            tryVerify(() => world.shell.timeline.list.activeFocus);
            verify(!world.shell.timeline.composer.activeFocus);
        }

        function test_whatWasClosedGivesTheKeyboardBack_data() {
            return [
                {tag: "help, by key", show: () => keyClick(Qt.Key_F1)},
                {tag: "weather", show: () => world.shell.showWeather()},
                {tag: "question", show: () => App.removeAccount("a1", false)},
                {tag: "pictures", show: () => world.shell.showAttachment(App.posts.home[4].attachments, 0)}
            ];
        }

        function test_whatWasClosedGivesTheKeyboardBack(data) {
            toFirstPost();
            keyClick("n");
            type("a");
            data.show();
            tryVerify(() => world.shell.covered);
            keyClick(Qt.Key_Escape);
            tryVerify(() => !world.shell.covered);
            verify(findChild(world, "composerText").activeFocus);
            type("bf");
            compare(App.composer.text, "abf");
            compare(commands(), []);
            keyClick(Qt.Key_Escape);
            // From the list, where it is a list that one comes back to.
            data.show();
            tryVerify(() => world.shell.covered);
            keyClick(Qt.Key_Escape);
            tryVerify(() => !world.shell.covered);
            verify(world.shell.timeline.list.activeFocus);
        }

        function test_whatCannotBePostedIsNotPosted() {
            keyClick("n");
            keyClick(Qt.Key_Return, Qt.ControlModifier);
            verify(!App.calls.some(call => call.startsWith("post")));
        }

        function test_placesAreReachedByTwoLetters() {
            type("go");
            compare(App.page, "outbox");
            type("gh");
            compare(App.page, "home");
        }

        function test_escapeGoesBack() {
            App.openThread("uri:t2");
            tryVerify(() => world.shell.conversation !== null);
            keyClick(Qt.Key_Escape);
            compare(App.thread, null);
            App.page = "signin";
            keyClick(Qt.Key_Escape);
            compare(App.page, "home");
        }

        function answer(identity: string): var {
            return App.posts.post({identity: identity, authorName: "N", body: "an answer", depth: 1});
        }

        function test_whoWalksThroughAConversationIsNotCalledBackByAnAnswer() {
            App.openThread("uri:t2");
            tryVerify(() => world.shell.conversation !== null);
            const list = world.shell.conversation.list;
            tryCompare(list, "currentIndex", 1);
            type("jj");
            App.thread.model.insert(4, answer("a1"));
            verify(waitForRendering(list));
            App.thread.model.insert(App.thread.model.count, answer("a2"));
            verify(waitForRendering(list));
            compare(list.currentCard().model.identity, "t4");
            type("f");
            verify(App.calls.includes("favourite uri:t4 true"), App.calls.join());
        }

        function test_theOpenedPostStaysInSightUntilOneGoesOn() {
            // At first only the post itself is known.
            const rows = App.posts.thread;
            const before = Array.from({length: 12}, (_, i) => Object.assign({}, rows[0], {identity: "b" + i, uri: "uri:b" + i}));
            App.thread = App.threadController;
            App.thread.model.rows = [rows[1]];
            App.thread.openedIndex = 0;
            tryVerify(() => world.shell.conversation !== null);
            const list = world.shell.conversation.list;
            tryCompare(list, "currentIndex", 0);
            before.forEach((row, i) => App.thread.model.insert(i, row));
            App.thread.openedIndex = before.length;
            tryCompare(list, "currentIndex", before.length);
            tryVerify(() => list.cardInSight(list.currentItem));
            compare(list.currentCard().model.identity, "t2");
        }

        function test_aConversationThatFailedCanBeAskedForAgain_data() {
            return [{tag: "nothing is known", rows: 0}, {tag: "something is known", rows: 2}];
        }

        function test_aConversationThatFailedCanBeAskedForAgain(data) {
            App.openThread("uri:t2");
            App.thread.model.rows = App.posts.thread.slice(0, data.rows);
            App.thread.errorWords = "north.example does not answer.";
            const isButton = item => item.Accessible.role === Accessible.Button && item.Accessible.name === qsTranslate("ThreadPage", "Try now");
            tryVerify(() => world.shell.conversation !== null);
            const button = () => world.all(world.shell.conversation, []).find(isButton);
            tryVerify(button);
            verify(waitForRendering(world));
            mouseClick(button());
            verify(App.calls.includes("refreshThread"));
            App.thread.errorWords = "";
            App.thread.loading = true;
            tryVerify(() => !button());
        }

        function test_escapeClosesAMenuAndNothingElse() {
            App.openThread("uri:t2");
            tryVerify(() => world.shell.conversation !== null);
            keyClick("j");
            keyClick("m");
            tryVerify(() => world.everything().some(item => item.Accessible.role === Accessible.MenuItem));
            keyClick(Qt.Key_Escape);
            tryVerify(() => !world.everything().some(item => item.Accessible.role === Accessible.MenuItem));
            verify(App.thread !== null);
        }

        function test_escapeLeavesTheComposerBeforeTheConversation() {
            App.openThread("uri:t2");
            tryVerify(() => world.shell.conversation !== null);
            keyClick("n");
            keyClick(Qt.Key_Escape);
            verify(App.thread !== null);
            verify(world.shell.timeline.list.activeFocus);
        }

        function test_controlAndADigitSwitchTheAccount() {
            keyClick("2", Qt.ControlModifier);
            compare(App.currentAccount, "a2");
            keyClick("9", Qt.ControlModifier);
            compare(App.currentAccount, "a2");
        }

        function test_theNewestIsAskedFor() {
            keyClick(".");
            verify(App.calls.includes("refresh"));
            App.calls = [];
            keyClick(Qt.Key_F5);
            verify(App.calls.includes("refresh"));
        }

        function test_theRailChangesTheColours() {
            const button = world.everything().find(item => item.icon === "theme" && item.activeFocusOnTab);
            button.forceActiveFocus();
            keyClick(Qt.Key_Space);
            compare(Platform.themeChoice, "dark");
            verify(Theme.dark);
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Return);
            compare(Platform.themeChoice, "light");
        }

        function test_textGrowsAndShrinks() {
            keyClick("+", Qt.ControlModifier);
            fuzzyCompare(Platform.textScale, 1.1, 0.001);
            keyClick("0", Qt.ControlModifier);
            compare(Platform.textScale, 1);
        }

        function test_theHelpListsEveryShortcutAndNoOther() {
            keyClick(Qt.Key_F1);
            tryVerify(() => world.everything().some(item => item.Accessible.role === Accessible.Dialog));
            for (const entry of world.shell.shortcuts)
                tryVerify(() => world.everything().some(item => item.Accessible.name.startsWith(entry.words + ": ")), 2000, entry.words);
            keyClick(Qt.Key_Escape);
            tryVerify(() => !world.everything().some(item => item.Accessible.role === Accessible.Dialog));
        }

        function test_tabReachesTheButtonsOfThePost() {
            toFirstPost();
            let found = false;
            for (let i = 0; i < 12 && !found; ++i) {
                keyClick(Qt.Key_Tab);
                const focus = world.Window.activeFocusItem;
                found = focus !== null && focus.icon === "favourite-on";
            }
            verify(found);
            keyClick(Qt.Key_Return);
            verify(App.calls.includes("favourite uri:p1 false"));
            verify(!App.calls.some(call => call.startsWith("openThread")));
        }

        function test_aFirstStartOffersTheDemonstration() {
            world.show("welcome", 1000);
            keyClick(Qt.Key_Tab);
            keyClick(Qt.Key_Space);
            compare(App.calls, ["tryDemo"]);
        }

        function test_escapeClosesAListOfChoicesAndLeavesTheChoice() {
            const composer = world.shell.timeline.composer;
            composer.focusText();
            findChild(world, "languageButton").forceActiveFocus();
            keyClick(Qt.Key_Space);
            tryVerify(() => composer.choosing);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Escape);
            tryVerify(() => !composer.choosing);
            compare(App.composer.language, "fr");
            verify(findChild(world, "composerText").activeFocus);
        }

        function test_aLanguageIsFoundByTyping() {
            const composer = world.shell.timeline.composer;
            composer.focusText();
            const button = findChild(world, "languageButton");
            button.forceActiveFocus();
            keyClick(Qt.Key_Space);
            tryVerify(() => composer.choosing);
            compare(App.composer.language, "fr");
            type("en");
            keyClick(Qt.Key_Return);
            compare(App.composer.language, "en");
            tryVerify(() => !composer.choosing);
            button.forceActiveFocus();
            keyClick(Qt.Key_Space);
            tryVerify(() => composer.choosing);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Space);
            compare(App.composer.language, "fr");
        }

        function test_aServerIsTypedAndAsked() {
            App.page = "signin";
            const field = findChild(world, "serverField");
            tryVerify(() => field.activeFocus);
            type("harbour.example");
            keyClick(Qt.Key_Return);
            verify(App.calls.includes("begin harbour.example"));
        }

        function test_anOwnPostIsDeletedOnlyAfterAQuestion() {
            world.shell.above().confirmRemoval(App.home, "uri:p7");
            tryVerify(() => world.everything().some(item => item.objectName === "yes"));
            verify(!App.calls.includes("remove uri:p7"));
            mouseClick(world.everything().find(item => item.objectName === "yes"));
            verify(App.calls.includes("remove uri:p7"));
        }

        function test_removingAnAccountWithWaitingPostsAsksAgain() {
            App.removeAccount("a1", false);
            tryVerify(() => world.everything().some(item => item.objectName === "yes"));
            mouseClick(world.everything().find(item => item.objectName === "yes"));
            verify(App.calls.includes("removeAccount a1 true"));
        }
    }
}
