// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace Petrel;

namespace {

const QString account = QStringLiteral("a");

} // namespace

//! A file system of half a megabyte that nobody outside this process sees.
class TinyDisk {
public:
    TinyDisk()
    {
        const QByteArray path = m_dir.path().toLocal8Bit();
        // Private first, or the mount would show in the rest of the system.
        m_mounted = ::unshare(CLONE_NEWNS) == 0
            && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
            && ::mount("tmpfs", path.constData(), "tmpfs", 0, "size=512k") == 0;
    }
    ~TinyDisk()
    {
        if (m_mounted)
            ::umount2(m_dir.path().toLocal8Bit().constData(), MNT_DETACH);
    }
    [[nodiscard]] bool isMounted() const { return m_mounted; }
    [[nodiscard]] QString profile() const { return m_dir.file(QStringLiteral("profile")); }

    //! Leaves no room at all; false where there was room to the end.
    [[nodiscard]] bool fill() const
    {
        QFile filler(m_dir.file(QStringLiteral("filler")));
        if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return false;
        for (int i = 0; i < 2000; ++i) {
            if (filler.write(QByteArray(512, 'f')) != 512)
                return true;
        }
        return false;
    }
    void makeRoom() const { QFile::remove(m_dir.file(QStringLiteral("filler"))); }

private:
    TemporaryProfile m_dir;
    bool m_mounted = false;
};

class FullDiskTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<TinyDisk> m_disk;
    FakeClock m_clock;

    StoreOptions options() { return optionsFor(m_disk->profile(), m_clock); }

private Q_SLOTS:
    void init()
    {
        m_disk = std::make_unique<TinyDisk>();
        if (!m_disk->isMounted())
            QSKIP("mounting a small file system needs privileges");
    }

    void aWishThatFindsNoRoomSaysSoAndTheNextOneIsKept()
    {
        auto store = opened(options());
        QVERIFY(store);
        QVERIFY(addAccount(*store, accountNamed(account)));
        QVERIFY(!addAction(*store, publishOf(account, QStringLiteral("before"))).isNull());
        QVERIFY(m_disk->fill());
        int refused = 0;
        QString words;
        for (int i = 0; i < 20; ++i) {
            Action action = publishOf(account, QString::number(i));
            action.content.text = QString(20'000, QLatin1Char('x'));
            auto written = ended(store->journal([action](JournalTx &tx) {
                Action copy = action;
                return ActionStore(tx.db).insert(copy);
            }));
            if (!written.ok()) {
                ++refused;
                words = written.error().message;
            }
        }
        QVERIFY(refused > 0);
        QCOMPARE(words, QStringLiteral("The disk is full."));
        const int kept = 21 - refused;
        QCOMPARE(ActionStore(store->reader()).recent({}, 100).value().size(), kept);

        m_disk->makeRoom();
        QVERIFY(!addAction(*store, publishOf(account, QStringLiteral("after"))).isNull());
        store.reset();
        store = opened(options());
        QVERIFY(store);
        QCOMPARE(store->startReport().journal, StartReport::Journal::Healthy);
        QCOMPARE(ActionStore(store->reader()).recent({}, 100).value().size(), kept + 1);
    }

    void aStartOnAFullDiskWorksOrSaysWhyAndLosesNothing()
    {
        auto store = opened(options());
        QVERIFY(store);
        QVERIFY(addAccount(*store, accountNamed(account)));
        QVERIFY(!addAction(*store, publishOf(account, QStringLiteral("kept"))).isNull());
        store.reset();
        QVERIFY(m_disk->fill());
        auto started = Store::open(options());
        if (started.ok())
            QCOMPARE(started.value()->startReport().journal, StartReport::Journal::Healthy);
        else
            QVERIFY2(started.error().message == QStringLiteral("The disk is full."),
                     qPrintable(started.error().detail));
        started = Error{};
        m_disk->makeRoom();
        store = opened(options());
        QVERIFY(store);
        QCOMPARE(store->startReport().journal, StartReport::Journal::Healthy);
        QVERIFY(!store->startReport().cacheSetAside);
        QCOMPARE(ActionStore(store->reader()).recent({}, 100).value().first().uid, QStringLiteral("kept"));
    }
};

QTEST_GUILESS_MAIN(FullDiskTest)
#include "fulldisktest.moc"
