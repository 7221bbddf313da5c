// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/action.h"

#include <array>

namespace Petrel {

namespace {

template <typename E> struct Named {
    E value;
    const char *name;
};

template <typename E, size_t N> QString nameOf(const std::array<Named<E>, N> &table, E value)
{
    for (const auto &row : table) {
        if (row.value == value)
            return QString::fromLatin1(row.name);
    }
    Q_UNREACHABLE();
}

template <typename E, size_t N>
std::optional<E> valueOf(const std::array<Named<E>, N> &table, const QString &name)
{
    for (const auto &row : table) {
        if (name == QLatin1String(row.name))
            return row.value;
    }
    return std::nullopt;
}

constexpr std::array<Named<ActionKind>, 5> kinds{{
    {ActionKind::Publish, "publish"},
    {ActionKind::Remove, "remove"},
    {ActionKind::Favourite, "favourite"},
    {ActionKind::Boost, "boost"},
    {ActionKind::Bookmark, "bookmark"},
}};

constexpr std::array<Named<ActionState>, 7> states{{
    {ActionState::Queued, "queued"},
    {ActionState::Sending, "sending"},
    {ActionState::Waiting, "waiting"},
    {ActionState::Uncertain, "uncertain"},
    {ActionState::NeedsYou, "needs-you"},
    {ActionState::Done, "done"},
    {ActionState::Cancelled, "cancelled"},
}};

constexpr std::array<Named<ActionReason>, 19> reasons{{
    {ActionReason::None, "none"},
    {ActionReason::ServerDown, "server-down"},
    {ActionReason::RateLimited, "rate-limited"},
    {ActionReason::SignedOut, "signed-out"},
    {ActionReason::BlockedBy, "blocked-by"},
    {ActionReason::Held, "held"},
    {ActionReason::TooOld, "too-old"},
    {ActionReason::Refused, "refused"},
    {ActionReason::CannotTell, "cannot-tell"},
    {ActionReason::CrashedRepeatedly, "crashed-repeatedly"},
    {ActionReason::TooManyTries, "too-many-tries"},
    {ActionReason::Restored, "restored"},
    {ActionReason::SecondCopy, "second-copy"},
    {ActionReason::ParentGone, "parent-gone"},
    {ActionReason::TargetUnknown, "target-unknown"},
    {ActionReason::Replaced, "replaced"},
    {ActionReason::ByPerson, "by-person"},
    {ActionReason::DeletedElsewhere, "deleted-elsewhere"},
    {ActionReason::Checking, "checking"},
}};

constexpr std::array<Named<AttemptEnding>, 6> endings{{
    {AttemptEnding::Open, "open"},
    {AttemptEnding::NotSent, "not-sent"},
    {AttemptEnding::Answered, "answered"},
    {AttemptEnding::Refused, "refused"},
    {AttemptEnding::Uncertain, "uncertain"},
    {AttemptEnding::ProvedAbsent, "proved-absent"},
}};

} // namespace

ActionFamily familyOf(ActionKind kind)
{
    switch (kind) {
    case ActionKind::Publish:
        return ActionFamily::Create;
    case ActionKind::Remove:
        return ActionFamily::Amend;
    case ActionKind::Favourite:
    case ActionKind::Boost:
    case ActionKind::Bookmark:
        return ActionFamily::Set;
    }
    Q_UNREACHABLE();
}

QString actionKindName(ActionKind kind)
{
    return nameOf(kinds, kind);
}

std::optional<ActionKind> actionKindFromName(const QString &name)
{
    return valueOf(kinds, name);
}

QString actionStateName(ActionState state)
{
    return nameOf(states, state);
}

std::optional<ActionState> actionStateFromName(const QString &name)
{
    return valueOf(states, name);
}

QString actionReasonName(ActionReason reason)
{
    return nameOf(reasons, reason);
}

std::optional<ActionReason> actionReasonFromName(const QString &name)
{
    return valueOf(reasons, name);
}

QString attemptEndingName(AttemptEnding ending)
{
    return nameOf(endings, ending);
}

std::optional<AttemptEnding> attemptEndingFromName(const QString &name)
{
    return valueOf(endings, name);
}

} // namespace Petrel
