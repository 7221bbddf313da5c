// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/reactcommand.h"

#include "command/accountchoice.h"
#include "command/verbs.h"
#include "outbox/outbox.h"
#include "session/engine.h"
#include "session/refusal.h"
#include "session/target.h"

#include <QCoreApplication>

#include <array>

namespace Petrel {

namespace {

struct Reaction {
    const char *verb;
    ActionKind kind;
    bool wanted;
};

constexpr std::array<Reaction, 7> reactions{{
    {"favourite", ActionKind::Favourite, true},
    {"unfavourite", ActionKind::Favourite, false},
    {"boost", ActionKind::Boost, true},
    {"unboost", ActionKind::Boost, false},
    {"bookmark", ActionKind::Bookmark, true},
    {"unbookmark", ActionKind::Bookmark, false},
    {"delete", ActionKind::Remove, true},
}};

const Reaction &reactionOf(const Verb &verb)
{
    for (const Reaction &reaction : reactions) {
        if (qstrcmp(reaction.verb, verb.name) == 0)
            return reaction;
    }
    Q_UNREACHABLE();
}

Error refusal(ErrorKind kind, const QString &words)
{
    return {kind, words, {}, {}};
}

std::optional<Error> whyNot(const Reaction &reaction, const AccountSession &session, const Target &target)
{
    const Account &account = session.account();
    if (!offers(session, reaction.kind))
        return refusal(
            ErrorKind::Unsupported,
            QCoreApplication::translate("Petrel::ReactCommand", "The server of %1 does not offer \"%2\".")
                .arg(account.handle, QLatin1String(reaction.verb)));
    if (!target.ghost.isNull())
        return refusal(
            ErrorKind::Rejected,
            QCoreApplication::translate("Petrel::ReactCommand",
                                        "That post is still in the outbox; petrelctl outbox cancel gives "
                                        "it up."));
    return reaction.kind == ActionKind::Remove ? whyNotRemove(account, target.subject) : std::nullopt;
}

} // namespace

void ReactCommand::run()
{
    const auto actors =
        chooseActors(engine().accounts(), invocation().options.value(QStringLiteral("account")));
    if (!actors.ok())
        return fail(actors.error(), isUsage(actors.error()) ? ExitUsage : ExitFailed);
    const Account account = actors.value().first();
    auto *session = engine().accounts().session(account.id);
    if (!session)
        return fail(engine().accounts().problem(account.id).value_or(refusal(ErrorKind::Unsupported, {})));
    const auto target = findTarget(engine().store(), account, invocation().words.value(0));
    if (!target.ok())
        return fail(target.error());
    const Reaction &reaction = reactionOf(*invocation().verb);
    if (auto refused = whyNot(reaction, *session, target.value()))
        return fail(*refused);
    NewAction wish;
    wish.account = account.id;
    wish.kind = reaction.kind;
    wish.wanted = reaction.wanted;
    wish.subject = target.value().subject;
    engine().outbox().enqueue(wish).finally(this, [this](const Result<Action> &action) {
        if (!action.ok())
            return fail(action.error());
        follow({action.value().id}, std::nullopt);
    });
}

} // namespace Petrel
