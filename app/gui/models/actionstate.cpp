// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/actionstate.h"

namespace Petrel {

QString stateWord(const Action &action)
{
    switch (action.state) {
    case ActionState::Queued:
        return QStringLiteral("queued");
    case ActionState::Sending:
        return QStringLiteral("sending");
    case ActionState::Waiting:
        return QStringLiteral("waiting");
    case ActionState::Uncertain:
        return QStringLiteral("checking");
    case ActionState::NeedsYou:
        return QStringLiteral("needsYou");
    case ActionState::Done:
    case ActionState::Cancelled:
        return QStringLiteral("done");
    }
    Q_UNREACHABLE();
}

bool canRetry(const Action &action)
{
    switch (action.state) {
    case ActionState::Queued:
    case ActionState::Waiting:
        return true;
    case ActionState::NeedsYou:
        return action.reason != ActionReason::ParentGone;
    case ActionState::Sending:
    case ActionState::Uncertain:
    case ActionState::Done:
    case ActionState::Cancelled:
        return false;
    }
    Q_UNREACHABLE();
}

bool canEdit(const Action &action)
{
    if (action.kind != ActionKind::Publish || action.cancelAfterCheck)
        return false;
    switch (action.state) {
    case ActionState::Queued:
    case ActionState::Waiting:
        return action.sends == 0;
    case ActionState::NeedsYou:
        // A clear no is as good as never sent.
        return action.reason == ActionReason::Refused
            || (action.sends == 0
                && (action.reason == ActionReason::TooOld || action.reason == ActionReason::ParentGone
                    || action.reason == ActionReason::TargetUnknown));
    case ActionState::Sending:
    case ActionState::Uncertain:
    case ActionState::Done:
    case ActionState::Cancelled:
        return false;
    }
    Q_UNREACHABLE();
}

bool canCancel(const Action &action)
{
    return action.isOpen() && !action.cancelAfterCheck;
}

} // namespace Petrel
