// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/mailbox.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

using namespace Petrel;

class MailboxTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingRunsInsidePost()
    {
        Mailbox mailbox;
        bool ran = false;
        mailbox.post([&] { ran = true; });
        QVERIFY(!ran);
        QCoreApplication::processEvents();
        QVERIFY(ran);
    }

    void callsFromOneThreadKeepTheirOrder()
    {
        Mailbox mailbox;
        QList<int> got;
        for (int i = 0; i < 100; ++i)
            mailbox.post([&got, i] { got.append(i); });
        QCoreApplication::processEvents();
        QCOMPARE(got.size(), 100);
        QVERIFY(std::is_sorted(got.begin(), got.end()));
    }

    void manyThreadsLoseNothingAndKeepTheirOwnOrder()
    {
        constexpr int threads = 8;
        constexpr int calls = 2'000;
        Mailbox mailbox;
        std::vector<int> next(threads, 0);
        int count = 0;
        bool inOrder = true;
        bool onOurThread = true;
        const auto here = std::this_thread::get_id();
        std::vector<std::thread> crowd;
        for (int t = 0; t < threads; ++t) {
            crowd.emplace_back([&, t] {
                for (int i = 0; i < calls; ++i) {
                    mailbox.post([&, t, i] {
                        inOrder = inOrder && next[size_t(t)] == i;
                        onOurThread = onOurThread && std::this_thread::get_id() == here;
                        next[size_t(t)] = i + 1;
                        ++count;
                    });
                }
            });
        }
        QTRY_COMPARE_WITH_TIMEOUT(count, threads * calls, 60'000);
        for (auto &thread : crowd)
            thread.join();
        QVERIFY(inOrder);
        QVERIFY(onOurThread);
    }

    void aCallPostedByACallRunsLater()
    {
        Mailbox mailbox;
        QList<int> got;
        mailbox.post([&] {
            mailbox.post([&] { got.append(3); });
            got.append(1);
        });
        mailbox.post([&] { got.append(2); });
        QCoreApplication::processEvents();
        QTRY_COMPARE(got, (QList<int>{1, 2, 3}));
    }

    void whatWaitsInADestroyedMailboxIsDroppedUncalled()
    {
        const auto held = std::make_shared<int>(1);
        bool ran = false;
        {
            Mailbox mailbox;
            mailbox.post([&ran, held] { ran = true; });
        }
        QCoreApplication::processEvents();
        QVERIFY(!ran);
        QCOMPARE(held.use_count(), 1L);
    }

    void aCallMayDestroyItsMailbox()
    {
        auto mailbox = std::make_unique<Mailbox>();
        QList<int> got;
        mailbox->post([&] {
            got.append(1);
            mailbox.reset();
        });
        mailbox->post([&] { got.append(2); });
        QCoreApplication::processEvents();
        QCOMPARE(got, QList<int>{1});
    }

    void callsRunOnTheThreadOfTheMailbox()
    {
        std::atomic<Mailbox *> made = nullptr;
        std::atomic<QThread *> ranOn = nullptr;
        const std::unique_ptr<QThread> thread(QThread::create([&made] {
            QEventLoop loop;
            Mailbox mailbox(&loop);
            made = &mailbox;
            loop.exec();
        }));
        thread->start();
        QTRY_VERIFY(made.load());
        made.load()->post([&ranOn, mailbox = made.load()] {
            ranOn = QThread::currentThread();
            static_cast<QEventLoop *>(mailbox->parent())->quit();
        });
        QVERIFY(thread->wait());
        QCOMPARE(ranOn.load(), thread.get());
    }
};

QTEST_GUILESS_MAIN(MailboxTest)
#include "mailboxtest.moc"
