// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuefixture.h"

#include <QTest>

using namespace Petrel;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

//! What a person gives up while its request is under way stays given up, however that request ends.
class GiveUpTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPostCancelledWhileItsServerHangsIsNotSent()
    {
        QueueFixture f;
        const Action action = f.enqueuePost(s("hello"));
        f.service->addFault(MemoryFault::Hang, s("own"));
        f.startProcessor();
        f.pass(1'000);
        QVERIFY(f.run(f.outbox->cancel(action.id)).ok());
        f.pass(3'600'000);
        QCOMPARE(f.now(action).state, ActionState::Cancelled);
        QCOMPARE(f.texts(), QStringList());
        QCOMPARE(f.processor->state(), QueueState::Idle);
    }

    void aPostTakenBackWhileItsServerHangsGoesOutOnceAsItIsThen()
    {
        QueueFixture f;
        const Action action = f.enqueuePost(s("helo"));
        f.service->addFault(MemoryFault::Hang, s("own"));
        f.startProcessor();
        f.pass(1'000);
        QCOMPARE(f.run(f.outbox->takeBack(action.id, s("draft"))).take().content.text, s("helo"));
        f.enqueuePost(s("hello"));
        f.pass(3'600'000);
        QCOMPARE(f.texts(), QStringList{s("hello")});
    }

    void aDeletionCancelledWhileItIsSentIsNotSentAgain_data()
    {
        QTest::addColumn<MemoryFault>("fault");
        QTest::newRow("never arrived") << MemoryFault::NotSent;
        QTest::newRow("nobody knows") << MemoryFault::Hang;
        QTest::newRow("refused") << MemoryFault::Rejected;
    }
    void aDeletionCancelledWhileItIsSentIsNotSentAgain()
    {
        QFETCH(MemoryFault, fault);
        QueueFixture f;
        const QString uri =
            f.network.publish(f.account.handle, PostContent{s("mine"), {}, Visibility::Public, {}});
        const Action action = f.enqueueSet(ActionKind::Remove, uri);
        f.service->addFault(fault, s("remove"));
        f.startProcessor();
        for (int i = 0; i < 40 && f.service->calls(s("remove")) == 0; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(f.service->calls(s("remove")), 1);
        QVERIFY(f.run(f.outbox->cancel(action.id)).ok());
        f.pass(3'600'000);
        QCOMPARE(f.now(action).state, ActionState::Cancelled);
        QCOMPARE(f.texts(), QStringList{s("mine")});
        QCOMPARE(f.service->calls(s("remove")), 1);
    }

    void whereNobodyCanTellItIsGivenUpAtTheSecondWord()
    {
        QueueFixture f;
        const Action action = f.enqueuePost(s("hello"));
        f.service->addFault(MemoryFault::UncertainBefore, s("publish"));
        f.startProcessor();
        f.pump();
        f.service->addFault(MemoryFault::Rejected, s("own"), 500);
        f.pass(3'600'000);
        QCOMPARE(f.now(action).reason, ActionReason::CannotTell);
        // Perhaps it is there: once more it is looked for.
        QVERIFY(f.run(f.outbox->cancel(action.id)).ok());
        f.pass(3'600'000);
        QVERIFY(f.now(action).isOpen());
        QCOMPARE(f.now(action).reason, ActionReason::CannotTell);
        QVERIFY(f.run(f.outbox->cancel(action.id)).ok());
        f.pass(3'600'000);
        QCOMPARE(f.now(action).state, ActionState::Cancelled);
        QCOMPARE(f.texts(), QStringList());
    }

    void theLastWishWinsOverOneThatIsStillBeingPrepared()
    {
        QueueFixture f;
        const QString uri =
            f.network.publish(s("bob.test"), PostContent{s("hi"), {}, Visibility::Public, {}});
        const Action like = f.enqueueSet(ActionKind::Favourite, uri);
        f.service->addFault(MemoryFault::Hang, s("resolve"));
        f.startProcessor();
        f.pass(1'000);
        QCOMPARE(f.service->calls(s("resolve")), 1);
        const Action unlike = f.enqueueSet(ActionKind::Favourite, uri, false);
        f.pass(3'600'000);
        QCOMPARE(f.now(like).state, ActionState::Cancelled);
        QCOMPARE(f.now(unlike).state, ActionState::Done);
        QCOMPARE(f.network.countOf(s("like"), uri, f.account.handle), 0);
    }
};

QTEST_GUILESS_MAIN(GiveUpTest)
#include "giveuptest.moc"
