// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/outbox.h"

#include <QCoreApplication>

namespace Petrel {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Petrel::Outbox", text);
}

QString waitingWords(const Action &action)
{
    switch (action.reason) {
    case ActionReason::RateLimited:
        return words(QT_TRANSLATE_NOOP("Petrel::Outbox", "Waiting: the server asks for a pause."));
    case ActionReason::SignedOut:
        return words(QT_TRANSLATE_NOOP("Petrel::Outbox", "Waiting: this account is signed out."));
    case ActionReason::Held:
        return words(QT_TRANSLATE_NOOP("Petrel::Outbox", "Held back."));
    default:
        return words(QT_TRANSLATE_NOOP("Petrel::Outbox", "Waiting for the server."));
    }
}

QString questionWords(const Action &action)
{
    switch (action.reason) {
    case ActionReason::TooOld:
        return words(QT_TRANSLATE_NOOP("Petrel::Outbox", "Written long ago. Send it still?"));
    case ActionReason::Refused:
        return words(QT_TRANSLATE_NOOP("Petrel::Outbox", "The server refused this."));
    case ActionReason::CannotTell:
        return words(QT_TRANSLATE_NOOP(
            "Petrel::Outbox",
            "The server does not tell whether this arrived. Look there before you send it again."));
    case ActionReason::CrashedRepeatedly:
        return words(QT_TRANSLATE_NOOP("Petrel::Outbox", "Petrel stopped several times while sending this."));
    case ActionReason::TooManyTries:
        return words(QT_TRANSLATE_NOOP("Petrel::Outbox", "Sent several times without arriving."));
    case ActionReason::Restored:
        return words(QT_TRANSLATE_NOOP(
            "Petrel::Outbox",
            "This comes from a copy of your data and may have been sent since. Send it still?"));
    case ActionReason::SecondCopy:
        return words(QT_TRANSLATE_NOOP(
            "Petrel::Outbox",
            "The server has a second copy of this. “Retry” removes the second copy, “cancel” keeps both."));
    case ActionReason::ParentGone:
        return words(QT_TRANSLATE_NOOP("Petrel::Outbox", "What this answers was given up."));
    case ActionReason::TargetUnknown:
        return words(QT_TRANSLATE_NOOP("Petrel::Outbox", "The server does not know the post this is about."));
    default:
        return words(QT_TRANSLATE_NOOP("Petrel::Outbox", "Needs your decision."));
    }
}

QString cancelledWords(const Action &action)
{
    if (action.reason == ActionReason::Replaced)
        return words(QT_TRANSLATE_NOOP("Petrel::Outbox", "Replaced by a newer wish."));
    return words(QT_TRANSLATE_NOOP("Petrel::Outbox", "Cancelled."));
}

QString stateWords(const Action &action)
{
    switch (action.state) {
    case ActionState::Queued:
        return words(QT_TRANSLATE_NOOP("Petrel::Outbox", "Waiting to be sent."));
    case ActionState::Sending:
        return words(QT_TRANSLATE_NOOP("Petrel::Outbox", "Being sent."));
    case ActionState::Waiting:
        return waitingWords(action);
    case ActionState::Uncertain:
        return action.cancelAfterCheck
            ? words(QT_TRANSLATE_NOOP("Petrel::Outbox", "Checking whether it arrived, to delete it if so."))
            : words(QT_TRANSLATE_NOOP("Petrel::Outbox", "The answer was lost; checking whether it arrived."));
    case ActionState::NeedsYou:
        return questionWords(action);
    case ActionState::Done:
        return action.reason == ActionReason::DeletedElsewhere
            ? words(QT_TRANSLATE_NOOP("Petrel::Outbox", "Arrived, and was deleted since."))
            : words(QT_TRANSLATE_NOOP("Petrel::Outbox", "Done."));
    case ActionState::Cancelled:
        return cancelledWords(action);
    }
    Q_UNREACHABLE();
}

} // namespace

QString describeAction(const Action &action)
{
    QString text = stateWords(action);
    for (const QString &more : {action.words, action.difference}) {
        if (!more.isEmpty())
            text += QLatin1Char(' ') + more;
    }
    return text;
}

} // namespace Petrel
