// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include "store/draftstore.h"

using namespace Petrel;

class DraftStoreTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<TemporaryProfile> m_profile;
    FakeClock m_clock;
    std::unique_ptr<Store> m_store;

    Result<Unit> save(const Draft &draft)
    {
        return ended(m_store->journal([draft](JournalTx &tx) { return DraftStore(tx.db).save(draft); }));
    }
    std::optional<Draft> find(const QString &id)
    {
        auto found = DraftStore(m_store->reader()).find(id);
        return found.ok() ? found.take() : std::nullopt;
    }
    QStringList idsOf(const AccountId &account)
    {
        QStringList ids;
        auto drafts = DraftStore(m_store->reader()).of(account);
        if (!drafts.ok())
            return {drafts.error().detail};
        for (const Draft &draft : drafts.value())
            ids << draft.id;
        return ids;
    }
    static Draft draftOf(const char *id, const char *account = "me", qint64 atMs = 1)
    {
        Draft draft;
        draft.id = QString::fromLatin1(id);
        draft.account = AccountId(QString::fromLatin1(account));
        draft.content.text = QStringLiteral("text of ") + draft.id;
        draft.updatedAtMs = atMs;
        return draft;
    }
    bool open()
    {
        m_store.reset();
        m_store = opened(optionsFor(m_profile->path(), m_clock));
        return m_store != nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TemporaryProfile>();
        QVERIFY(open());
        QVERIFY(addAccount(*m_store, accountNamed(QStringLiteral("me"))));
        QVERIFY(addAccount(*m_store, accountNamed(QStringLiteral("you"))));
    }
    void cleanup() { m_store.reset(); }

    void aDraftComesBackAsItWasAlsoAfterARestart()
    {
        Draft draft = draftOf("d");
        draft.content = {QStringLiteral("line\nü 🐦 <b>'\""), QStringLiteral("cw"), Visibility::Followers,
                         QStringLiteral("de")};
        draft.warningShown = true;
        draft.subject = {PostUri(QStringLiteral("u")), RemoteRef(QStringLiteral("r")), QStringLiteral("url"),
                         QStringLiteral("ann@a"), QStringLiteral("excerpt")};
        draft.dependsOn = addAction(*m_store, publishOf(QStringLiteral("me"), QStringLiteral("uid")));
        draft.updatedAtMs = 77;
        QVERIFY(save(draft).ok());
        QVERIFY(open());
        const auto found = find(QStringLiteral("d"));
        QVERIFY(found.has_value());
        QVERIFY(*found == draft);
        QVERIFY(!find(QStringLiteral("e")).has_value());
    }

    void savingAgainReplacesWhatWasThere()
    {
        QVERIFY(save(draftOf("d")).ok());
        Draft other = draftOf("d", "you", 5);
        other.content.text = QStringLiteral("new");
        QVERIFY(save(other).ok());
        QVERIFY(*find(QStringLiteral("d")) == other);
        QCOMPARE(idsOf({}).size(), 1);
    }

    void theLastChangedComesFirst()
    {
        QVERIFY(save(draftOf("a", "me", 1)).ok());
        QVERIFY(save(draftOf("b", "you", 3)).ok());
        QVERIFY(save(draftOf("c", "me", 2)).ok());
        QCOMPARE(idsOf({}).join(QLatin1Char(' ')), QStringLiteral("b c a"));
        QCOMPARE(idsOf(AccountId(QStringLiteral("me"))).join(QLatin1Char(' ')), QStringLiteral("c a"));
    }

    void aTextBeyondAllMeasureIsRefusedAndTheOldOneKept()
    {
        QVERIFY(save(draftOf("d")).ok());
        Draft huge = draftOf("d");
        huge.content.text = QString(int(DraftStore::mostBytes), QLatin1Char('x'));
        QVERIFY(save(huge).ok());
        huge.content.contentWarning = QStringLiteral("y");
        const auto refused = save(huge);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        QVERIFY(!refused.error().message.isEmpty());
        QVERIFY(find(QStringLiteral("d"))->content.contentWarning.isEmpty());
    }

    void anActionThatIsGoneIsForgotten()
    {
        Draft draft = draftOf("d");
        draft.dependsOn = ActionId(4711);
        QVERIFY(save(draft).ok());
        QVERIFY(find(QStringLiteral("d"))->dependsOn.isNull());

        draft.dependsOn = addAction(*m_store, publishOf(QStringLiteral("me"), QStringLiteral("uid")));
        QVERIFY(save(draft).ok());
        QVERIFY(ended(m_store->journal([id = draft.dependsOn](JournalTx &tx) {
                    return tx.db.execute(QStringLiteral("DELETE FROM action WHERE id = %1").arg(id.value()));
                })).ok());
        QVERIFY(find(QStringLiteral("d"))->dependsOn.isNull());
    }

    void removingSaysWhetherThereWasOne()
    {
        QVERIFY(save(draftOf("d")).ok());
        const auto remove = [this] {
            return ended(m_store->journal(
                             [](JournalTx &tx) { return DraftStore(tx.db).remove(QStringLiteral("d")); }))
                .take();
        };
        QVERIFY(remove());
        QVERIFY(!remove());
    }

    void draftsGoWithTheirAccount()
    {
        QVERIFY(save(draftOf("a", "me")).ok());
        QVERIFY(save(draftOf("b", "you")).ok());
        QVERIFY(ended(m_store->journal([](JournalTx &tx) {
                    return AccountStore(tx.db).remove(AccountId(QStringLiteral("me")));
                })).ok());
        QCOMPARE(idsOf({}), QStringList{QStringLiteral("b")});
    }
};

QTEST_GUILESS_MAIN(DraftStoreTest)
#include "draftstoretest.moc"
