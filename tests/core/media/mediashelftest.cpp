// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/mediashelf.h"

#include "support/temporaryprofile.h"

#include "pictures.h"

#include <QCryptographicHash>
#include <QFile>
#include <QtTest>

using namespace Petrel;

namespace {

QString name(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

//! A file of a thousand bytes that differs by its number.
QByteArray file(int number)
{
    return QByteArray(996, 'x') + big32(quint32(number));
}

QString url(int number)
{
    return QStringLiteral("https://media.example/%1").arg(number);
}

} // namespace

class MediaShelfTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<TemporaryProfile> m_profile;
    std::unique_ptr<MediaShelf> m_shelf;

    QString folder() const { return m_profile->file(QStringLiteral("media")); }
    QString path(const QString &fileName) const { return folder() + QLatin1Char('/') + fileName; }
    QStringList files() const
    {
        QStringList names = QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
        names.removeIf([](const QString &n) { return n.startsWith(QLatin1String("index.sqlite")); });
        return names;
    }
    void open(qint64 budget = 1'000'000)
    {
        m_shelf.reset();
        m_shelf = std::make_unique<MediaShelf>(folder(), budget);
    }
    bool has(int number)
    {
        const auto found = m_shelf->find(url(number));
        return found.ok() && found.value().bytes == file(number);
    }
    bool put(int number) { return m_shelf->put(url(number), file(number)).ok(); }
    //! The folder as a kill at this moment would leave it, in the place of the one in use.
    void kill()
    {
        auto copy = std::make_unique<TemporaryProfile>();
        QVERIFY(m_profile->copyTo(*copy));
        m_shelf.reset();
        m_profile = std::move(copy);
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TemporaryProfile>();
        open();
    }

    void whatWasPutIsFoundAlsoByTheNextRun()
    {
        const QByteArray png = pngFile(QSize(4, 4));
        const auto kept = m_shelf->put(url(1), png);
        QVERIFY(kept.ok());
        QCOMPARE(kept.value().path, path(name(png)));
        for (int run = 0; run < 2; ++run) {
            const auto found = m_shelf->find(url(1));
            QVERIFY(found.ok());
            QCOMPARE(found.value().bytes, png);
            QCOMPARE(found.value().mime, QByteArray("image/png"));
            QCOMPARE(found.value().path, path(name(png)));
            QCOMPARE(m_shelf->find(url(2)).error().kind, ErrorKind::NotFound);
            open();
        }
        QCOMPARE(files(), QStringList{name(png)});
        QCOMPARE(QFile::permissions(path(name(png))) & QFile::Permissions(0x77), QFile::Permissions());
    }

