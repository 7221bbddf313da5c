// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/media.h"

#include "support/fakeclock.h"
#include "support/temporaryprofile.h"
#include "support/wireserver.h"

#include "heldtransport.h"
#include "pictures.h"

#include <QtTest>

using namespace Petrel;

//! Fetching as it looks on the wire.
class MediaWireTest : public QObject {
    Q_OBJECT
private:
    using FileWish = Wish<MediaFile>;
    std::unique_ptr<TemporaryProfile> m_profile;
    std::unique_ptr<WireServer> m_server;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<Media> m_media;
    const QByteArray m_png = pngFile(QSize(30, 30));

    std::unique_ptr<FileWish> ask(const QString &path)
    {
        auto wish = std::make_unique<FileWish>();
        QUrl url = m_server->url(path);
        url.setUserInfo(QStringLiteral("me:secret"));
        wish->of(m_media->fetcher().fetch(url, wish.get()));
        return wish;
    }
    void answerWith(const QByteArray &bytes)
    {
        m_server->onRequest = [bytes](WireConnection &connection, const WireRequest &) {
            connection.write(bytes);
        };
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TemporaryProfile>();
        m_server = std::make_unique<WireServer>(WireServer::Transport::Plain);
        m_clock = std::make_unique<FakeClock>();
        MediaOptions options;
        options.cache.directory = m_profile->file(QStringLiteral("media"));
        options.fetcher.mayFetch = [](const QUrl &) { return Result<Unit>(Unit{}); };
        options.fetcher.maxBytes = 1'000'000;
        m_media = std::make_unique<Media>(*m_clock, options);
    }
    void cleanup()
    {
        m_media.reset();
        QCOMPARE(m_clock->pendingAlarms(), 0);
        m_server.reset();
    }

    void nothingThatNamesThePersonIsSent()
    {
        answerWith(WireServer::answer(200, m_png, "image/png", "Set-Cookie: id=1\r\n"));
        for (const char *path : {"/1.png", "/2.png"}) {
            const auto wish = ask(QString::fromLatin1(path));
            QTRY_VERIFY(wish->ok());
            QCOMPARE(wish->value().bytes, m_png);
        }
        QCOMPARE(m_server->requests().size(), 2);
        for (const WireRequest &request : m_server->requests()) {
            QCOMPARE(request.method, QByteArray("GET"));
            for (const char *name : {"authorization", "cookie", "referer", "origin"})
                QCOMPARE(request.header(name), QByteArray());
            QVERIFY(request.header("accept").startsWith("image/"));
        }
    }

    void aDownloadNobodyWaitsForIsCutOffOnTheWire()
    {
        bool gone = false;
        m_server->onRequest = [&](WireConnection &connection, const WireRequest &) {
            connect(&connection, &WireConnection::gone, this, [&gone] { gone = true; });
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + m_png.left(20));
        };
        auto wish = ask(QStringLiteral("/1.png"));
        QTRY_COMPARE(m_server->requests().size(), 1);
        wish.reset();
        QTRY_VERIFY(gone);
    }

    void aFileWithoutAnEndIsCutOff()
    {
        bool gone = false;
        m_server->onRequest = [&](WireConnection &connection, const WireRequest &) {
            const auto more = [&connection] { connection.write(QByteArray(100'000, 'x')); };
            connect(&connection, &WireConnection::drained, &connection, more);
            connect(&connection, &WireConnection::gone, this, [&gone] { gone = true; });
            connection.write("HTTP/1.1 200 OK\r\n\r\n" + m_png);
        };
        const auto wish = ask(QStringLiteral("/1.png"));
        QTRY_VERIFY(wish->ended());
        QCOMPARE(wish->kind(), ErrorKind::Malformed);
        QTRY_VERIFY(gone);
    }

    void aFileThatBreaksOffIsNotKept()
    {
        m_server->onRequest = [&](WireConnection &connection, const WireRequest &) {
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + m_png);
            connection.close();
        };
        const auto wish = ask(QStringLiteral("/1.png"));
        QTRY_VERIFY(wish->ended());
        QCOMPARE(wish->kind(), ErrorKind::ServerDown);
        Wish<qint64> total;
        total.of(m_media->cache().totalBytes());
        QTRY_VERIFY(total.ended());
        QCOMPARE(total.value(), 0);
    }
};

QTEST_GUILESS_MAIN(MediaWireTest)
#include "mediawiretest.moc"
