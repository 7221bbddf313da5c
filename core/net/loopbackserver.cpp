// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/loopbackserver.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <optional>

namespace Petrel {

namespace {

constexpr qsizetype longestRequest = 16 * 1024;
constexpr qsizetype mostConnections = 16;
constexpr auto callbackPath = "/callback";

QByteArray pageWith(const QString &title, const QString &words)
{
    const QLocale locale;
    const bool rightToLeft = locale.textDirection() == Qt::RightToLeft;
    const QString page =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\" dir=\"%2\"><head><meta charset=\"utf-8\">"
                       "<title>%3</title></head><body><h1>%3</h1><p>%4</p></body></html>\n")
            .arg(locale.bcp47Name(), rightToLeft ? QStringLiteral("rtl") : QStringLiteral("ltr"),
                 title.toHtmlEscaped(), words.toHtmlEscaped());
    return page.toUtf8();
}

QByteArray answerWith(const QByteArray &status, const QByteArray &body)
{
    return "HTTP/1.1 " + status
        + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nConnection: close\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer"
          "\r\nX-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY"
          "\r\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none'; base-uri 'none'\r\n\r\n"
        + body;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("Petrel::LoopbackServer", text);
}

QByteArray notFound()
{
    return answerWith(
        "404 Not Found",
        pageWith(QStringLiteral("Petrel"),
                 translated(QT_TRANSLATE_NOOP("Petrel::LoopbackServer", "There is nothing here."))));
}

QByteArray welcome(const QUrlQuery &query)
{
    if (query.hasQueryItem(QStringLiteral("error")))
        return answerWith(
            "200 OK",
            pageWith(translated(QT_TRANSLATE_NOOP("Petrel::LoopbackServer", "Petrel was not given access")),
                     translated(QT_TRANSLATE_NOOP("Petrel::LoopbackServer",
                                                  "You can close this page. Petrel tells you more."))));
    return answerWith(
        "200 OK",
        pageWith(translated(QT_TRANSLATE_NOOP("Petrel::LoopbackServer", "Petrel has its answer")),
                 translated(QT_TRANSLATE_NOOP("Petrel::LoopbackServer",
                                              "You can close this page and go back to Petrel."))));
}

//! The query of a request for the callback; nothing for any other request.
std::optional<QUrlQuery> queryOf(const QByteArray &head, const QByteArray &ownHost)
{
    const auto lines = head.split('\n');
    const auto words = lines.constFirst().trimmed().split(' ');
    if (words.size() != 3 || words.at(0) != "GET" || !words.at(2).startsWith("HTTP/1."))
        return {};
    int hosts = 0;
    for (const auto &line : lines.mid(1)) {
        // Another name for this address would be a page elsewhere reaching in.
        if (line.left(5).toLower() == "host:" && line.mid(5).trimmed() == ownHost)
            ++hosts;
    }
    const QUrl url = QUrl::fromEncoded(words.at(1), QUrl::StrictMode);
    const QUrlQuery query(url);
    const bool saysSomething =
        query.hasQueryItem(QStringLiteral("code")) || query.hasQueryItem(QStringLiteral("error"));
    if (hosts != 1 || !words.at(1).startsWith('/') || !url.host().isEmpty()
        || url.path() != QLatin1String(callbackPath) || !saysSomething)
        return {};
    return query;
}

} // namespace

struct LoopbackServer::Private {
    QTcpServer server;
    QHash<QTcpSocket *, QByteArray> received;
    QList<QTcpSocket *> waiting; //!< without a whole request, oldest first
    Promise<QUrlQuery> promise;
    bool asked = false;

    void accept();
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const QByteArray &bytes);
    void forget(QTcpSocket *socket)
    {
        waiting.removeOne(socket);
        received.remove(socket);
    }
};

LoopbackServer::LoopbackServer(QObject *parent)
    : QObject(parent),
      d(new Private)
{
    connect(&d->server, &QTcpServer::newConnection, this, [this] { d->accept(); });
}

LoopbackServer::~LoopbackServer() = default;

Result<QUrl> LoopbackServer::listen()
{
    if (!d->server.isListening() && !d->server.listen(QHostAddress::LocalHost, 0))
        return Error{ErrorKind::Unsupported,
                     translated(QT_TRANSLATE_NOOP("Petrel::LoopbackServer",
                                                  "No local port is free for the answer of the browser.")),
                     d->server.errorString(),
                     {}};
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(d->server.serverPort());
    url.setPath(QLatin1String(callbackPath));
    return url;
}

Task<QUrlQuery> LoopbackServer::redirect()
{
    if (std::exchange(d->asked, true))
        return Error{ErrorKind::Cancelled, {}, QStringLiteral("asked twice"), {}};
    return d->promise.task();
}

void LoopbackServer::Private::accept()
{
    while (QTcpSocket *socket = server.nextPendingConnection()) {
        // Browsers open connections ahead and leave them idle: the oldest gives way.
        if (waiting.size() >= mostConnections)
            waiting.constFirst()->abort();
        waiting.append(socket);
        received.insert(socket, {});
        QObject::connect(socket, &QTcpSocket::disconnected, &server, [this, socket] {
            forget(socket);
            socket->deleteLater();
        });
        QObject::connect(socket, &QTcpSocket::readyRead, &server, [this, socket] { read(socket); });
    }
}

void LoopbackServer::Private::read(QTcpSocket *socket)
{
    QByteArray &head = received[socket];
    head += socket->read(longestRequest + 1 - head.size());
    const auto end = head.indexOf("\r\n\r\n");
    if (end < 0 && head.size() <= longestRequest)
        return;
    const QByteArray ownHost = "127.0.0.1:" + QByteArray::number(server.serverPort());
    const auto query = end < 0 ? std::nullopt : queryOf(head.left(end), ownHost);
    if (!query) {
        answer(socket, end < 0 ? answerWith("431 Request Header Fields Too Large", {}) : notFound());
        return;
    }
    answer(socket, welcome(*query));
    if (promise.isFinished())
        return;
    // Whoever waits may destroy the server in answer; nothing of it is touched afterwards.
    const Promise<QUrlQuery> kept = promise;
    kept.finish(*query);
}

void LoopbackServer::Private::answer(QTcpSocket *socket, const QByteArray &bytes)
{
    socket->disconnect(&server);
    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QTcpSocket::deleteLater);
    forget(socket);
    socket->write(bytes);
    // The page must still get out where the answer makes its owner destroy the server.
    socket->setParent(nullptr);
    socket->flush();
    socket->disconnectFromHost();
}

} // namespace Petrel
