// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/task.h"

#include <QTest>

#include <memory>

using namespace Petrel;

namespace {

Error anError()
{
    return {ErrorKind::Conflict, QStringLiteral("words"), QStringLiteral("detail"), 1500};
}

} // namespace

class TaskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aValueReachesItsConsumer()
    {
        Promise<int> promise;
        int got = 0;
        promise.task().finally(this, [&](Result<int> result) { got = result.value(); });
        QCOMPARE(got, 0);
        promise.finish(7);
        QCOMPARE(got, 7);
    }

    void aTaskThatHasEndedAnswersAtOnce()
    {
        int got = 0;
        Task<int>(Result<int>(5)).finally(this, [&](Result<int> result) { got = result.value(); });
        QCOMPARE(got, 5);
        QVERIFY(Task<int>(anError()).isFinished());
    }

    void linksHandOnValuesResultsTasksAndNothing()
    {
        Promise<int> promise;
        Promise<QString> inner;
        QString got;
        auto task =
            promise.task().then(this, [](int n) { return n + 1; }).then(this, [](int n) -> Result<int> {
                return n * 2;
            });
        auto last = task.then(this, [&](int n) {
            got = QString::number(n);
            return inner.task();
        });
        bool done = false;
        last.then(this, [&](QString text) { got += text; }).finally(this, [&](Result<Unit> r) {
            done = r.ok();
        });
        promise.finish(3);
        QCOMPARE(got, QStringLiteral("8"));
        QVERIFY(!done);
        inner.finish(QStringLiteral("!"));
        QCOMPARE(got, QStringLiteral("8!"));
        QVERIFY(done);
    }

    void anErrorPassesByEveryLinkUnchanged()
    {
        Promise<int> promise;
        bool called = false;
        std::optional<Error> got;
        promise.task()
            .then(this,
                  [&](int n) {
                      called = true;
                      return n;
                  })
            .finally(this, [&](Result<int> result) { got = result.error(); });
        promise.finish(anError());
        QVERIFY(!called);
        QVERIFY(got);
        QCOMPARE(got->kind, ErrorKind::Conflict);
        QCOMPARE(got->message, QStringLiteral("words"));
        QCOMPARE(got->detail, QStringLiteral("detail"));
        QCOMPARE(got->retryAfterMs, std::optional<qint64>(1500));
    }

    void anErrorOfALinkEndsTheChain()
    {
        std::optional<ErrorKind> got;
        Task<int>(Result<int>(1))
            .then(this, [](int) -> Result<int> { return anError(); })
            .finally(this, [&](Result<int> result) { got = result.error().kind; });
        QCOMPARE(got, std::optional(ErrorKind::Conflict));
    }

    void anErrorOfAnInnerTaskEndsTheChain()
    {
        std::optional<ErrorKind> got;
        Task<int>(Result<int>(1))
            .then(this, [](int) { return Task<QString>(anError()); })
            .finally(this, [&](Result<QString> result) { got = result.error().kind; });
        QCOMPARE(got, std::optional(ErrorKind::Conflict));
    }

    void aDeadContextCallsNothingAndCancelsWhatFollows()
    {
        Promise<int> promise;
        auto owner = std::make_unique<QObject>();
        bool called = false;
        std::optional<ErrorKind> got;
        promise.task()
            .then(owner.get(),
                  [&](int n) {
                      called = true;
                      return n;
                  })
            .finally(this, [&](Result<int> result) { got = result.error().kind; });
        owner.reset();
        promise.finish(1);
        QVERIFY(!called);
        QCOMPARE(got, std::optional(ErrorKind::Cancelled));
    }

    void aDeadContextAtTheEndIsSilent()
    {
        Promise<int> promise;
        auto owner = std::make_unique<QObject>();
        bool called = false;
        promise.task().finally(owner.get(), [&](Result<int>) { called = true; });
        owner.reset();
        promise.finish(1);
        QVERIFY(!called);
    }

    void aDroppedPromiseIsCancelled()
    {
        std::optional<ErrorKind> got;
        {
            const Promise<int> promise;
            const Promise<int> copy = promise;
            copy.task().finally(this, [&](Result<int> result) { got = result.error().kind; });
        }
        QCOMPARE(got, std::optional(ErrorKind::Cancelled));
    }

    void aCopyKeepsThePromiseAlive()
    {
        std::optional<Promise<int>> kept;
        int got = 0;
        {
            const Promise<int> promise;
            promise.task().finally(this,
                                   [&](Result<int> result) { got = result.ok() ? result.value() : -1; });
            kept = promise;
        }
        QCOMPARE(got, 0);
        kept->finish(4);
        QCOMPARE(got, 4);
    }

    void aPromiseDroppedByADroppedLinkIsCancelled()
    {
        // The link holds the promise of what follows; with the task it goes, and what follows hears of it.
        std::optional<ErrorKind> got;
        {
            const Promise<int> promise;
            promise.task().then(this, [](int n) { return n; }).finally(this, [&](Result<int> result) {
                got = result.error().kind;
            });
        }
        QCOMPARE(got, std::optional(ErrorKind::Cancelled));
    }

    void theFirstFinishCounts()
    {
        Promise<int> promise;
        QList<int> got;
        promise.task().finally(this, [&](Result<int> result) { got.append(result.value()); });
        promise.finish(1);
        promise.finish(2);
        QCOMPARE(got, QList<int>{1});
        QVERIFY(promise.isFinished());
    }

    void aFinishInsideAContinuationIsHeardInOrder()
    {
        Promise<int> first;
        Promise<int> second;
        QList<int> got;
        second.task().finally(this, [&](Result<int> result) { got.append(result.value()); });
        first.task().finally(this, [&](Result<int> result) {
            second.finish(2);
            got.append(result.value());
        });
        first.finish(1);
        QCOMPARE(got, (QList<int>{2, 1}));
    }

    void anOwnerMayDestroyItselfInItsContinuation()
    {
        Promise<int> promise;
        auto *owner = new QObject;
        bool ran = false;
        std::optional<int> followed;
        promise.task()
            .then(owner,
                  [&ran, owner](int n) {
                      delete owner;
                      ran = true;
                      return n;
                  })
            .finally(this, [&](Result<int> result) { followed = result.value(); });
        promise.finish(9);
        QVERIFY(ran);
        QCOMPARE(followed, std::optional(9));
    }

    void anOwnerMayDestroyItsOwnPromiseInItsContinuation()
    {
        struct Owner : QObject {
            Promise<int> promise;
        };
        auto *owner = new Owner;
        bool after = false;
        owner->promise.task().finally(owner, [&](Result<int>) {
            delete owner;
            after = true;
        });
        owner->promise.finish(1);
        QVERIFY(after);
    }

    void forwardingHandsOnErrorsToo()
    {
        Promise<int> from;
        Promise<int> to;
        std::optional<ErrorKind> got;
        to.task().finally(this, [&](Result<int> result) { got = result.error().kind; });
        from.task().forwardTo(to);
        from.finish(anError());
        QCOMPARE(got, std::optional(ErrorKind::Conflict));
    }

    void nothingOfTheChainKeepsTheValue()
    {
        Promise<std::shared_ptr<int>> promise;
        std::weak_ptr<int> seen;
        promise.task().finally(this, [&](Result<std::shared_ptr<int>> result) { seen = result.take(); });
        promise.finish(std::make_shared<int>(3));
        QVERIFY(seen.expired());
    }
};

QTEST_GUILESS_MAIN(TaskTest)
#include "tasktest.moc"
