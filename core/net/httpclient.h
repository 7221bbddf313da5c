// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "base/task.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QUrl>
#include <QVector>

#include <optional>
#include <utility>

namespace Petrel {

class Clock;

//! One request. Never holds a token in its headers: `bearer` is added by the client and goes to the host of
//! `url` only.
struct HttpRequest {
    enum class Method { Get, Post, Put, Patch, Delete };
    Method method = Method::Get;
    QUrl url;
    QByteArray body;
    QByteArray contentType; //!< with a body only
    QVector<std::pair<QByteArray, QByteArray>> headers;
    Secret bearer;
    //! Repeating it by accident would do something twice: it goes out exactly once, on a fresh connection,
    //! with a body that cannot be rewound. Such a request must have a body.
    bool onceOnly = false;
    qint64 timeoutMs = 30'000; //!< of silence, from the start to the last byte; and twenty times that in all
    qint64 maxBytes = 8 * 1024 * 1024; //!< after decompression; a larger answer is cut off and is Malformed
    //! Once this object is destroyed nobody wants the answer: the request is cut off and ends as Aborted.
    //! Null = wanted to the end. For what may be given up without harm.
    QPointer<QObject> wantedBy;
};

struct HttpResponse {
    int status = 0;
    QByteArray contentType; //!< lower case, without parameters
    QByteArray body;
    QVector<std::pair<QByteArray, QByteArray>> headers; //!< names in lower case
    qint64 serverDateMs = 0; //!< Date header; 0 = none

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;
    [[nodiscard]] bool isJson() const;
};

//! Why no whole answer came, finer than ErrorKind, as people would say it.
enum class HttpFault {
    NoNetworkHere,
    NameNotResolved,
    Refused,
    TlsFailed,
    TimedOut,
    ConnectionLost,
    AnswerTooLarge,
    NotAllowed, //!< plain http to something else than this computer, or a scheme we do not speak
    Aborted,
};

//! What came of one request: an answer (of any status), or a fault.
struct HttpExchange {
    std::optional<HttpResponse> response;
    std::optional<HttpFault> fault;
    //! True only where it is proved that no byte of the body was ever taken for sending (onceOnly requests),
    //! or that no connection was made.
    bool provedUnsent = false;
    QString detail; //!< for logs, no secret
    QString host; //!< "host" or "host:port", as in ServerHost
    qint64 startedAtMs = 0; //!< wall time
    qint64 tookMs = 0;

    //! The fault or a non-2xx status as an Error (HTTP meaning only; services refine it). Call when there is
    //! one.
    [[nodiscard]] Error error(qint64 nowMs) const;
};

//! Hears of every exchange with every host, for the weather.
class HttpObserver {
public:
    virtual ~HttpObserver() = default;
    virtual void exchanged(const HttpExchange &exchange) = 0;
};

//! What services send through; replaced by scripted ones in unit tests.
class HttpTransport : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    //! Sends one request; never fails as a task but by Cancelled, when the transport is destroyed first.
    //! Redirects are answers and are never followed.
    virtual Task<HttpExchange> send(const HttpRequest &request) = 0;
};

//! HttpTransport over QtNetwork. Plain http is spoken to loopback addresses only (127.0.0.0/8, ::1,
//! localhost). Verified on the wire: a onceOnly request leaves once whatever the connection does (Qt by
//! itself would send an unanswered POST again, over TLS up to four times).
class HttpClient : public HttpTransport {
    Q_OBJECT
public:
    //! `observer` may be null; both must outlive the client.
    HttpClient(Clock &clock, HttpObserver *observer, QObject *parent = nullptr);
    ~HttpClient() override;
    Task<HttpExchange> send(const HttpRequest &request) override;
    //! For tests with a certificate of their own: the only authorities trusted besides the system's.
    void addTrustedCertificate(const QByteArray &pem);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

//! "host" or "host:port" (port left out where it is the scheme's own), lower case.
[[nodiscard]] QString hostKey(const QUrl &url);
//! True for 127.0.0.0/8, ::1 and localhost.
[[nodiscard]] bool isLoopback(const QString &host);

} // namespace Petrel
