// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/outboxmodel.h"

#include "core/store/storefixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Petrel;

class OutboxModelTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<TemporaryProfile> m_profile;
    FakeClock m_clock;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<OutboxModel> m_outbox;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    qint64 m_nextTry = 0;

    QVariant at(OutboxModel::Role role, int row = 0) const
    {
        return m_outbox->data(m_outbox->index(row), role);
    }
    [[nodiscard]] QString shown() const
    {
        QStringList all;
        for (int row = 0; row < m_outbox->count(); ++row)
            all << at(OutboxModel::TitleRole, row).toString().section(QLatin1Char(' '), -1) + QLatin1Char(':')
                    + at(OutboxModel::StateRole, row).toString();
        return all.join(QLatin1Char(' '));
    }
    ActionId publish(const char *uid, const char *account = "me")
    {
        return addAction(*m_store, publishOf(QString::fromLatin1(account), QString::fromLatin1(uid)));
    }
    void become(const ActionId &id, ActionState state, ActionReason reason = ActionReason::None)
    {
        Action action = actionOf(*m_store, id);
        action.state = state;
        action.reason = reason;
        QVERIFY(ended(m_store->journal([action](JournalTx &tx) {
                    tx.changes.actions.insert(action.id);
                    return ActionStore(tx.db).update(action);
                })).ok());
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TemporaryProfile>();
        m_store = opened(optionsFor(m_profile->path(), m_clock));
        QVERIFY(m_store);
        QVERIFY(addAccount(*m_store, accountNamed(QStringLiteral("me"))));
        QVERIFY(addAccount(*m_store, accountNamed(QStringLiteral("you"))));
        m_nextTry = 0;
        m_outbox = std::make_unique<OutboxModel>(
            *m_store,
            OutboxModel::Asked{[](const Action &action) { return QStringLiteral("words for ") + action.uid; },
                               [this](const Action &) { return m_nextTry; }});
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_outbox.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_outbox.reset();
        m_store.reset();
    }

    void openActionsOfAllAccountsStandInWrittenOrder()
    {
        (void)publish("a");
        (void)publish("b", "you");
        (void)publish("c");
        QCOMPARE(shown(), QStringLiteral("a:queued b:queued c:queued"));
        QCOMPARE(at(OutboxModel::HandleRole, 1).toString(), QStringLiteral("you@example.org"));
        QCOMPARE(at(OutboxModel::KindRole).toString(), QStringLiteral("publish"));
        QCOMPARE(at(OutboxModel::StateWordsRole).toString(), QStringLiteral("words for a"));
        const QList<int> roles = m_outbox->roleNames().keys();
        for (const int role : roles)
            QVERIFY2(at(OutboxModel::Role(role)).isValid(), m_outbox->roleNames().value(role));
    }

    void whatNeedsThePersonComesFirst()
    {
        (void)publish("a");
        const ActionId b = publish("b");
        const QSignalSpy moved(m_outbox.get(), &QAbstractItemModel::rowsMoved);
        const QSignalSpy needs(m_outbox.get(), &OutboxModel::needsYouChanged);
        become(b, ActionState::NeedsYou, ActionReason::Refused);
        QCOMPARE(shown(), QStringLiteral("b:needsYou a:queued"));
        QCOMPARE(moved.size(), 1);
        QCOMPARE(m_outbox->needsYou(), 1);
        QCOMPARE(needs.size(), 1);
        QVERIFY(at(OutboxModel::CanEditRole).toBool());
        become(b, ActionState::Cancelled);
        QCOMPARE(m_outbox->needsYou(), 0);
        QCOMPARE(shown(), QStringLiteral("a:queued"));
    }

    void anActionKeepsItsPlaceUntilItIsDone()
    {
        (void)publish("a");
        const ActionId b = publish("b");
        (void)publish("c");
        const QSignalSpy changed(m_outbox.get(), &QAbstractItemModel::dataChanged);
        const QSignalSpy moved(m_outbox.get(), &QAbstractItemModel::rowsMoved);
        const QSignalSpy removed(m_outbox.get(), &QAbstractItemModel::rowsRemoved);
        become(b, ActionState::Sending);
        QCOMPARE(shown(), QStringLiteral("a:queued b:sending c:queued"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(removed.size(), 0);
        become(b, ActionState::Done);
        QCOMPARE(shown(), QStringLiteral("a:queued c:queued"));
        QCOMPARE(removed.size(), 1);
        QCOMPARE(moved.size(), 0);
    }

    void theNextTryIsTheLaterOfTheActionsAndTheServers()
    {
        Action action = publishOf(QStringLiteral("me"), QStringLiteral("a"));
        action.state = ActionState::Waiting;
        action.notBeforeMs = 500;
        const ActionId id = addAction(*m_store, action);
        QCOMPARE(at(OutboxModel::NextTryMsRole).toDouble(), 500.0);
        m_nextTry = 900;
        m_outbox->refresh();
        QCOMPARE(at(OutboxModel::NextTryMsRole).toDouble(), 900.0);
        QCOMPARE(m_outbox->action(id)->uid, QStringLiteral("a"));
        QVERIFY(!m_outbox->action(ActionId(99)).has_value());
    }

    void hostileWordsAreOneCleanLine()
    {
        Action action = publishOf(QStringLiteral("me"), QStringLiteral("a"));
        action.content.text = QStringLiteral("one\n\u202Etwo ") + QString(1000, QLatin1Char('x'));
        action.subject.author = QStringLiteral("ann@x\n");
        (void)addAction(*m_store, action);
        const QString title = at(OutboxModel::TitleRole).toString();
        QVERIFY(title.startsWith(QStringLiteral("one two ")));
        QVERIFY(title.size() <= 140);
        QCOMPARE(at(OutboxModel::KindWordsRole).toString(), QStringLiteral("Reply to @ann@x"));
    }

    void everyKindHasWords()
    {
        for (const ActionKind kind : {ActionKind::Publish, ActionKind::Remove, ActionKind::Favourite,
                                      ActionKind::Boost, ActionKind::Bookmark}) {
            for (const bool wanted : {true, false}) {
                Action action = wishOf(QStringLiteral("me"), QStringLiteral("u%1").arg(m_outbox->count()),
                                       kind, QStringLiteral("https://example.org/p"));
                action.wanted = wanted;
                action.subject.excerpt = QStringLiteral("a bird");
                (void)addAction(*m_store, action);
                QVERIFY(!at(OutboxModel::KindWordsRole, m_outbox->count() - 1).toString().isEmpty());
            }
        }
        QCOMPARE(at(OutboxModel::TitleRole, 3).toString(), QStringLiteral("a bird"));
    }
};

QTEST_GUILESS_MAIN(OutboxModelTest)
#include "outboxmodeltest.moc"
