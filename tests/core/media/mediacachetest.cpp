// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/mediacache.h"

#include "support/temporaryprofile.h"

#include "heldtransport.h"
#include "pictures.h"

#include <QtTest>

using namespace Petrel;

class MediaCacheTest : public QObject {
    Q_OBJECT
private:
    TemporaryProfile m_profile;
    std::unique_ptr<MediaCache> m_cache;
    const QUrl m_url{QStringLiteral("https://media.example/a.png")};

    void open()
    {
        m_cache.reset();
        MediaCacheOptions options;
        options.directory = m_profile.file(QStringLiteral("media"));
        m_cache = std::make_unique<MediaCache>(options);
    }

private Q_SLOTS:
    void init() { open(); }

    void theDiskWorksElsewhereAndAnswersHere()
    {
        Wish<MediaFile> put;
        Wish<MediaFile> found;
        Wish<MediaFile> missed;
        Wish<qint64> total;
        const QByteArray png = pngFile(QSize(9, 9));
        put.of(m_cache->put(m_url, png));
        found.of(m_cache->find(m_url));
        missed.of(m_cache->find(QUrl(QStringLiteral("https://media.example/b"))));
        total.of(m_cache->totalBytes());
        QVERIFY(!put.ended());
        QTRY_VERIFY(total.ended());
        QVERIFY(put.ok() && found.ok() && total.ok());
        QCOMPARE(found.value().bytes, png);
        QCOMPARE(missed.kind(), ErrorKind::NotFound);
        QCOMPARE(total.value(), png.size());
    }

    void theNextRunFindsIt()
    {
        Wish<MediaFile> found;
        found.of(m_cache->find(m_url));
        QTRY_VERIFY(found.ok());
    }

    void aSmallerBudgetAndClearingAreObeyed()
    {
        Wish<Unit> less;
        Wish<qint64> nothing;
        Wish<Unit> cleared;
        less.of(m_cache->setBudget(1));
        nothing.of(m_cache->totalBytes());
        cleared.of(m_cache->clear());
        QTRY_VERIFY(cleared.ok());
        QVERIFY(less.ok());
        QCOMPARE(nothing.value(), 0);
    }

    void itsEndCancelsWhatWaits()
    {
        Wish<MediaFile> put;
        put.of(m_cache->put(m_url, pngFile(QSize(9, 9))));
        m_cache.reset();
        QCOMPARE(put.kind(), ErrorKind::Cancelled);
    }

    void whatNeverReachesAServerIsNoPartOfAnAddress()
    {
        QCOMPARE(mediaKey(QUrl(QStringLiteral("https://me:secret@media.example/a b?x=1#y"))),
                 QStringLiteral("https://media.example/a%20b?x=1"));
    }
};

QTEST_GUILESS_MAIN(MediaCacheTest)
#include "mediacachetest.moc"
