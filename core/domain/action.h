// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/visibility.h"

#include <QByteArray>
#include <QString>
#include <QVector>

#include <optional>

namespace Petrel {

enum class ActionKind {
    Publish, //!< create a post
    Remove, //!< delete an own post
    Favourite,
    Boost,
    Bookmark,
};

enum class ActionFamily {
    Create, //!< something new; proved by finding it
    Set, //!< a wanted value; proved by reading it
    Amend, //!< a change of something own; proved by its source or absence
};

enum class ActionState {
    Queued,
    Sending, //!< an attempt is written down and may be on the wire
    Waiting, //!< see reason and notBeforeMs
    Uncertain, //!< an attempt may or may not have succeeded; being checked
    NeedsYou, //!< see reason and words
    Done,
    Cancelled,
};

//! Why an action is where it is. Data for people and tests, not states of their own.
enum class ActionReason {
    None,
    ServerDown, //!< proved not sent, or the weather forbids trying
    RateLimited,
    SignedOut,
    BlockedBy, //!< another action must come first
    Held, //!< the account or everything is paused
    TooOld, //!< older than what is sent without asking
    Refused, //!< the server said no; see words
    CannotTell, //!< the server's answers never allowed a proof
    CrashedRepeatedly, //!< sending it was interrupted at three starts
    TooManyTries,
    Restored, //!< the journal is a copy; sending again could double it
    SecondCopy, //!< a second copy appeared on the server; secondUri names it
    ParentGone, //!< what it depends on was cancelled or refused
    TargetUnknown, //!< the server does not know the post it acts on
    Replaced, //!< a newer wish took its place
    ByPerson, //!< cancelled by the person
    DeletedElsewhere, //!< had been published, then deleted
    Checking, //!< uncertain: rounds are running
};

//! What a post says.
struct PostContent {
    QString text;
    QString contentWarning;
    Visibility visibility = Visibility::Public;
    QString language;

    friend bool operator==(const PostContent &, const PostContent &) = default;
};

//! The post an action is about, with enough to make sense of it when the cache is lost.
struct Subject {
    PostUri uri;
    RemoteRef ref; //!< as this account's server names it; null = to be resolved
    QString url;
    QString author; //!< handle
    QString excerpt; //!< the beginning of its text

    friend bool operator==(const Subject &, const Subject &) = default;
};

//! One wish of the user, durable.
struct Action {
    ActionId id;
    QString uid; //!< random: names it in the cache too
    AccountId account;
    ActionKind kind = ActionKind::Publish;
    //! Publish: the post replied to (null uri = none). Else: the post acted on.
    Subject subject;
    PostContent content; //!< Publish only
    bool wanted = true; //!< Set only: the value wished for
    ActionState state = ActionState::Queued;
    ActionReason reason = ActionReason::None;
    QString words; //!< the server's words, or empty
    qint64 notBeforeMs = 0; //!< wall time before which nothing is tried; 0 = now
    qint64 createdAtMs = 0;
    ActionId dependsOn; //!< must be done first
    bool approved = false; //!< the person said: send it although it is old or was restored
    bool cancelAfterCheck = false; //!< the person wants it gone, but it may exist
    int sends = 0; //!< attempts after which the outcome was not proved "not sent"
    int failures = 0; //!< attempts in a row proved not sent; for back-off
    int foundSending = 0; //!< starts that found it in Sending
    qint64 settledAtMs = 0;
    //! Result of a publish; for SecondCopy the copy kept.
    PostUri resultUri;
    RemoteRef resultRef;
    QString resultUrl;
    PostUri secondUri;
    RemoteRef secondRef;
    QString difference; //!< what the server made otherwise than asked; empty = nothing

    [[nodiscard]] bool isOpen() const
    {
        return state != ActionState::Done && state != ActionState::Cancelled;
    }

    friend bool operator==(const Action &, const Action &) = default;
};

//! How an attempt ended.
enum class AttemptEnding {
    Open, //!< written down, no answer known
    NotSent, //!< proved: no byte left
    Answered, //!< a clear yes
    Refused, //!< a clear no
    Uncertain,
    ProvedAbsent, //!< was uncertain; checks proved that it never happened
};

//! The own posts known to exist before an attempt: what a check need not consider.
struct Baseline {
    qint64 takenAtMs = 0; //!< 0 = none was taken
    QVector<PostUri> uris;
    qint64 newestMs = 0; //!< createdAt of the newest own post seen, server time; 0 = no own post
    bool reachedStart = false; //!< the page held every own post there was
};

//! One try of an action, written down before its request leaves.
struct Attempt {
    qint64 id = 0;
    ActionId action;
    int number = 1;
    QByteArray payload; //!< frozen: what exactly was sent, in the journal's own JSON
    QString key; //!< idempotency key; one per frozen payload
    Baseline baseline;
    qint64 startedAtMs = 0;
    qint64 endedAtMs = 0; //!< 0 = not known to have ended
    AttemptEnding ending = AttemptEnding::Open;
    QString words;
    qint64 serverDateMs = 0;
};

//! Where the checking of an uncertain action stands, between rounds. A round under way is only a series of
//! reads: it is kept in memory and begun again after a crash.
struct Check {
    ActionId action;
    int negativeRounds = 0; //!< rounds that walked everything and found nothing
    int blindRounds = 0; //!< rounds that could not tell
    qint64 firstRoundAtMs = 0; //!< when the first negative round began; 0 = none yet
    qint64 lastRoundAtMs = 0; //!< when the last round of either sort began
    qint64 uptimeMs = 0; //!< server uptime spent uncertain
};

//! Looking out for a late second copy after a resend.
struct Watch {
    ActionId action;
    qint64 remainingMs = 0; //!< of server uptime
    qint64 lastLookAtMs = 0;
};

[[nodiscard]] ActionFamily familyOf(ActionKind kind);
//! Stable names for the journal and --json.
[[nodiscard]] QString actionKindName(ActionKind kind);
[[nodiscard]] std::optional<ActionKind> actionKindFromName(const QString &name);
[[nodiscard]] QString actionStateName(ActionState state);
[[nodiscard]] std::optional<ActionState> actionStateFromName(const QString &name);
[[nodiscard]] QString actionReasonName(ActionReason reason);
[[nodiscard]] std::optional<ActionReason> actionReasonFromName(const QString &name);
[[nodiscard]] QString attemptEndingName(AttemptEnding ending);
[[nodiscard]] std::optional<AttemptEnding> attemptEndingFromName(const QString &name);

} // namespace Petrel