    void sameBytesUnderTwoAddressesAreStoredOnce()
    {
        QVERIFY(m_shelf->put(url(1), file(7)).ok());
        QVERIFY(m_shelf->put(url(2), file(7)).ok());
        QCOMPARE(files().size(), 1);
        QCOMPARE(m_shelf->totalBytes().value(), 1'000);
        QCOMPARE(m_shelf->find(url(1)).value().bytes, file(7));
        QCOMPARE(m_shelf->find(url(2)).value().bytes, file(7));
    }

    void anAddressMayGetOtherBytes()
    {
        QVERIFY(m_shelf->put(url(1), file(7)).ok());
        QVERIFY(m_shelf->put(url(1), file(8)).ok());
        QCOMPARE(m_shelf->find(url(1)).value().bytes, file(8));
    }

    void theLeastRecentlyUsedGoFirstDownToNineTenths()
    {
        open(10'000);
        for (int i = 0; i < 10; ++i)
            QVERIFY(put(i));
        QCOMPARE(files().size(), 10);
        QVERIFY(has(0));
        QVERIFY(put(10));
        QCOMPARE(m_shelf->totalBytes().value(), 9'000);
        QCOMPARE(files().size(), 9);
        QVERIFY(has(0));
        QVERIFY(!has(1));
        QVERIFY(!has(2));
        for (int i = 3; i <= 10; ++i)
            QVERIFY(has(i));
    }

    void theOrderOfUseOutlivesTheRun()
    {
        for (int i = 0; i < 4; ++i)
            QVERIFY(put(i));
        QVERIFY(has(0));
        open(3'500);
        QVERIFY(has(3));
        QVERIFY(has(0));
        QVERIFY(has(2));
        QVERIFY(!has(1));
    }

    void theBudgetHoldsAfterAKill()
    {
        for (int i = 0; i < 10; ++i)
            QVERIFY(put(i));
        kill();
        open(5'000);
        QCOMPARE(m_shelf->totalBytes().value(), 4'000);
        QCOMPARE(files().size(), 4);
        QVERIFY(has(9));
    }

    void aSmallerBudgetHoldsAtOnce()
    {
        for (int i = 0; i < 10; ++i)
            QVERIFY(put(i));
        QVERIFY(m_shelf->setBudget(2'000).ok());
        QCOMPARE(files().size(), 1);
    }

    void whatIsLargerThanTheBudgetIsNotKept()
    {
        open(900);
        QCOMPARE(m_shelf->put(url(1), file(1)).error().kind, ErrorKind::Storage);
        QVERIFY(files().isEmpty());
    }

    void aTornFileIsNotShown_data()
    {
        QTest::addColumn<QByteArray>("torn");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut off") << file(1).left(500);
        QTest::newRow("longer") << file(1) + "more";
        QTest::newRow("same length, full of nothing") << QByteArray(1'000, '\0');
    }
    void aTornFileIsNotShown()
    {
        QFETCH(QByteArray, torn);
        QVERIFY(put(1));
        kill();
        QFile there(path(name(file(1))));
        QVERIFY(there.open(QIODevice::WriteOnly | QIODevice::Truncate) && there.write(torn) == torn.size());
        there.close();
        open();
        QCOMPARE(m_shelf->find(url(1)).error().kind, ErrorKind::NotFound);
        QVERIFY(files().isEmpty());
        QCOMPARE(m_shelf->totalBytes().value(), 0);
        QVERIFY(put(1));
        QVERIFY(has(1));
    }

    void aTornFileIsMendedByWhoeverBringsItAgain()
    {
        QVERIFY(put(1));
        kill();
        QVERIFY(QFile::resize(path(name(file(1))), 10));
        open();
        QVERIFY(m_shelf->put(url(2), file(1)).ok());
        QVERIFY(has(1));
        QCOMPARE(m_shelf->totalBytes().value(), 1'000);
    }

    void aLostFileIsForgotten()
    {
        QVERIFY(put(1));
        QVERIFY(QFile::remove(path(name(file(1)))));
        QVERIFY(!has(1));
        QCOMPARE(m_shelf->totalBytes().value(), 0);
    }

    void aKillBetweenFileAndIndexLeavesNothing()
    {
        QVERIFY(put(1));
        kill();
        for (const QString &orphan : {name(file(2)), name(file(3)) + QStringLiteral(".part")}) {
            QFile there(path(orphan));
            QVERIFY(there.open(QIODevice::WriteOnly) && there.write("x") == 1);
        }
        open();
        QVERIFY(has(1));
        QCOMPARE(files(), QStringList{name(file(1))});
    }

    void aLostIndexBeginsAnew()
    {
        QVERIFY(put(1));
        m_shelf.reset();
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(path(QStringLiteral("index.sqlite") + QLatin1String(suffix)));
        open();
        QVERIFY(!has(1));
        QVERIFY(files().isEmpty());
        QVERIFY(put(1));
        QVERIFY(has(1));
    }

    void aSpoiltIndexBeginsAnew_data()
    {
        QTest::addColumn<int>("from");
        QTest::newRow("from the start") << 0;
        QTest::newRow("behind its header") << 100;
        QTest::newRow("all pages but the first") << 4096;
    }
    void aSpoiltIndexBeginsAnew()
    {
        QFETCH(int, from);
        for (int i = 0; i < 50; ++i)
            QVERIFY(put(i));
        m_shelf.reset();
        QFile index(path(QStringLiteral("index.sqlite")));
        QVERIFY(index.open(QIODevice::ReadWrite) && index.seek(from));
        QVERIFY(index.write(QByteArray(int(index.size()) - from, '\x5a')) > 0);
        index.close();
        open();
        QVERIFY(put(100));
        QVERIFY(has(100));
        QVERIFY(!has(1));
        QCOMPARE(files().size(), 1);
    }

    void anIndexOfANewerPetrelBeginsAnew()
    {
        QVERIFY(put(1));
        m_shelf.reset();
        {
            auto database = Database::open(path(QStringLiteral("index.sqlite")), {});
            QVERIFY(database.ok());
            QVERIFY(database.value()->execute(QStringLiteral("PRAGMA user_version=99")).ok());
        }
        open();
        QVERIFY(!has(1));
        QVERIFY(put(1));
        QVERIFY(has(1));
    }

    void filesOfOthersAreLeftAlone()
    {
        QVERIFY(put(1));
        QFile other(path(QStringLiteral("holiday.jpg")));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("x") == 1);
        other.close();
        QVERIFY(m_shelf->clear().ok());
        QCOMPARE(files(), QStringList{QStringLiteral("holiday.jpg")});
        QCOMPARE(m_shelf->totalBytes().value(), 0);
        QVERIFY(put(1));
    }

    void aFolderThatCannotBeMadeIsAnError()
    {
        QFile inTheWay(m_profile->file(QStringLiteral("file")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        MediaShelf shelf(m_profile->file(QStringLiteral("file/media")), 1'000);
        QCOMPARE(shelf.find(url(1)).error().kind, ErrorKind::Storage);
        QCOMPARE(shelf.put(url(1), file(1)).error().kind, ErrorKind::Storage);
    }
};

QTEST_GUILESS_MAIN(MediaShelfTest)
#include "mediashelftest.moc"
