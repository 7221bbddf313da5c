// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/synccommand.h"

#include "base/clock.h"
#include "command/accountchoice.h"
#include "command/console.h"
#include "command/jsonvalues.h"
#include "domain/words.h"
#include "session/engine.h"
#include "store/timelinestore.h"
#include "sync/profilesync.h"

#include <QCoreApplication>

namespace Petrel {

namespace {

constexpr int gapPages = 5;

QString home()
{
    return QStringLiteral("home");
}

} // namespace

void SyncCommand::run()
{
    const auto chosen =
        chooseAccounts(engine().accounts(), invocation().options.value(QStringLiteral("account")));
    if (!chosen.ok())
        return fail(chosen.error());
    if (chosen.value().isEmpty())
        return fail(noAccountYet());
    m_running = int(chosen.value().size());
    for (const Account &account : chosen.value())
        refresh(account);
}

void SyncCommand::refresh(const Account &account)
{
    auto *session = engine().accounts().session(account.id);
    const auto problem = engine().accounts().problem(account.id);
    if (!session || problem) {
        const Error error = problem.value_or(Error{ErrorKind::Unsupported, {}, {}, {}});
        return accountEnded(account, {}, &error);
    }
    // Whatever comes of it, the timeline is what was asked for.
    engine().serverInfo().ifOld(account).finally(this,
                                                 [this, account](const Result<bool> &) { read(account); });
}

void SyncCommand::read(const Account &account)
{
    auto *session = engine().accounts().session(account.id);
    if (!session) {
        const Error error{ErrorKind::Cancelled, {}, {}, {}};
        return accountEnded(account, {}, &error);
    }
    session->sync().refresh(home()).finally(
        this, [this, account](const Result<RefreshReport> &report) { refreshed(account, report); });
}

void SyncCommand::refreshed(const Account &account, const Result<RefreshReport> &report)
{
    if (!report.ok()) {
        if (report.error().kind == ErrorKind::SignedOut)
            engine().accounts().markSignedOut(account.id);
        return accountEnded(account, {}, &report.error());
    }
    auto *session = engine().accounts().session(account.id);
    if (!session)
        return fill(account, report.value(), gapPages);
    // The server answers: the moment to ask what is asked seldom.
    session->profile().ifOld().finally(
        this, [this, account, report](const Result<bool> &) { fill(account, report.value(), gapPages); });
}

void SyncCommand::fill(const Account &account, const RefreshReport &soFar, int pagesLeft)
{
    const auto gaps = TimelineStore(engine().store().reader()).gaps({account.id, home()});
    qint64 segment = 0;
    if (gaps.ok()) {
        for (const Gap &gap : gaps.value()) {
            if (segment == 0 && !gap.permanent && !gap.cursor.isEmpty())
                segment = gap.segment;
        }
    }
    auto *session = engine().accounts().session(account.id);
    if (segment == 0 || pagesLeft <= 0 || !session) {
        RefreshReport report = soFar;
        report.gapLeft = segment != 0;
        return accountEnded(account, report, nullptr);
    }
    auto filled = session->sync().fillGap(home(), segment);
    filled.finally(this, [this, account, soFar, pagesLeft](const Result<RefreshReport> &page) {
        RefreshReport report = soFar;
        report.gapLeft = true;
        // What the refresh brought stays brought; the gap is kept for the next time.
        if (!page.ok())
            return accountEnded(account, report, nullptr);
        report.pages += page.value().pages;
        report.newEntries += page.value().newEntries;
        fill(account, report, pagesLeft - 1);
    });
}

void SyncCommand::accountEnded(const Account &account, const RefreshReport &report, const Error *error)
{
    const QString handle = safeLine(account.handle);
    QJsonObject object{{QStringLiteral("account"), account.handle},
                       {QStringLiteral("pages"), report.pages},
                       {QStringLiteral("newEntries"), report.newEntries},
                       {QStringLiteral("gap"), report.gapLeft}};
    object.insert(QStringLiteral("error"), error ? QJsonValue(errorJson(*error)) : QJsonValue());
    m_results.append(object);
    if (error) {
        m_exit = ExitFailed;
        console().err(handle + QStringLiteral(": ") + safeLine(errorWords(*error)) + QLatin1Char('\n'));
    } else if (!json()) {
        QString line = handle + QStringLiteral(": ")
            + QCoreApplication::translate("Petrel::SyncCommand", "%n new", nullptr, report.newEntries);
        if (report.gapLeft)
            line += QStringLiteral(", ")
                + QCoreApplication::translate("Petrel::SyncCommand",
                                              "older posts are still missing; sync goes on there");
        print(line);
    }
    if (--m_running > 0)
        return;
    if (json())
        printJson({{QStringLiteral("accounts"), m_results}});
    else
        waiting();
    finish(m_exit);
}

//! Reading and sending are two things; but who syncs after an outage wants to know that something waits.
void SyncCommand::waiting()
{
    int open = 0;
    for (const Account &account : engine().accounts().accounts()) {
        if (const auto actions = engine().accounts().openActions(account.id); actions.ok())
            open += int(actions.value().size());
    }
    if (open > 0)
        print(QCoreApplication::translate(
            "Petrel::SyncCommand", "%n waiting in the outbox; petrelctl outbox run sends.", nullptr, open));
}

} // namespace Petrel
