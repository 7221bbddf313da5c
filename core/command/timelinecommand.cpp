// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/timelinecommand.h"

#include "base/clock.h"
#include "command/accountchoice.h"
#include "command/rowprinter.h"
#include "domain/words.h"
#include "session/engine.h"
#include "session/serverstate.h"
#include "store/timelinestore.h"

#include <QCoreApplication>

namespace Petrel {

namespace {

constexpr int defaultLimit = 20;

} // namespace

int TimelineCommand::limit() const
{
    return int(invocation().number(QStringLiteral("limit")).value_or(defaultLimit));
}

void TimelineCommand::run()
{
    const QString name = invocation().words.value(0, QStringLiteral("home"));
    const bool merged = name == QLatin1String("unified");
    if (!merged && name != QLatin1String("home"))
        return fail({ErrorKind::Rejected,
                     QCoreApplication::translate("Petrel::TimelineCommand",
                                                 "There is no timeline \"%1\"; there are: home, unified.")
                         .arg(safeLine(name, 40)),
                     {},
                     {}},
                    ExitUsage);
    const auto names = invocation().options.value(QStringLiteral("account"));
    const auto accounts =
        merged ? chooseAccounts(engine().accounts(), names) : chooseActors(engine().accounts(), names);
    if (!accounts.ok())
        return fail(accounts.error(), isUsage(accounts.error()) ? ExitUsage : ExitFailed);
    if (accounts.value().isEmpty())
        return fail(noAccountYet());
    if (merged)
        unified(accounts.value());
    else
        home(accounts.value().first());
}

QString TimelineCommand::headerOf(const Account &account)
{
    const qint64 now = engine().clock().nowMs();
    const auto refreshed =
        TimelineStore(engine().store().reader()).refreshedAtMs({account.id, QStringLiteral("home")});
    const qint64 at = refreshed.ok() ? refreshed.value() : 0;
    QString header = QLatin1Char('@') + safeLine(account.handle) + QStringLiteral(" · ");
    header += at == 0
        ? QCoreApplication::translate("Petrel::TimelineCommand", "never fetched yet")
        : QCoreApplication::translate("Petrel::TimelineCommand", "as of %1").arg(clockTime(at, now));
    const auto state = serverState(engine(), account.host);
    const QString trouble = state.ok() ? troubleWords(state.value(), now) : QString();
    if (!trouble.isEmpty())
        header += QStringLiteral(", ") + trouble;
    if (account.signedOut)
        header += QStringLiteral(", ") + QCoreApplication::translate("Petrel::TimelineCommand", "signed out");
    return header;
}

QJsonObject TimelineCommand::statusJson(const Account &account)
{
    const auto refreshed =
        TimelineStore(engine().store().reader()).refreshedAtMs({account.id, QStringLiteral("home")});
    const auto state = serverState(engine(), account.host);
    return {{QStringLiteral("account"), account.handle},
            {QStringLiteral("asOf"), isoTime(refreshed.ok() ? refreshed.value() : 0)},
            {QStringLiteral("trouble"),
             state.ok() ? troubleWords(state.value(), engine().clock().nowMs()) : QString()},
            {QStringLiteral("signedOut"), account.signedOut}};
}

void TimelineCommand::home(const Account &account)
{
    const TimelineKey key{account.id, QStringLiteral("home")};
    auto rows = TimelineReader(engine().store().reader()).window(key, {}, limit());
    if (!rows.ok())
        return fail(rows.error());
    const auto gaps = TimelineStore(engine().store().reader()).gaps(key);
    RowPrinter printer(engine().clock().nowMs(), gaps.ok() ? gaps.value() : QVector<Gap>{});
    QJsonArray posts;
    QString text = headerOf(account) + QLatin1Char('\n');
    for (const TimelineRow &row : rows.value()) {
        posts.append(printer.toJson(row, account.handle));
        text += QLatin1Char('\n') + printer.toText(row, account.handle);
    }
    if (!json())
        print(text.trimmed());
    end(QStringLiteral("home"), {account}, posts);
}

void TimelineCommand::unified(const QVector<Account> &accounts)
{
    QVector<AccountId> ids;
    QString text;
    for (const Account &account : accounts) {
        ids.append(account.id);
        text += headerOf(account) + QLatin1Char('\n');
    }
    auto rows = TimelineReader(engine().store().reader()).unified(ids, {}, limit());
    if (!rows.ok())
        return fail(rows.error());
    RowPrinter printer(engine().clock().nowMs(), {});
    QJsonArray posts;
    for (const TimelineReader::UnifiedRow &row : rows.value()) {
        QStringList seenBy;
        for (const AccountId &id : row.seenBy) {
            if (const auto account = engine().accounts().account(id))
                seenBy.append(account->handle);
        }
        QJsonObject object = printer.toJson(row.row, seenBy.value(0));
        object.insert(QStringLiteral("seenBy"), QJsonArray::fromStringList(seenBy));
        posts.append(object);
        text += QLatin1Char('\n') + printer.toText(row.row, seenBy.value(0));
        if (seenBy.size() > 1)
            text += QStringLiteral("  ")
                + QCoreApplication::translate("Petrel::TimelineCommand", "seen by %1")
                      .arg(QLatin1Char('@') + seenBy.join(QStringLiteral(", @")))
                + QLatin1Char('\n');
    }
    if (!json())
        print(text.trimmed());
    end(QStringLiteral("unified"), accounts, posts);
}

void TimelineCommand::end(const QString &name, const QVector<Account> &accounts, const QJsonArray &posts)
{
    if (json()) {
        QJsonArray status;
        for (const Account &account : accounts)
            status.append(statusJson(account));
        printJson({{QStringLiteral("timeline"), name},
                   {QStringLiteral("accounts"), status},
                   {QStringLiteral("posts"), posts}});
    } else if (posts.isEmpty()) {
        print(QCoreApplication::translate("Petrel::TimelineCommand",
                                          "Nothing here yet; petrelctl sync fetches."));
    }
    finish(ExitDone);
}

} // namespace Petrel
