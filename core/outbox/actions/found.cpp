// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/actions/found.h"

#include "domain/words.h"
#include "outbox/ledger.h"
#include "service/publisher.h"
#include "store/attemptstore.h"
#include "store/timelinestore.h"

#include <QCoreApplication>

namespace Petrel {

namespace {

QString differenceBetween(const Action &asked, const Post &made)
{
    const auto translated = [](const char *text) {
        return QCoreApplication::translate("Petrel::Outbox", text);
    };
    QStringList differences;
    if (made.visibility != asked.content.visibility) {
        differences << translated(
                           QT_TRANSLATE_NOOP("Petrel::Outbox", "The server made it “%1” instead of “%2”."))
                           .arg(visibilityWords(made.visibility), visibilityWords(asked.content.visibility));
    }
    if (!asked.subject.ref.isNull() && made.replyToRef.isNull())
        differences << translated(
            QT_TRANSLATE_NOOP("Petrel::Outbox", "The server did not keep it as a reply."));
    if (made.contentWarning.isEmpty() && !asked.content.contentWarning.trimmed().isEmpty())
        differences << translated(
            QT_TRANSLATE_NOOP("Petrel::Outbox", "The server dropped the content warning."));
    return differences.join(QLatin1Char(' '));
}

} // namespace

Task<Unit> settleFound(const StepContext &context, const Action &action, const Post &post,
                       const std::optional<Post> &second, qint64 watchMs)
{
    const qint64 now = context.clock.nowMs();
    const Source source = context.source(now);
    const QString difference = differenceBetween(action, post);
    const TimelineKey home{context.account.id, QStringLiteral("home")};
    return context.store.settle(
        [post, second, source, home, uid = action.uid](CacheTx &tx) -> Result<Unit> {
            PostStore posts(tx.db);
            if (auto put = posts.put(post, source, uid); !put.ok())
                return put;
            if (second) {
                if (auto put = posts.put(*second, source); !put.ok())
                    return put;
            }
            tx.changes.posts.insert(post.uri);
            tx.changes.timelines.append(home);
            return TimelineStore(tx.db).insertOwn(home, post);
        },
        [id = action.id, post, second, difference, watchMs, now](JournalTx &tx) -> Result<Unit> {
            Ledger ledger(tx, now);
            if (auto published = ledger.published(id, post, difference, second ? 0 : watchMs);
                !published.ok())
                return published;
            return second ? ledger.secondCopy(id, *second) : Result<Unit>(Unit{});
        });
}

Result<QSet<PostUri>> takenByOthers(const StepContext &context, const QVector<Post> &posts,
                                    const ActionId &own)
{
    QSet<PostUri> taken;
    AttemptStore attempts(context.store.reader());
    for (const Post &post : posts) {
        auto claim = attempts.claimOn(context.account.id, post.uri);
        if (!claim.ok())
            return claim.error();
        if (claim.value() && claim.value()->action != own)
            taken.insert(post.uri);
    }
    return taken;
}

} // namespace Petrel
