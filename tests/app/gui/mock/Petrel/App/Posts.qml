// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

//! The posts of the invented world.
QtObject {
    readonly property double now: Words.nowMs

    function post(more: var): var {
        const base = {
            identity: "", uri: "", timeMs: now - 60000, authorName: "", authorPlain: "", authorHandle: "", authorAvatar: "",
            authorBot: false, boosterName: "", boosterHandle: "", replyToHandle: "", isReply: false, body: "", bodyPlain: "", bodyCut: false,
            contentWarning: "", sensitive: false, visibility: "public", visibilityWords: "Public", language: "en", attachments: [],
            replyCount: 0, boostCount: 0, favouriteCount: 0, favourited: false, boosted: false, bookmarked: false,
            favouritePending: false, boostPending: false, bookmarkPending: false, removalPending: false, canBoost: true, own: false,
            edited: false, webUrl: "https://harbour.example/@x/1", accountId: "a1", ghost: false, ghostAction: "", ghostState: "",
            ghostWords: "", ghostCanRetry: false, ghostCanEdit: false, ghostCanCancel: false, gapBelow: false, gapWords: "",
            gapFilling: false, depth: 0, opened: false, spoken: ""
        };
        const made = Object.assign(base, more);
        made.authorPlain = made.authorPlain || made.authorName.replace(/<[^>]*>/g, "");
        made.bodyPlain = made.bodyPlain || made.body.replace(/<[^>]*>/g, "");
        made.uri = made.uri || "uri:" + made.identity;
        made.authorAvatar = made.authorAvatar === "none" ? "" : "image://media/avatar/" + encodeURIComponent(made.authorHandle);
        made.spoken = made.authorPlain + ": " + made.bodyPlain;
        return made;
    }

    function picture(name: string, alt: string, kind: string, width: int, height: int): var {
        return {
            kind: kind, source: "image://media/full/" + name, preview: "image://media/preview/" + name, altText: alt,
            blurhash: "LEHV6nWB2yk8", width: width, height: height, url: "https://harbour.example/media/" + name
        };
    }

    readonly property var home: [
        post({identity: "g1", timeMs: now - 30000, authorName: "Maëlle Kervadec", authorHandle: "@maelle@harbour.example", own: true,
            body: "The tide is out, so is the server. I am writing this anyway. 🌊", ghost: true, ghostAction: "act1", ghostState: "waiting",
            ghostWords: "Waits: harbour.example is down since 13:42. Next try in 2 minutes.", ghostCanRetry: true, ghostCanEdit: true, ghostCanCancel: true}),
        post({identity: "g2", timeMs: now - 90000, authorName: "Maëlle Kervadec", authorHandle: "@maelle@harbour.example", own: true, isReply: true, replyToHandle: "@jonas@north.example",
            body: "Yes — the 14:10 ferry.", ghost: true, ghostAction: "act2", ghostState: "needsYou", visibility: "direct",
            ghostWords: "Needs you: the server did not say whether this post arrived, and it cannot be found there.", ghostCanRetry: true, ghostCanCancel: true}),
        post({identity: "p1", timeMs: now - 4 * 60000, authorName: "Jonas Lindqvist", authorHandle: "@jonas@north.example",
            body: "Counted <b>214</b> storm petrels past the point this morning, most of them before eight. They dance on the water as if it owed them nothing.<br><br>Log and map: <a href=\"https://north.example/log\">north.example/log</a> <a href=\"https://north.example/tags/seabirds\">#seabirds</a>",
            replyCount: 4, boostCount: 31, favouriteCount: 118, favourited: true, favouritePending: true, gapBelow: true,
            gapWords: "Posts from about 3 hours are missing here."}),
        post({identity: "p2", timeMs: now - 52 * 60000, authorName: "Ø 🦊 The Very Long-Winded Department of Unreasonably Extended Display Names", authorHandle: "@department.of.extended.names@a-rather-long-subdomain.social.example", authorBot: true,
            boosterName: "Aïcha <i></i>Benali", boosterHandle: "@aicha@harbour.example", body: "Automatic notice: the library opens at ten. 📚", visibility: "unlisted", edited: true,
            boostCount: 1200, favouriteCount: 3456, boosted: true, boostPending: true}),
        post({identity: "p3", timeMs: now - 2 * 3600000, authorName: "Aïcha Benali", authorHandle: "@aicha@harbour.example", language: "fr",
            contentWarning: "Nourriture, et une opinion tranchée sur le beurre", body: "Le kouign-amann tiède n’est <i>pas</i> négociable. Ceux qui le mangent froid vivent dans l’erreur, mais je les aime quand même.",
            attachments: [picture("k1", "Un kouign-amann doré sur une assiette bleue.", "image", 1200, 900)], replyCount: 12, favouriteCount: 40}),
        post({identity: "p4", timeMs: now - 3 * 3600000, authorName: "Aïcha Benali", authorHandle: "@aicha@harbour.example", language: "fr",
            body: "La lumière de ce matin sur la rade.", attachments: [picture("l1", "La rade de Brest au lever du jour, un voilier au mouillage.", "image", 1600, 1000), picture("l2", "", "image", 900, 1200), picture("l3", "Une mouette qui juge.", "image", 1200, 900)],
            replyCount: 2, boostCount: 9, favouriteCount: 77, bookmarked: true}),
        post({identity: "p5", timeMs: now - 5 * 3600000, authorName: "ليلى حداد", authorHandle: "@layla@library.example", language: "ar",
            body: "صباح الخير من المكتبة. اليوم نرمّم مخطوطة عن الطيور البحرية، وفيها رسم جميل لطائر النوء.", favouriteCount: 23, visibility: "followers", visibilityWords: "Followers only", canBoost: false}),
        post({identity: "p6", timeMs: now - 8 * 3600000, authorName: "Tomás", authorAvatar: "none", authorHandle: "@tomas@north.example", isReply: true, replyToHandle: "@jonas@north.example",
            body: "https://a.very.long.address.example/which/never/breaks/because/nobody/put/a/space/in/it/and/it/goes/on/and/on.html",
            attachments: [picture("v1", "A film of waves.", "video", 1280, 720)]}),
        post({identity: "p7", timeMs: now - 26 * 3600000, authorName: "Maëlle Kervadec", authorHandle: "@maelle@harbour.example", own: true,
            body: "Five sketches from the ferry. I will get the horizon straight one day.", sensitive: false,
            attachments: [picture("s1", "Sketch one", "image", 4, 3), picture("s2", "Sketch two", "image", 4, 3), picture("s3", "Sketch three", "image", 4, 3), picture("s4", "Sketch four", "image", 4, 3), picture("s5", "Sketch five", "image", 4, 3)]}),
        post({identity: "p8", timeMs: now - 30 * 3600000, authorName: "Night Clinic 🌙", authorHandle: "@clinic@harbour.example", body: "A picture that the author marked as sensitive.", sensitive: true,
            attachments: [picture("n1", "A bandaged paw", "image", 1600, 900)], removalPending: true, bookmarkPending: true}),
        post({identity: "p9", timeMs: now - 49 * 3600000, authorName: "Radio Anse", authorHandle: "@radio@anse.example", body: "Tonight’s shipping forecast, read slowly.", attachments: [picture("r1", "", "audio", 0, 0)]})
    ].concat(Array.from({length: 30}, (_, i) => post({identity: "m" + i, timeMs: now - (50 + i) * 3600000, authorName: "Jonas Lindqvist", authorHandle: "@jonas@north.example",
        body: "Entry " + (30 - i) + " of the log: wind north-west, a long swell, " + (3 * i + 2) + " birds."})))

    readonly property var thread: [
        post({identity: "t1", timeMs: now - 3 * 3600000, authorName: "Jonas Lindqvist", authorHandle: "@jonas@north.example", body: "When is the next ferry?", depth: 0, replyCount: 2}),
        post({identity: "t2", timeMs: now - 2 * 3600000, authorName: "Maëlle Kervadec", authorHandle: "@maelle@harbour.example", own: true, edited: true, body: "At ten past two, if the fog lifts. It usually does, just not when one is <a href=\"x\">watching</a>.", depth: 0, opened: true, replyCount: 3, boostCount: 2, favouriteCount: 9, isReply: true, replyToHandle: "@jonas@north.example"}),
        post({identity: "t3", timeMs: now - 110 * 60000, authorName: "Jonas Lindqvist", authorHandle: "@jonas@north.example", body: "Then I have time for coffee.", depth: 1, isReply: true}),
        post({identity: "t4", timeMs: now - 100 * 60000, authorName: "Aïcha Benali", authorHandle: "@aicha@harbour.example", body: "There is always time for coffee ☕", depth: 2, isReply: true, favouriteCount: 3}),
        post({identity: "t5", timeMs: now - 90 * 60000, authorName: "ليلى حداد", authorHandle: "@layla@library.example", body: "وللشاي أيضا", depth: 3, isReply: true}),
        post({identity: "t6", timeMs: now - 20000, authorName: "Maëlle Kervadec", authorHandle: "@maelle@harbour.example", own: true, body: "And for cake.", depth: 1, ghost: true, ghostAction: "act9", ghostState: "queued", ghostWords: "Queued. It is sent in a moment.", ghostCanEdit: true, ghostCanCancel: true})
    ]

    //! As much in a row as there can be.
    readonly property var crowded: [
        post({identity: "c1", authorName: "Aïcha Benali", authorHandle: "@aicha@harbour.example", body: "Everybody has seen this.", replyCount: 1234, boostCount: 12345, favouriteCount: 345678, favourited: true, boostPending: true}),
        post({identity: "c2", authorName: "Jonas Lindqvist", authorHandle: "@jonas@north.example", body: "Some have.", replyCount: 12, boostCount: 118, favouriteCount: 999, bookmarked: true}),
        waiting({identity: "c3", depth: 0})
    ]

    readonly property var deep: [0, 1, 4, 8].map(depth => post({identity: "d" + depth, authorName: "Jonas Lindqvist", authorHandle: "@jonas@north.example", body: "Answer of answer " + depth, depth: depth,
        opened: depth === 0, isReply: depth > 0, replyCount: 1, boostCount: 23, favouriteCount: 456})).concat([waiting({identity: "d9", depth: 9})])

    function waiting(more: var): var {
        return post(Object.assign({timeMs: now - 20000, authorName: "Maëlle Kervadec", authorHandle: "@maelle@harbour.example", own: true, body: "And I.", ghost: true, ghostAction: "act9",
            ghostState: "waiting", ghostWords: "Waits: harbour.example is down.", ghostCanRetry: true, ghostCanEdit: true, ghostCanCancel: true}, more));
    }
}
