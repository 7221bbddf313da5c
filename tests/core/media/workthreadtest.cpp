// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/workthread.h"

#include "heldtransport.h"

#include <QtTest>

#include <atomic>
#include <thread>

using namespace Petrel;

class WorkThreadTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void workIsDoneElsewhereInOrderAndEndsHere()
    {
        WorkThread thread(QStringLiteral("test"), true);
        QVector<int> done;
        std::vector<std::unique_ptr<Wish<int>>> wishes;
        const auto here = std::this_thread::get_id();
        for (int i = 0; i < 100; ++i) {
            wishes.push_back(std::make_unique<Wish<int>>());
            wishes.back()->of(thread.run([&done, here, i]() -> Result<int> {
                done.append(i);
                return std::this_thread::get_id() == here ? -1 : i;
            }));
        }
        QTRY_VERIFY(wishes.back()->ended());
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(done.at(i), i);
            QCOMPARE(wishes.at(size_t(i))->value(), i);
        }
    }

    void withoutAThreadItIsDoneAtOnce()
    {
        WorkThread thread(QStringLiteral("test"), false);
        Wish<int> wish;
        wish.of(thread.run([]() -> Result<int> { return 7; }));
        QVERIFY(wish.ok());
        QCOMPARE(wish.value(), 7);
    }

    void theEndDropsWhatWaitsAndCancelsIt()
    {
        Wish<int> first;
        Wish<int> second;
        std::atomic<bool> begun = false;
        std::atomic<bool> go = false;
        std::atomic<int> ran = 0;
        auto thread = std::make_unique<WorkThread>(QStringLiteral("test"), true);
        first.of(thread->run([&]() -> Result<int> {
            begun = true;
            while (!go)
                std::this_thread::yield();
            return ++ran;
        }));
        second.of(thread->run([&]() -> Result<int> { return ++ran; }));
        while (!begun)
            std::this_thread::yield();
        std::thread opener([&] { go = true; });
        thread.reset();
        opener.join();
        QCOMPARE(first.kind(), ErrorKind::Cancelled);
        QCOMPARE(second.kind(), ErrorKind::Cancelled);
        QVERIFY(ran >= 1);
    }

    void theLastWorkIsDoneElsewhereAndNoneFollows()
    {
        WorkThread thread(QStringLiteral("test"), true);
        std::thread::id where;
        thread.finishWith([&] { where = std::this_thread::get_id(); });
        QVERIFY(where != std::thread::id() && where != std::this_thread::get_id());
        Wish<int> wish;
        wish.of(thread.run([]() -> Result<int> { return 1; }));
        QCOMPARE(wish.kind(), ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(WorkThreadTest)
#include "workthreadtest.moc"
