// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/postcommand.h"

#include "command/accountchoice.h"
#include "command/console.h"
#include "domain/replyopening.h"
#include "domain/words.h"
#include "session/engine.h"
#include "session/refusal.h"
#include "session/target.h"
#include "store/actionstore.h"

#include <QCoreApplication>

namespace Petrel {

namespace {

Error refusal(ErrorKind kind, const QString &words)
{
    return {kind, words, {}, {}};
}

} // namespace

QString PostCommand::text() const
{
    const QString word = invocation().words.value(0);
    QString text = word == QLatin1String("-") ? invocation().stdinText : word;
    while (text.endsWith(QLatin1Char('\n')) || text.endsWith(QLatin1Char('\r')))
        text.chop(1);
    return text;
}

Result<NewAction> PostCommand::wishFor(const Account &account, int index)
{
    auto *session = engine().accounts().session(account.id);
    if (!session)
        return engine().accounts().problem(account.id).value_or(refusal(ErrorKind::Unsupported, {}));
    NewAction wish;
    wish.account = account.id;
    wish.kind = ActionKind::Publish;
    wish.content.text = text();
    wish.content.contentWarning = invocation().value(QStringLiteral("cw"));
    wish.content.language = invocation().value(QStringLiteral("language"));
    const auto asked = visibilityFromName(invocation().value(QStringLiteral("visibility")));
    wish.content.visibility = asked.value_or(account.defaultVisibility);
    if (!invocation().token.isEmpty())
        wish.uid = invocation().token + QLatin1Char('.') + QString::number(index);
    if (invocation().has(QStringLiteral("reply-to"))) {
        auto target = findTarget(engine().store(), account, invocation().value(QStringLiteral("reply-to")));
        if (!target.ok())
            return target.error();
        wish.subject = target.value().subject;
        wish.dependsOn = target.value().ghost;
        // Whoever names it means it; else nobody sees more of a conversation than was shown to them.
        const auto &parent = target.value().visibility;
        if (!asked && parent)
            wish.content.visibility =
                replyVisibility(*parent, wish.content.visibility, session->capabilities());
    }
    if (auto refused = whyNotPost(*session, wish.content))
        return *refused;
    return wish;
}

void PostCommand::run()
{
    const auto actors =
        chooseActors(engine().accounts(), invocation().options.value(QStringLiteral("account")));
    if (!actors.ok())
        return fail(actors.error(), isUsage(actors.error()) ? ExitUsage : ExitFailed);
    if (text().trimmed().isEmpty())
        return fail(refusal(ErrorKind::Rejected,
                            QCoreApplication::translate("Petrel::PostCommand", "There is no text to post.")));
    for (const Account &account : actors.value()) {
        auto wish = wishFor(account, int(m_wishes.size()));
        if (!wish.ok())
            return fail(wish.error());
        m_wishes.append(wish.take());
    }
    enqueueNext();
}

void PostCommand::enqueueNext()
{
    if (m_queued.size() == m_wishes.size()) {
        const auto wait = invocation().number(QStringLiteral("wait"));
        return follow(m_queued, wait ? std::optional(*wait * 1000) : std::nullopt);
    }
    const NewAction &wish = m_wishes.at(m_queued.size());
    // Handed in a second time because its first taker died: what is written down already is not written
    // again.
    if (!wish.uid.isEmpty()) {
        auto known = ActionStore(engine().store().reader()).findByUid(wish.uid);
        if (!known.ok())
            return fail(known.error());
        if (known.value())
            return queued(*known.value());
    }
    engine().outbox().enqueue(wish).finally(this, [this](const Result<Action> &action) { queued(action); });
}

void PostCommand::queued(const Result<Action> &action)
{
    if (!action.ok()) {
        // What was queued for other accounts stays queued, and is told.
        for (const Action &before : read(m_queued))
            console().err(QCoreApplication::translate("Petrel::PostCommand", "Queued already for %1 as %2.")
                              .arg(handleOf(before.account))
                              .arg(before.id.value())
                          + QLatin1Char('\n'));
        return fail(action.error());
    }
    m_queued.append(action.value().id);
    enqueueNext();
}

} // namespace Petrel
