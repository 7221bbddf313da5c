// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actionstore.h"

#include "storefixture.h"

using namespace Petrel;

namespace {

void compareActions(const Action &back, const Action &expected)
{
    QCOMPARE(back.id, expected.id);
    QCOMPARE(back.uid, expected.uid);
    QCOMPARE(back.account, expected.account);
    QCOMPARE(back.kind, expected.kind);
    QCOMPARE(back.subject.uri, expected.subject.uri);
    QCOMPARE(back.subject.ref, expected.subject.ref);
    QCOMPARE(back.subject.url, expected.subject.url);
    QCOMPARE(back.subject.author, expected.subject.author);
    QCOMPARE(back.subject.excerpt, expected.subject.excerpt);
    QCOMPARE(back.content.text, expected.content.text);
    QCOMPARE(back.content.contentWarning, expected.content.contentWarning);
    QCOMPARE(back.content.visibility, expected.content.visibility);
    QCOMPARE(back.content.language, expected.content.language);
    QCOMPARE(back.wanted, expected.wanted);
    QCOMPARE(back.state, expected.state);
    QCOMPARE(back.reason, expected.reason);
    QCOMPARE(back.words, expected.words);
    QCOMPARE(back.notBeforeMs, expected.notBeforeMs);
    QCOMPARE(back.createdAtMs, expected.createdAtMs);
    QCOMPARE(back.dependsOn, expected.dependsOn);
    QCOMPARE(back.approved, expected.approved);
    QCOMPARE(back.cancelAfterCheck, expected.cancelAfterCheck);
    QCOMPARE(back.sends, expected.sends);
    QCOMPARE(back.failures, expected.failures);
    QCOMPARE(back.foundSending, expected.foundSending);
    QCOMPARE(back.settledAtMs, expected.settledAtMs);
    QCOMPARE(back.resultUri, expected.resultUri);
    QCOMPARE(back.resultRef, expected.resultRef);
    QCOMPARE(back.resultUrl, expected.resultUrl);
    QCOMPARE(back.secondUri, expected.secondUri);
    QCOMPARE(back.secondRef, expected.secondRef);
    QCOMPARE(back.difference, expected.difference);
}

//! Every changeable field another value, told apart by `mark`.
void fill(Action &action, int mark, bool flags)
{
    const auto text = [mark](const char *name) { return QLatin1String(name) + QString::number(mark); };
    action.subject = {PostUri(text("uri")), RemoteRef(text("ref")), text("url"), text("author"),
                      text("excerpt")};
    action.content = {text("body\n\U0001F426"), text("cw"), Visibility::Direct, text("lang")};
    action.wanted = flags;
    action.state = ActionState::Waiting;
    action.reason = ActionReason::RateLimited;
    action.words = text("words");
    action.notBeforeMs = 100 + mark;
    action.approved = !flags;
    action.cancelAfterCheck = flags;
    action.sends = 200 + mark;
    action.failures = 300 + mark;
    action.foundSending = 400 + mark;
    action.settledAtMs = 500 + mark;
    action.resultUri = PostUri(text("resulturi"));
    action.resultRef = RemoteRef(text("resultref"));
    action.resultUrl = text("resulturl");
    action.secondUri = PostUri(text("seconduri"));
    action.secondRef = RemoteRef(text("secondref"));
    action.difference = text("difference");
}

} // namespace

class ActionStoreTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<TemporaryProfile> m_profile;
    FakeClock m_clock;
    std::unique_ptr<Store> m_store;
    const QString m_a = QStringLiteral("a");
    const QString m_b = QStringLiteral("b");

    ActionStore actions() { return ActionStore(m_store->reader()); }

    bool change(const Action &action)
    {
        return ended(m_store->journal([action](JournalTx &tx) { return ActionStore(tx.db).update(action); }))
            .ok();
    }

    bool changeState(const ActionId &id, ActionState state)
    {
        Action action = actionOf(*m_store, id);
        action.state = state;
        return change(action);
    }

    bool claim(const ActionId &id)
    {
        auto claimed =
            ended(m_store->journal([id](JournalTx &tx) { return ActionStore(tx.db).claimForSending(id); }));
        return claimed.ok() && claimed.value();
    }

    //! "field=value" of each intent of an action.
    QStringList intentsOf(const ActionId &id)
    {
        Statement read =
            m_store->reader().statement(QStringLiteral("SELECT account || ' ' || subject || ' ' || field || "
                                                       "'=' || value FROM main.intent WHERE action = ?"));
        read.bind(id);
        QStringList intents;
        for (auto row = read.step(); row.ok() && row.value(); row = read.step())
            intents << read.text(0);
        return intents;
    }

    static QVector<ActionId> idsOf(const Result<QVector<Action>> &found)
    {
        QVector<ActionId> ids;
        if (!found.ok())
            return {ActionId(-1)};
        for (const Action &action : found.value())
            ids << action.id;
        return ids;
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TemporaryProfile>();
        m_store = opened(optionsFor(m_profile->path(), m_clock));
        QVERIFY(m_store);
        QVERIFY(addAccount(*m_store, accountNamed(m_a)));
        QVERIFY(addAccount(*m_store, accountNamed(m_b)));
    }

    void cleanup() { m_store.reset(); }

    void everyFieldComesBackAfterInsertAndUpdate()
    {
        const ActionId parent = addAction(*m_store, publishOf(m_a, QStringLiteral("parent")));
        Action action = publishOf(m_a, QStringLiteral("uid"));
        fill(action, 1, true);
        action.dependsOn = parent;
        action.id = addAction(*m_store, action);
        QVERIFY(!action.id.isNull());
        compareActions(actionOf(*m_store, action.id), action);

        fill(action, 2, false);
        action.dependsOn = {};
        QVERIFY(change(action));
        compareActions(actionOf(*m_store, action.id), action);

        auto byUid = actions().findByUid(QStringLiteral("uid"));
        QVERIFY(byUid.ok() && byUid.value());
        compareActions(*byUid.value(), action);
        QVERIFY(!actions().findByUid(QStringLiteral("nothing")).value().has_value());
        QCOMPARE(actions().find(ActionId(4711)).error().kind, ErrorKind::NotFound);
        action.id = ActionId(4711);
        QVERIFY(!change(action));
    }

    void everyKindStateAndReasonComesBack()
    {
        int number = 0;
        for (const auto kind : {ActionKind::Publish, ActionKind::Remove, ActionKind::Favourite,
                                ActionKind::Boost, ActionKind::Bookmark}) {
            for (int state = int(ActionState::Queued); state <= int(ActionState::Cancelled); ++state) {
                Action action = wishOf(m_a, QString::number(++number), kind, QStringLiteral("p"));
                action.state = ActionState(state);
                const Action back = actionOf(*m_store, addAction(*m_store, action));
                QCOMPARE(back.kind, kind);
                QCOMPARE(back.state, action.state);
            }
        }
        for (int reason = int(ActionReason::None); reason <= int(ActionReason::Checking); ++reason) {
            Action action = publishOf(m_a, QString::number(++number));
            action.reason = ActionReason(reason);
            QCOMPARE(actionOf(*m_store, addAction(*m_store, action)).reason, action.reason);
        }
    }

    void aWishLaysItsIntentWhileItIsOpen_data()
    {
        QTest::addColumn<ActionKind>("kind");
        QTest::addColumn<bool>("wanted");
        QTest::addColumn<QStringList>("intents");
        const auto row = [](const char *name, ActionKind kind, bool wanted, const char *intent) {
            QTest::newRow(name) << kind << wanted
                                << (*intent ? QStringList{QStringLiteral("a p ") + QLatin1String(intent)}
                                            : QStringList());
        };
        row("publish", ActionKind::Publish, true, "");
        row("remove", ActionKind::Remove, true, "removed=1");
        row("favourite", ActionKind::Favourite, true, "favourited=1");
        row("unfavourite", ActionKind::Favourite, false, "favourited=0");
        row("boost", ActionKind::Boost, true, "boosted=1");
        row("unboost", ActionKind::Boost, false, "boosted=0");
        row("bookmark", ActionKind::Bookmark, true, "bookmarked=1");
        row("unbookmark", ActionKind::Bookmark, false, "bookmarked=0");
    }

    void aWishLaysItsIntentWhileItIsOpen()
    {
        QFETCH(ActionKind, kind);
        QFETCH(bool, wanted);
        QFETCH(QStringList, intents);
        Action action = wishOf(m_a, QStringLiteral("uid"), kind, QStringLiteral("p"));
        action.wanted = wanted;
        const ActionId id = addAction(*m_store, action);
        QCOMPARE(intentsOf(id), intents);
        for (const auto state : {ActionState::Sending, ActionState::Uncertain, ActionState::NeedsYou}) {
            QVERIFY(changeState(id, state));
            QCOMPARE(intentsOf(id), intents);
        }
        QVERIFY(changeState(id, ActionState::Done));
        QVERIFY(intentsOf(id).isEmpty());
        QVERIFY(changeState(id, ActionState::Cancelled));
        QVERIFY(intentsOf(id).isEmpty());
    }

    void anIntentFollowsItsWish()
    {
        const ActionId id =
            addAction(*m_store, wishOf(m_a, QStringLiteral("u"), ActionKind::Boost, QStringLiteral("p")));
        Action action = actionOf(*m_store, id);
        action.wanted = false;
        action.subject.uri = PostUri(QStringLiteral("q"));
        QVERIFY(change(action));
        QCOMPARE(intentsOf(id), QStringList{QStringLiteral("a q boosted=0")});
    }

    void onlyOneClaimForSendingSucceeds_data()
    {
        QTest::addColumn<ActionState>("state");
        QTest::addColumn<bool>("may");
        QTest::newRow("queued") << ActionState::Queued << true;
        QTest::newRow("waiting") << ActionState::Waiting << true;
        QTest::newRow("uncertain") << ActionState::Uncertain << true;
        QTest::newRow("sending") << ActionState::Sending << false;
        QTest::newRow("needs you") << ActionState::NeedsYou << false;
        QTest::newRow("done") << ActionState::Done << false;
        QTest::newRow("cancelled") << ActionState::Cancelled << false;
    }

    void onlyOneClaimForSendingSucceeds()
    {
        QFETCH(ActionState, state);
        QFETCH(bool, may);
        Action action = publishOf(m_a, QStringLiteral("u"));
        action.state = state;
        const ActionId id = addAction(*m_store, action);
        QCOMPARE(claim(id), may);
        QCOMPARE(actionOf(*m_store, id).state, may ? ActionState::Sending : state);
        QVERIFY(!claim(id));
        QVERIFY(!claim(ActionId(4711)));
    }

    void listsKeepTheWrittenOrder()
    {
        const ActionId one = addAction(*m_store, publishOf(m_a, QStringLiteral("1")));
        const ActionId two = addAction(*m_store, publishOf(m_b, QStringLiteral("2")));
        Action reply = publishOf(m_a, QStringLiteral("3"));
        reply.dependsOn = one;
        reply.createdAtMs = 1;
        const ActionId three = addAction(*m_store, reply);
        reply.uid = QStringLiteral("4");
        reply.state = ActionState::Cancelled;
        const ActionId four = addAction(*m_store, reply);

        QCOMPARE(idsOf(actions().open({})), (QVector<ActionId>{one, two, three}));
        QCOMPARE(idsOf(actions().open(AccountId(m_a))), (QVector<ActionId>{one, three}));
        QCOMPARE(idsOf(actions().recent({}, 3)), (QVector<ActionId>{four, three, two}));
        QCOMPARE(idsOf(actions().recent(AccountId(m_b), 3)), (QVector<ActionId>{two}));
        QCOMPARE(idsOf(actions().dependents(one)), (QVector<ActionId>{three}));
        QVERIFY(idsOf(actions().dependents(two)).isEmpty());
    }

    void openActionsAreCountedByAccount()
    {
        QVERIFY(addAccount(*m_store, accountNamed(QStringLiteral("x"))));
        QVERIFY(addAccount(*m_store, accountNamed(QStringLiteral("y"))));
        QVERIFY(addAccount(*m_store, accountNamed(QStringLiteral("z"))));
        Action action = publishOf(QStringLiteral("x"), QStringLiteral("u1"));
        (void)addAction(*m_store, action);
        action.uid = QStringLiteral("u2");
        action.state = ActionState::NeedsYou;
        (void)addAction(*m_store, action);
        action.uid = QStringLiteral("u3");
        action.account = AccountId(QStringLiteral("y"));
        action.state = ActionState::Uncertain;
        (void)addAction(*m_store, action);
        action.uid = QStringLiteral("u4");
        action.account = AccountId(QStringLiteral("z"));
        action.state = ActionState::Done;
        (void)addAction(*m_store, action);
        auto counts = ActionStore(m_store->reader()).openCounts();
        QVERIFY(counts.ok());
        QCOMPARE(counts.value().value(AccountId(QStringLiteral("x"))).open, 2);
        QCOMPARE(counts.value().value(AccountId(QStringLiteral("x"))).needYou, 1);
        QCOMPARE(counts.value().value(AccountId(QStringLiteral("y"))).open, 1);
        QCOMPARE(counts.value().value(AccountId(QStringLiteral("y"))).needYou, 0);
        QVERIFY(!counts.value().contains(AccountId(QStringLiteral("z"))));
    }

    void openWishesOnTheSameThingAreFound()
    {
        const auto add = [this](const QString &account, const char *uid, ActionKind kind,
                                const char *subject) {
            return addAction(*m_store, wishOf(account, QLatin1String(uid), kind, QLatin1String(subject)));
        };
        const ActionId one = add(m_a, "1", ActionKind::Boost, "p");
        add(m_a, "2", ActionKind::Favourite, "p");
        add(m_a, "3", ActionKind::Boost, "q");
        add(m_b, "4", ActionKind::Boost, "p");
        const ActionId five = add(m_a, "5", ActionKind::Boost, "p");
        const ActionId six = add(m_a, "6", ActionKind::Boost, "p");
        QVERIFY(changeState(five, ActionState::Done));
        QCOMPARE(idsOf(actions().openOn(AccountId(m_a), ActionKind::Boost, PostUri(QStringLiteral("p")))),
                 (QVector<ActionId>{one, six}));
    }

    void onlyOldSettledActionsNobodyWaitsForArePurged()
    {
        const auto add = [this](const char *uid, ActionState state, qint64 settledAt,
                                ActionId dependsOn = {}) {
            Action action = publishOf(m_a, QLatin1String(uid));
            action.state = state;
            action.settledAtMs = settledAt;
            action.dependsOn = dependsOn;
            return addAction(*m_store, action);
        };
        const ActionId old = add("old", ActionState::Done, 10);
        const ActionId awaited = add("awaited", ActionState::Cancelled, 10);
        const ActionId waiting = add("waiting", ActionState::NeedsYou, 0, awaited);
        const ActionId young = add("young", ActionState::Done, 100, old);
        const ActionId queued = add("queued", ActionState::Queued, 0);

        auto purged =
            ended(m_store->journal([](JournalTx &tx) { return ActionStore(tx.db).purgeSettled(100); }));
        QVERIFY(purged.ok());
        QCOMPARE(purged.value(), 1);
        QCOMPARE(idsOf(actions().recent({}, 10)), (QVector<ActionId>{queued, young, waiting, awaited}));
        QVERIFY(actionOf(*m_store, young).dependsOn.isNull());
        QCOMPARE(actionOf(*m_store, waiting).dependsOn, awaited);
    }

    void aNameNobodyKnowsIsAnErrorAndNotAGuess()
    {
        const ActionId id = addAction(*m_store, publishOf(m_a, QStringLiteral("u")));
        QVERIFY(ended(m_store->journal([](JournalTx &tx) {
                    return tx.db.execute(QStringLiteral("UPDATE action SET state = 'dreaming'"));
                })).ok());
        QCOMPARE(actions().find(id).error().kind, ErrorKind::Storage);
    }
};

QTEST_GUILESS_MAIN(ActionStoreTest)
#include "actionstoretest.moc"
