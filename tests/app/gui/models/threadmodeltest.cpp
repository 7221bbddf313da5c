// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/threadmodel.h"

#include "core/store/cachefixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Petrel;

class ThreadModelTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<HomeFixture> m_home;
    std::unique_ptr<ThreadModel> m_thread;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QStringList m_names; //!< what the reader tells
    QString m_opened;
    int m_reads = 0;
    bool m_fails = false;

    ThreadModel::Reader reader()
    {
        return [this]() -> Result<QVector<PostRow>> {
            ++m_reads;
            if (m_fails)
                return Error{ErrorKind::Storage, QStringLiteral("no disk"), {}, {}};
            QVector<PostRow> rows;
            for (const QString &name : std::as_const(m_names)) {
                PostRow row;
                row.shown.identity = name;
                row.shown.entry.post = postNamed(name);
                row.depth = int(rows.size());
                row.opened = name == m_opened;
                rows.append(row);
            }
            return rows;
        };
    }
    [[nodiscard]] QString shown() const
    {
        QStringList names;
        for (const PostRow &row : m_thread->rows())
            names << row.shown.identity;
        return names.join(QLatin1Char(' '));
    }

    //! A commit that touched a post, whichever.
    void tellOfPosts()
    {
        QVERIFY(ended(m_home->store->cache([](CacheTx &tx) -> Result<Unit> {
                    tx.changes.posts.insert(PostUri(uriOf(QStringLiteral("x"))));
                    return Unit{};
                })).ok());
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<HomeFixture>();
        QVERIFY(m_home->open());
        m_thread = std::make_unique<ThreadModel>(*m_home->store);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_thread.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_names = QStringList{QStringLiteral("a"), QStringLiteral("b")};
        m_opened = QStringLiteral("b");
        m_reads = 0;
        m_fails = false;
    }
    void cleanup()
    {
        m_tester.reset();
        m_thread.reset();
        m_home.reset();
    }

    void theOpenedPostIsPointedAt()
    {
        const QSignalSpy changed(m_thread.get(), &ThreadModel::openedIndexChanged);
        m_thread->open(reader());
        QCOMPARE(shown(), QStringLiteral("a b"));
        QCOMPARE(m_thread->openedIndex(), 1);
        QCOMPARE(m_thread->data(m_thread->index(1), PostListModel::DepthRole).toInt(), 1);
        QCOMPARE(m_thread->data(m_thread->index(1), PostListModel::OpenedRole).toBool(), true);
        QCOMPARE(changed.size(), 1);
        m_thread->close();
        QCOMPARE(m_thread->openedIndex(), -1);
        QCOMPARE(m_thread->count(), 0);
    }

    void aNewReplyComesInWithoutDisturbingTheRest()
    {
        m_thread->open(reader());
        m_names = QStringList{QStringLiteral("a"), QStringLiteral("x"), QStringLiteral("b")};
        const QSignalSpy inserted(m_thread.get(), &QAbstractItemModel::rowsInserted);
        const QSignalSpy reset(m_thread.get(), &QAbstractItemModel::modelReset);
        tellOfPosts();
        QCOMPARE(shown(), QStringLiteral("a x b"));
        QCOMPARE(m_thread->openedIndex(), 2);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(reset.size(), 0);
    }

    void weatherAndDraftsAreNoReasonToRead()
    {
        m_thread->open(reader());
        const int before = m_reads;
        QVERIFY(ended(m_home->store->journal([](JournalTx &tx) -> Result<Unit> {
                    tx.changes.weather = true;
                    tx.changes.drafts = true;
                    return Unit{};
                })).ok());
        QCOMPARE(m_reads, before);
    }

    void aDiskThatFailsIsSaidAndTheRowsStay()
    {
        m_thread->open(reader());
        m_fails = true;
        tellOfPosts();
        QVERIFY(m_thread->errorWords().contains(QStringLiteral("no disk")));
        QCOMPARE(shown(), QStringLiteral("a b"));
        m_fails = false;
        tellOfPosts();
        QVERIFY(m_thread->errorWords().isEmpty());
    }
};

QTEST_GUILESS_MAIN(ThreadModelTest)
#include "threadmodeltest.moc"
