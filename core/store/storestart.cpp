// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storestart.h"

#include "base/clock.h"
#include "base/logging.h"
#include "store/journalcopies.h"
#include "store/journalstart.h"
#include "store/keyvalues.h"
#include "store/migrator.h"
#include "store/storageerror.h"
#include "store/storefiles.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

namespace Petrel {

namespace {

constexpr qint64 cacheMmapBytes = 256LL * 1024 * 1024;

QString storeWords(const char *text)
{
    return QCoreApplication::translate("Petrel::Store", text);
}

QString suspicionPath(const QString &profile)
{
    return profile + QStringLiteral("/cache.suspect");
}

Error newerJournal(int version)
{
    return Error{
        ErrorKind::Unsupported,
        storeWords(QT_TRANSLATE_NOOP(
            "Petrel::Store",
            "This profile was last used by a newer version of Petrel. Nothing was changed; please use that "
            "version, or a newer one.")),
        QStringLiteral("journal version %1").arg(version),
        {}};
}

//! Faults that a new, empty cache would meet as well.
bool isBeyondTheFile(StorageFault fault)
{
    return fault == StorageFault::DiskFull || fault == StorageFault::Busy;
}

} // namespace

QString StoreStart::journalPath(const QString &profile)
{
    return profile + QStringLiteral("/journal.sqlite");
}

QString StoreStart::cachePath(const QString &profile)
{
    return profile + QStringLiteral("/cache.sqlite");
}

void StoreStart::suspectCache(const QString &profile)
{
    QFile mark(suspicionPath(profile));
    if (!mark.exists() && !mark.open(QIODevice::WriteOnly))
        qCWarning(logStore) << "a damaged file was met, and no note of it could be left";
}

StoreStart::StoreStart(const StoreOptions &options, const Reach &reach, StartReport &report)
    : m_options(options),
      m_reach(reach),
      m_report(report)
{ }

Result<Unit> StoreStart::run()
{
    m_report.startedAtMs = m_options.clock->nowMs();
    using Step = Result<Unit> (StoreStart::*)();
    for (const Step step : {&StoreStart::prepareJournal, &StoreStart::openJournal, &StoreStart::openCache,
                            &StoreStart::judge, &StoreStart::raiseJournal, &StoreStart::raiseCache}) {
        if (auto done = (this->*step)(); !done.ok())
            return done;
    }
    return Unit{};
}

Result<Unit> StoreStart::prepareJournal()
{
    const QString path = journalPath(m_options.directory);
    const bool hasCopies = !JournalCopies(m_options.directory).all().isEmpty();
    if (!holdsData(path))
        return hasCopies ? replaceJournal() : Result<Unit>(Unit{});
    auto check = checkFile(path);
    if (!check.ok())
        return check.error();
    const int version = check.value().version;
    if (version > Migrator::forDatabase(QStringLiteral("journal")).version())
        return newerJournal(version);
    // A sound but empty file where there was a journal once is a loss, not a new profile.
    const bool emptied = version == 0 && hasCopies;
    if (check.value().health == FileCheck::Health::Damaged || emptied)
        return replaceJournal();
    return Unit{};
}

Result<Unit> StoreStart::replaceJournal()
{
    const QString path = journalPath(m_options.directory);
    auto aside = setAside(path, QStringLiteral("damaged"));
    if (!aside.ok())
        return aside.error();
    auto restored = JournalCopies(m_options.directory)
                        .restoreTo(path, Migrator::forDatabase(QStringLiteral("journal")).version());
    if (!restored.ok())
        return restored.error();
    qCWarning(logStore) << "the journal was damaged;"
                        << (restored.value() ? "a copy was restored" : "a new one is begun");
    m_restored = true;
    return Unit{};
}

Result<Unit> StoreStart::openJournal()
{
    const QString path = journalPath(m_options.directory);
    if (auto made = makePrivateFile(path); !made.ok())
        return made;
    auto opened = Database::open(path, {});
    if (!opened.ok())
        return opened.error();
    m_journal = opened.take();

    if (auto copied = copyJournal(); !copied.ok())
        return copied;
    if (auto migrated = Migrator::forDatabase(QStringLiteral("journal")).migrate(*m_journal); !migrated.ok())
        return migrated;
    auto uid = KeyValues::journal(*m_journal).text(KeyValues::uid);
    if (!uid.ok())
        return uid.error();
    m_uid = uid.value().isEmpty() ? randomToken(*m_options.clock) : uid.value();
    m_machine = QString::fromLatin1(
        QCryptographicHash::hash(m_uid.toLatin1() + m_options.machineId, QCryptographicHash::Sha256).toHex());
    return Unit{};
}

Result<Unit> StoreStart::copyJournal()
{
    auto version = Migrator::versionOf(*m_journal);
    if (!version.ok())
        return version.error();
    // What was just restored is a copy already, and a new journal holds nothing.
    if (version.value() == 0 || m_restored)
        return Unit{};
    auto copied = JournalCopies(m_options.directory).make(*m_journal);
    if (copied.ok() || storageFault(copied.error()) != StorageFault::DiskFull)
        return copied;
    // Reading must go on when the disk is full; changing the form of the only journal must not.
    if (version.value() < Migrator::forDatabase(QStringLiteral("journal")).version())
        return copied;
    qCWarning(logStore) << "the disk is full: no copy of the journal was made";
    return Unit{};
}

Result<Unit> StoreStart::openCache()
{
    auto opened = tryCache();
    if (opened.ok() || isBeyondTheFile(storageFault(opened.error())))
        return opened;
    qCWarning(logStore).noquote() << "the cache is set aside:" << opened.error().detail;
    m_cache.reset();
    // One such file is kept for those who want to look; a cache is large, and can be filled again.
    const QString path = cachePath(m_options.directory);
    removeDatabase(m_options.directory + QStringLiteral("/cache.set-aside-1.sqlite"));
    if (auto aside = setAside(path, QStringLiteral("set-aside")); !aside.ok())
        return aside.error();
    m_report.cacheSetAside = true;
    // The damage just met has left a mark of its own.
    QFile::remove(suspicionPath(m_options.directory));
    return tryCache();
}

Result<Unit> StoreStart::tryCache()
{
    if (auto looked = lookClosely(); !looked.ok())
        return looked;
    const QString path = cachePath(m_options.directory);
    if (auto made = makePrivateFile(path); !made.ok())
        return made;
    Database::Options options;
    options.fullSync = false;
    options.mmapBytes = cacheMmapBytes;
    options.onDamage = [profile = m_options.directory] { suspectCache(profile); };
    auto opened = Database::open(path, options);
    if (!opened.ok())
        return opened.error();
    m_cache = opened.take();
    if (auto origin = readOrigin(); !origin.ok())
        return origin;
    return Migrator::forDatabase(QStringLiteral("cache")).migrate(*m_cache);
}

Result<Unit> StoreStart::lookClosely()
{
    const QString suspicion = suspicionPath(m_options.directory);
    if (!QFile::remove(suspicion) || !holdsData(cachePath(m_options.directory)))
        return Unit{};
    auto check = checkFile(cachePath(m_options.directory));
    if (!check.ok())
        return check.error();
    if (check.value().health == FileCheck::Health::Damaged)
        return Error{ErrorKind::Storage, {}, QStringLiteral("the quick check failed"), {}};
    return Unit{};
}

Result<Unit> StoreStart::readOrigin()
{
    auto version = Migrator::versionOf(*m_cache);
    if (!version.ok())
        return version.error();
    if (version.value() == 0)
        return Unit{};
    KeyValues origin = KeyValues::cache(*m_cache);
    auto uid = origin.text(KeyValues::uid);
    if (!uid.ok())
        return uid.error();
    if (!uid.value().isEmpty() && uid.value() != m_uid)
        return Error{ErrorKind::Storage, {}, QStringLiteral("it belongs to another journal"), {}};
    // Known even of a cache that is set aside next for its form: it still proves the journal's age.
    auto generation = origin.number(KeyValues::generation);
    if (!generation.ok())
        return generation.error();
    m_cacheGeneration = std::max(m_cacheGeneration, generation.value());
    return Unit{};
}

Result<Unit> StoreStart::judge()
{
    KeyValues profile = KeyValues::journal(*m_journal);
    auto generation = profile.number(KeyValues::generation);
    auto machine = profile.text(KeyValues::machine);
    auto restored = profile.text(KeyValues::restored);
    auto aliveMs = JournalStart::lastAliveMs(*m_journal);
    if (!generation.ok())
        return generation.error();
    if (!machine.ok())
        return machine.error();
    if (!restored.ok())
        return restored.error();
    if (!aliveMs.ok())
        return aliveMs.error();

    if (m_restored || !restored.value().isEmpty())
        m_report.journal = StartReport::Journal::RestoredByUs;
    else if (generation.value() < m_cacheGeneration)
        m_report.journal = StartReport::Journal::OlderThanCache;
    else if (!machine.value().isEmpty() && machine.value() != m_machine)
        m_report.journal = StartReport::Journal::OtherMachine;
    if (m_report.journal != StartReport::Journal::Healthy)
        m_report.journalTimeMs = aliveMs.value();
    m_report.fresh = generation.value() == 0;
    m_report.generation = std::max(generation.value(), m_cacheGeneration) + 1;
    return Unit{};
}

Result<Unit> StoreStart::raiseJournal()
{
    Transaction transaction(*m_journal);
    if (!transaction.begun().ok())
        return transaction.begun();
    if (auto done = JournalStart(*m_journal, *m_cache, m_report).run(); !done.ok())
        return done;
    KeyValues profile = KeyValues::journal(*m_journal);
    for (const auto &done :
         {profile.set(KeyValues::uid, m_uid), profile.set(KeyValues::machine, m_machine),
          profile.set(KeyValues::generation, m_report.generation),
          profile.set(KeyValues::lastSeenAt, m_report.startedAtMs), profile.remove(KeyValues::restored)}) {
        if (!done.ok())
            return done;
    }
    if (auto alive = m_reach(StorePoint::BeforeJournalCommit); !alive.ok())
        return alive;
    if (auto done = transaction.commit(); !done.ok())
        return done;
    return m_reach(StorePoint::AfterJournalCommit);
}

Result<Unit> StoreStart::raiseCache()
{
    // Durable: a cache thrown back by a power cut could no longer tell that a journal is older.
    if (auto set = m_cache->setFullSync(true); !set.ok())
        return set;
    Transaction transaction(*m_cache);
    if (!transaction.begun().ok())
        return transaction.begun();
    KeyValues origin = KeyValues::cache(*m_cache);
    for (const auto &done : {origin.set(KeyValues::uid, m_uid), origin.set(KeyValues::machine, m_machine),
                             origin.set(KeyValues::generation, m_report.generation)}) {
        if (!done.ok())
            return done;
    }
    if (auto alive = m_reach(StorePoint::BeforeCacheCommit); !alive.ok())
        return alive;
    if (auto done = transaction.commit(); !done.ok())
        return done;
    return m_reach(StorePoint::AfterCacheCommit);
}

} // namespace Petrel
