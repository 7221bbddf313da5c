// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick
import Petrel.Mock

//! The window's other side, invented: everything that the contract between QML and C++ names, holding still.
QtObject {
    id: app

    readonly property Posts posts: Posts {}
    //! What was called, newest last: "favourite uri:p1 true".
    property var calls: []
    property bool ready: true
    property string startError: ""
    property var notes: []
    property bool hasAccounts: accounts.count > 0
    property string currentAccount: "a1"
    property string page: "home"
    property var home: homeController
    property var thread: null
    property var outbox: outboxController
    property var composer: composerController
    property var signIn: signInController
    property var weather: weatherController
    property var demo: null
    readonly property bool demoOffered: demo === null

    signal said(string words, bool isError)
    signal flushing
    signal removalNeedsForce(string id, string words)

    function called(name: string, ...values): void {
        calls = calls.concat([[name].concat(values).join(" ")]);
    }
    function openThread(uri: string): void {
        called("openThread", uri);
        thread = threadController;
    }
    function closeThread(): void {
        called("closeThread");
        thread = null;
    }
    function openLink(url: string): bool {
        called("openLink", url);
        return true;
    }
    function tryDemo(): void {
        called("tryDemo");
    }
    function copyText(text: string): void {
        called("copyText", text);
        said("Copied.", false);
    }
    function removeAccount(id: string, force: bool): void {
        called("removeAccount", id, force);
        if (!force)
            removalNeedsForce(id, "2 posts still wait to be sent with this account. Their texts become drafts.");
    }
    function signOut(id: string): void {
        called("signOut", id);
    }
    function dismissNotes(): void {
        notes = [];
    }
    onCurrentAccountChanged: {
        for (let i = 0; i < accounts.count; ++i)
            accounts.change(i, {current: accounts.get(i).accountId === currentAccount});
    }

    readonly property var accountRows: [
        {accountId: "a1", handle: "maelle@harbour.example", shortHandle: "@maelle", displayName: "Maëlle Kervadec", avatar: "image://media/avatar/%40maelle%40harbour.example", host: "harbour.example", colour: "#0f7a8a", problem: "", signedOut: false, weather: "clear", weatherWords: "", waiting: 0, needsYou: 0, current: true},
        {accountId: "a2", handle: "m.kervadec@library.example", shortHandle: "@m.kervadec", displayName: "M. Kervadec, bibliothécaire", avatar: "image://media/avatar/b", host: "library.example", colour: "#b0562e", problem: "", signedOut: false, weather: "slow", weatherWords: "library.example answers slowly.", waiting: 2, needsYou: 0, current: false},
        {accountId: "a3", handle: "maelle@north.example", shortHandle: "@maelle", displayName: "", avatar: "", host: "north.example", colour: "#7b55b8", problem: "The server no longer accepts this sign-in.", signedOut: true, weather: "clear", weatherWords: "", waiting: 1, needsYou: 1, current: false}
    ]
    readonly property var outboxRows: [
        {actionId: "act1", accountId: "a1", handle: "maelle@harbour.example", colour: "#0f7a8a", kind: "publish", kindWords: "Post", title: "The tide is out, so is the server. I am writing this anyway. 🌊", contentWarning: "", state: "waiting", stateWords: "Waits: harbour.example is down since 13:42.", sinceMs: Words.nowMs - 60000, nextTryMs: Words.nowMs + 120000, needsYou: false, canRetry: true, canEdit: true, canCancel: true},
        {actionId: "act2", accountId: "a1", handle: "maelle@harbour.example", colour: "#0f7a8a", kind: "publish", kindWords: "Reply to @jonas@a-rather-long-subdomain.north.example", title: "Yes — the 14:10 ferry.", contentWarning: "", state: "needsYou", stateWords: "Needs you: the server did not say whether this post arrived, and it cannot be found there.", sinceMs: Words.nowMs - 3600000, nextTryMs: 0, needsYou: true, canRetry: true, canEdit: false, canCancel: true},
        {actionId: "act3", accountId: "a2", handle: "m.kervadec@library.example", colour: "#b0562e", kind: "favourite", kindWords: "Favourite of @layla@library.example", title: "صباح الخير من المكتبة.", contentWarning: "", state: "sending", stateWords: "Is being sent.", sinceMs: Words.nowMs - 5000, nextTryMs: 0, needsYou: false, canRetry: false, canEdit: false, canCancel: false},
        {actionId: "act4", accountId: "a2", handle: "m.kervadec@library.example", colour: "#b0562e", kind: "publish", kindWords: "Post", title: "behind a warning", contentWarning: "Spoilers", state: "checking", stateWords: "The answer was lost. Petrel looks whether the post is there before it sends it again.", sinceMs: Words.nowMs - 200000, nextTryMs: Words.nowMs + 60000, needsYou: false, canRetry: false, canEdit: false, canCancel: false}
    ]
    readonly property var serverRows: [
        {host: "harbour.example", serverName: "harbour.example", state: "down", stateWords: "harbour.example has been down since 13:42: it refuses connections.", sinceMs: Words.nowMs - 120000, lastSuccessMs: Words.nowMs - 180000, nextTryMs: Words.nowMs + 120000, accounts: ["@maelle"], outages: [{startMs: 0, endMs: 0, words: "Since 13:42 today: refused"}, {startMs: 0, endMs: 1, words: "19 Nov, 02:10 to 04:31: answered 502"}], availabilityWords: "97.2 % of the last 30 days"},
        {host: "library.example", serverName: "library.example", state: "slow", stateWords: "library.example has been slow since 13:30: it does not answer in time.", sinceMs: Words.nowMs - 600000, lastSuccessMs: Words.nowMs - 20000, nextTryMs: 0, accounts: ["@m.kervadec"], outages: [], availabilityWords: "99.9 % of the last 30 days"},
        {host: "north.example", serverName: "north.example", state: "clear", stateWords: "north.example answers.", sinceMs: 0, lastSuccessMs: Words.nowMs - 30000, nextTryMs: 0, accounts: ["@maelle"], outages: [], availabilityWords: ""}
    ]
    readonly property RowsModel accounts: RowsModel {
        rows: app.accountRows
    }

    component Posting: QtObject {
        property string accountId: "a1"

        function favourite(uri: string, wanted: bool): void {
            app.called("favourite", uri, wanted);
        }
        function boost(uri: string, wanted: bool): void {
            app.called("boost", uri, wanted);
        }
        function bookmark(uri: string, wanted: bool): void {
            app.called("bookmark", uri, wanted);
        }
        function remove(uri: string): void {
            app.called("remove", uri);
        }
        function reply(uri: string): void {
            app.called("reply", uri);
            composerController.replyTo = true;
            composerController.replyToHandle = "@jonas@north.example";
            composerController.replyToExcerpt = "Counted 214 storm petrels past the point this morning, most of them before eight.";
            composerController.focusWanted();
        }
        function retry(action: string): void {
            app.called("retry", action);
        }
        function cancel(action: string): void {
            app.called("cancel", action);
        }
        function edit(action: string): void {
            app.called("edit", action);
        }
    }
    component Timeline: Posting {
        property RowsModel model: RowsModel {
            rows: app.posts.home
        }
        property string title: "Home"
        property bool refreshing: false
        property string ageWords: "as of 13:44"
        property bool stale: false
        property bool everRead: true
        property string errorWords: ""
        property int newCount: 0
        property bool empty: model.count === 0
        property bool loadingOlder: false
        property bool atEnd: true
        property string restoredIdentity: ""
        property real restoredOffset: 0

        function refresh(): void {
            app.called("refresh");
        }
        function olderWanted(): void {
            app.called("olderWanted");
        }
        function fillGap(identity: string): void {
            app.called("fillGap", identity);
        }
        function savePlace(identity: string, offset: real): void {
            app.called("savePlace", identity, offset);
        }
    }
    readonly property Timeline homeController: Timeline {}
    readonly property Timeline otherHome: Timeline {
        restoredIdentity: "m4"
        restoredOffset: 12
    }
    readonly property Posting threadController: Posting {
        property RowsModel model: RowsModel {
            rows: app.posts.thread
        }
        property string uri: "uri:t2"
        property bool loading: false
        property string errorWords: ""
        property int openedIndex: 1

        function refresh(): void {
            app.called("refreshThread");
        }
    }
    readonly property QtObject outboxController: QtObject {
        property RowsModel model: RowsModel {
            rows: app.outboxRows
        }
        property int count: model.count
        property int needsYou: 1

        function retry(id: string): void {
            app.called("retry", id);
        }
        function cancel(id: string): void {
            app.called("cancel", id);
        }
        function edit(id: string): void {
            app.called("edit", id);
        }
        function tryNow(): void {
            app.called("tryNow");
        }
    }
    readonly property QtObject composerController: QtObject {
        property string text: ""
        property string contentWarning: ""
        property bool warningShown: false
        property string visibility: "public"
        property var visibilities: [{value: "public", words: "Public", explanation: "Everybody sees it, also in public timelines."}, {value: "unlisted", words: "Unlisted", explanation: "Everybody may see it; public timelines leave it out."}, {value: "followers", words: "Followers", explanation: "Only who follows you."}, {value: "direct", words: directWords, explanation: "Only the people it names."}]
        property string directWords: "Mentioned people"
        property string language: "fr"
        property var languages: [{value: "en", words: "English"}, {value: "fr", words: "Français"}, {value: "ar", words: "العربية"}]
        property bool replyTo: false
        property string replyToHandle: ""
        property string replyToExcerpt: ""
        property string accountId: "a1"
        property string handle: "maelle@harbour.example"
        property string colour: "#0f7a8a"
        property string avatar: "image://media/avatar/%40maelle%40harbour.example"
        property int used: text.length
        property int limit: 500
        property int remaining: limit - used
        property bool canPost: text.trim() !== "" && remaining >= 0
        property string whyNot: remaining < 0 ? "This is longer than the 500 characters that harbour.example takes." : ""
        property bool willQueue: false
        property string buttonWords: willQueue ? queueWords : "Post"
        property string queueWords: "Queue"
        property string savedWords: "Saved on this computer"
        property string unsavedWords: ""
        property bool posting: false
        property bool canWarn: true
        property bool canLanguage: true

        signal posted
        signal focusWanted

        function post(): void {
            app.called("post", text);
            text = "";
            posted();
        }
        function clearReply(): void {
            replyTo = false;
        }
        function discard(): void {
            text = "";
        }
    }
    readonly property QtObject signInController: QtObject {
        property string state: "idle"
        property string server: ""
        property string errorWords: ""
        property string hintWords: ""
        property string address: ""
        property string keychainWords: ""

        function begin(typed: string): void {
            app.called("begin", typed);
            server = typed;
            state = "looking";
        }
        function useCode(code: string): void {
            app.called("useCode", code);
            state = "finishing";
        }
        function preferCode(): void {
            state = "code";
        }
        function openBrowserAgain(): void {
            app.called("openBrowserAgain");
        }
        function cancel(): void {
            app.called("cancelSignIn");
            state = "idle";
        }
    }
    readonly property QtObject weatherController: QtObject {
        property RowsModel servers: RowsModel {
            rows: app.serverRows
        }
        property string worst: "clear"

        function tryNow(host: string): void {
            app.called("tryNow", host);
        }
    }
    readonly property QtObject demoController: QtObject {
        property var servers: [{host: "harbour.example", down: true}, {host: "library.example", down: false}]

        function setDown(host: string, down: bool): void {
            app.called("setDown", host, down);
            servers = servers.map(server => server.host === host ? {host: host, down: down} : server);
        }
    }

    //! The world as it was at first.
    function reset(): void {
        ready = true;
        startError = "";
        notes = [];
        demo = null;
        thread = null;
        accounts.rows = accountRows;
        currentAccount = "a1";
        page = "home";
        home = homeController;
        composer = composerController;
        homeController.model.rows = posts.home;
        threadController.model.rows = posts.thread;
        outboxController.model.rows = outboxRows;
        Object.assign(homeController, {refreshing: false, ageWords: "as of 13:44", stale: false, everRead: true, errorWords: "", newCount: 0, atEnd: true, loadingOlder: false});
        Object.assign(threadController, {loading: false, errorWords: "", openedIndex: 1});
        Object.assign(composerController, {text: "", contentWarning: "", warningShown: false, replyTo: false, visibility: "public", language: "fr", willQueue: false,
            directWords: "Mentioned people", queueWords: "Queue", savedWords: "Saved on this computer", unsavedWords: ""});
        Object.assign(signInController, {state: "idle", server: "", errorWords: "", hintWords: "", address: "", keychainWords: ""});
        weatherController.worst = "clear";
        calls = [];
    }

    //! One of the states that the window must look well in.
    readonly property var scenes: ({
        home: () => {},
        storm: () => {
            accounts.change(0, {weather: "down", weatherWords: "harbour.example is down since 13:42: it refuses every connection.", waiting: 2, needsYou: 1});
            Object.assign(homeController, {ageWords: "as of 13:40, server down since 13:42", stale: true, newCount: 3, atEnd: false});
            composerController.willQueue = true;
            weatherController.worst = "down";
            notes = ["Your profile was restored from the copy of 21 November. What was waiting then is not sent by itself."];
            demo = demoController;
        },
        crowded: () => homeController.model.rows = posts.crowded,
        thread: () => openThread("uri:t2"),
        threadDeep: () => {
            threadController.model.rows = posts.deep;
            threadController.openedIndex = 0;
            openThread("uri:d0");
        },
        threadLoading: () => {
            threadController.model.rows = [];
            threadController.loading = true;
            openThread("x");
        },
        threadFailed: () => {
            threadController.model.rows = [];
            threadController.errorWords = "north.example does not answer. Petrel tries again by itself.";
            openThread("x");
        },
        compose: () => {
            Object.assign(composerController, {replyTo: true, replyToHandle: "@jonas@north.example", replyToExcerpt: "Counted 214 storm petrels past the point this morning, most of them before eight. They dance.", warningShown: true, contentWarning: "Birds", willQueue: true,
                text: "Lovely! 🐦 I saw some last year from the ferry,\nfar out, and only for a moment.\n\nAre they still there in the evening? I could come over on Sunday, if the weather lets me, and bring the big binoculars."});
        },
        tooLong: () => {
            composerController.text = "long ".repeat(120);
        },
        toFew: () => Object.assign(composerController, {visibility: "direct", text: "See you at the ferry."}),
        // As French says it, and longer than the line.
        longWords: () => Object.assign(composerController, {visibility: "direct", directWords: "Personnes mentionnées", willQueue: true, queueWords: "Mettre en attente", text: "À tout à l’heure."}),
        unsaved: () => Object.assign(composerController, {text: "This is nowhere yet but here.", savedWords: "",
            unsavedWords: "Not saved: there is no room left on the disk that holds your profile. Petrel goes on trying."}),
        outbox: () => page = "outbox",
        outboxEmpty: () => {
            outboxController.model.rows = [];
            page = "outbox";
        },
        welcome: () => {
            accounts.rows = [];
            home = null;
            composer = null;
            page = "welcome";
        },
        signIn: () => page = "signin",
        signInLooking: () => {
            Object.assign(signInController, {state: "looking", server: "harbour.example"});
            page = "signin";
        },
        signInFailed: () => {
            Object.assign(signInController, {state: "failed", server: "habour.exmaple", errorWords: "There is no server of that name. Is it spelt like this?", hintWords: "If it is, the server may be away: try again later.", keychainWords: "No keychain is running, so Petrel cannot keep your sign-in. Install GNOME Keyring or KWallet, or start Petrel with --credentials-file."});
            page = "signin";
        },
        signInBrowser: () => {
            Object.assign(signInController, {state: "browser", server: "harbour.example", address: "https://harbour.example/oauth", hintWords: "No browser could be opened. Copy the address into one; this window goes on by itself."});
            page = "signin";
        },
        signInCode: () => {
            Object.assign(signInController, {state: "code", server: "harbour.example", address: "https://harbour.example/oauth", hintWords: "Allow Petrel on the page in your browser, and paste the code that it shows here."});
            page = "signin";
        },
        signInFinishing: () => {
            signInController.state = "finishing";
            page = "signin";
        },
        signInDone: () => {
            signInController.state = "done";
            page = "signin";
        },
        loading: () => {
            homeController.model.rows = [];
            Object.assign(homeController, {refreshing: true, everRead: false, ageWords: ""});
        },
        empty: () => homeController.model.rows = [],
        failed: () => {
            homeController.model.rows = [];
            Object.assign(homeController, {everRead: false, ageWords: "", errorWords: "harbour.example answered with an error (500). Petrel tries again in a minute."});
        },
        offline: () => {
            homeController.model.rows = [];
            Object.assign(homeController, {everRead: false, ageWords: ""});
            accounts.change(0, {weather: "down", weatherWords: "This computer has no network."});
        },
        signedOut: () => currentAccount = "a3",
        signedOutEmpty: () => {
            currentAccount = "a3";
            homeController.model.rows = [];
        },
        starting: () => ready = false,
        startFailed: () => {
            ready = false;
            startError = "Another Petrel is using this profile.";
        }
    })

    function show(scene: string): void {
        reset();
        scenes[scene]();
    }
}
