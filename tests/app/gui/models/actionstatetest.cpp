// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/actionstate.h"

#include <QtTest>

using namespace Petrel;

class ActionStateTest : public QObject {
    Q_OBJECT
private:
    static Action in(ActionState state, ActionReason reason = ActionReason::None, int sends = 0)
    {
        Action action;
        action.state = state;
        action.reason = reason;
        action.sends = sends;
        return action;
    }

private Q_SLOTS:
    void everyStateHasAWord()
    {
        QCOMPARE(stateWord(in(ActionState::Queued)), QStringLiteral("queued"));
        QCOMPARE(stateWord(in(ActionState::Sending)), QStringLiteral("sending"));
        QCOMPARE(stateWord(in(ActionState::Waiting)), QStringLiteral("waiting"));
        QCOMPARE(stateWord(in(ActionState::Uncertain)), QStringLiteral("checking"));
        QCOMPARE(stateWord(in(ActionState::NeedsYou)), QStringLiteral("needsYou"));
        QCOMPARE(stateWord(in(ActionState::Done)), QStringLiteral("done"));
        QCOMPARE(stateWord(in(ActionState::Cancelled)), QStringLiteral("done"));
    }

    void tryingAgainIsOfferedWhereItCanHelp()
    {
        QVERIFY(canRetry(in(ActionState::Waiting)));
        QVERIFY(canRetry(in(ActionState::NeedsYou, ActionReason::TooOld)));
        QVERIFY(!canRetry(in(ActionState::NeedsYou, ActionReason::ParentGone)));
        QVERIFY(!canRetry(in(ActionState::Sending)));
        QVERIFY(!canRetry(in(ActionState::Uncertain)));
        QVERIFY(!canRetry(in(ActionState::Done)));
    }

    void onlyWhatIsCertainlyNotOnTheServerCanBeEdited()
    {
        QVERIFY(canEdit(in(ActionState::Queued)));
        QVERIFY(canEdit(in(ActionState::Waiting)));
        QVERIFY(canEdit(in(ActionState::NeedsYou, ActionReason::Refused, 1)));
        QVERIFY(canEdit(in(ActionState::NeedsYou, ActionReason::TooOld)));
        QVERIFY(!canEdit(in(ActionState::Waiting, ActionReason::ServerDown, 1)));
        QVERIFY(!canEdit(in(ActionState::Sending)));
        QVERIFY(!canEdit(in(ActionState::Uncertain)));
        QVERIFY(!canEdit(in(ActionState::NeedsYou, ActionReason::CannotTell)));
        QVERIFY(!canEdit(in(ActionState::NeedsYou, ActionReason::SecondCopy)));
        QVERIFY(!canEdit(in(ActionState::NeedsYou, ActionReason::Restored)));
        Action boost = in(ActionState::Queued);
        boost.kind = ActionKind::Boost;
        QVERIFY(!canEdit(boost));
    }

    void cancellingIsOfferedOnce()
    {
        Action action = in(ActionState::Uncertain);
        QVERIFY(canCancel(action));
        action.cancelAfterCheck = true;
        QVERIFY(!canCancel(action));
        QVERIFY(!canEdit(action));
        QVERIFY(!canCancel(in(ActionState::Done)));
    }
};

QTEST_GUILESS_MAIN(ActionStateTest)
#include "actionstatetest.moc"
