// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journalcopies.h"

#include "base/logging.h"
#include "store/keyvalues.h"
#include "store/migrator.h"
#include "store/storageerror.h"
#include "store/storefiles.h"

#include <QDir>
#include <QFile>

namespace Petrel {

namespace {

constexpr QLatin1String copyStem("journal-");

int copyNumber(const QString &fileName)
{
    return fileName.mid(copyStem.size()).section(QLatin1Char('.'), 0, 0).toInt();
}

Result<bool> passesQuickCheck(Database &database)
{
    Statement check = database.statement(QStringLiteral("PRAGMA quick_check(1)"));
    auto row = check.step();
    if (!row.ok())
        return row.error();
    return row.value() && check.text(0) == QLatin1String("ok");
}

FileCheck damagedFile()
{
    return FileCheck{FileCheck::Health::Damaged, 0};
}

Result<FileCheck> lookAt(const QString &path)
{
    Database::Options options;
    options.readOnly = true;
    auto database = Database::open(path, options);
    if (!database.ok())
        return database.error();
    auto version = Migrator::versionOf(*database.value());
    if (!version.ok())
        return version.error();
    auto sound = passesQuickCheck(*database.value());
    if (!sound.ok())
        return sound.error();
    return sound.value() ? FileCheck{FileCheck::Health::Good, version.value()} : damagedFile();
}

Result<Unit> markRestored(const QString &path)
{
    auto database = Database::open(path, {});
    if (!database.ok())
        return database.error();
    return KeyValues::journal(*database.value()).set(KeyValues::restored, QStringLiteral("1"));
}

} // namespace

Result<FileCheck> checkFile(const QString &path)
{
    auto found = lookAt(path);
    if (!found.ok() && storageFault(found.error()) == StorageFault::Damaged)
        return damagedFile();
    return found;
}

QStringList JournalCopies::all() const
{
    const QDir directory(m_directory);
    QStringList names = directory.entryList({copyStem + QStringLiteral("*.sqlite")}, QDir::Files);
    std::sort(names.begin(), names.end(),
              [](const QString &a, const QString &b) { return copyNumber(a) > copyNumber(b); });
    QStringList paths;
    for (const QString &name : names)
        paths << directory.filePath(name);
    return paths;
}

Result<Unit> JournalCopies::make(Database &journal)
{
    if (auto made = makePrivateDirectory(m_directory); !made.ok())
        return made;
    const QStringList before = all();
    const int number = before.isEmpty() ? 1 : copyNumber(QFileInfo(before.first()).fileName()) + 1;
    const QString path = m_directory + QLatin1Char('/') + copyStem
        + QStringLiteral("%1.sqlite").arg(number, 8, 10, QLatin1Char('0'));
    const QString unfinished = m_directory + QStringLiteral("/unfinished");

    removeDatabase(unfinished);
    if (auto made = makePrivateFile(unfinished); !made.ok())
        return made;
    QString quoted = unfinished;
    quoted.replace(QLatin1Char('\''), QLatin1String("''"));
    auto done = journal.execute(QStringLiteral("VACUUM INTO '%1'").arg(quoted));
    if (done.ok())
        done = syncFile(unfinished);
    if (done.ok()) {
        auto check = checkFile(unfinished);
        if (!check.ok())
            done = check.error();
        else if (check.value().health != FileCheck::Health::Good)
            done = Error{
                ErrorKind::Storage, {}, QStringLiteral("the copy does not read back: ") + unfinished, {}};
    }
    if (done.ok())
        done = moveFile(unfinished, path);
    if (!done.ok()) {
        removeDatabase(unfinished);
        return done;
    }
    for (int i = kept - 1; i < before.size(); ++i)
        QFile::remove(before.at(i));
    return done;
}

Result<bool> JournalCopies::restoreTo(const QString &target, int newestVersion)
{
    for (const QString &copy : all()) {
        auto check = checkFile(copy);
        if (!check.ok() || check.value().health != FileCheck::Health::Good || check.value().version < 1
            || check.value().version > newestVersion) {
            qCWarning(logStore).noquote() << "not usable as a copy of the journal:" << copy;
            continue;
        }
        const QString coming = target + QStringLiteral(".coming");
        removeDatabase(coming);
        if (!QFile::copy(copy, coming))
            return Error{ErrorKind::Storage, {}, QStringLiteral("cannot copy ") + copy, {}};
        if (auto made = makePrivateFile(coming); !made.ok())
            return made.error();
        // Marked before it takes its place, so that a crash now cannot pass it off as the healthy journal.
        if (auto marked = markRestored(coming); !marked.ok())
            return marked.error();
        if (auto synced = syncFile(coming); !synced.ok())
            return synced.error();
        if (auto moved = moveFile(coming, target); !moved.ok())
            return moved.error();
        return true;
    }
    return false;
}

} // namespace Petrel
