// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/startnotes.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace Petrel {

namespace {

QString timeOf(qint64 ms)
{
    if (ms == 0)
        return QCoreApplication::translate("Petrel::StartNotes", "an unknown time");
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QLocale::ShortFormat);
}

QString aboutJournal(const StartReport &report)
{
    const QString nothingSent =
        QCoreApplication::translate("Petrel::StartNotes",
                                    "Nothing that was waiting goes out by itself; each is checked on its "
                                    "server first, and what cannot be proved "
                                    "waits for you in the outbox.");
    switch (report.journal) {
    case StartReport::Journal::Healthy:
        return {};
    case StartReport::Journal::RestoredByUs:
        return QCoreApplication::translate(
                   "Petrel::StartNotes",
                   "The journal of this profile was damaged. Its copy of %1 took its place; "
                   "what was written after that is not in it.")
                   .arg(timeOf(report.journalTimeMs))
            + QLatin1Char(' ') + nothingSent;
    case StartReport::Journal::OlderThanCache:
        return QCoreApplication::translate("Petrel::StartNotes",
                                           "The journal of this profile is an older copy, of %1.")
                   .arg(timeOf(report.journalTimeMs))
            + QLatin1Char(' ') + nothingSent;
    case StartReport::Journal::OtherMachine:
        return QCoreApplication::translate(
                   "Petrel::StartNotes",
                   "This profile comes from another computer, where it was last used %1.")
                   .arg(timeOf(report.journalTimeMs))
            + QLatin1Char(' ') + nothingSent;
    }
    Q_UNREACHABLE();
}

} // namespace

QStringList startNotes(const StartReport &report)
{
    QStringList notes;
    if (const QString journal = aboutJournal(report); !journal.isEmpty())
        notes.append(journal);
    if (report.cacheSetAside)
        notes.append(QCoreApplication::translate("Petrel::StartNotes",
                                                 "The cache of posts could not be used and was set aside; it "
                                                 "fills again as you read. Nothing of yours was "
                                                 "in it."));
    return notes;
}

} // namespace Petrel
