// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/replyreader.h"

#include "net/answerparser.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkRequest>

namespace Petrel {

namespace {

// How much of an answer may wait unread, so that a fast server cannot fill the memory before it is counted.
constexpr qint64 readBufferBytes = 256 * 1024;

QNetworkRequest networkRequest(const HttpRequest &request, const QSslConfiguration &tls)
{
    QUrl url = request.url;
    url.setUserInfo(QString());
    url.setFragment(QString());
    QNetworkRequest result(url);
    result.setSslConfiguration(tls);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // Our own bound is tighter and ends as what it is.
    result.setDecompressedSafetyCheckThreshold(-1);
    const auto headers = requestHeaders(request);
    for (const auto &[name, value] : headers)
        result.setRawHeader(name, value);
    if (request.body.isEmpty() && request.method != HttpRequest::Method::Get)
        result.setRawHeader("Content-Type", "application/x-www-form-urlencoded");
    return result;
}

HttpResponse responseOf(const QNetworkReply &reply, QByteArray body)
{
    HttpResponse response;
    response.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto pairs = reply.rawHeaderPairs();
    for (const auto &[name, value] : pairs)
        response.headers.append({name.toLower(), value});
    response.body = std::move(body);
    deriveFromHeaders(response);
    return response;
}

//! QtNetwork forgets the length of a compressed answer and takes half of one for a whole. In chunks it does
//! not.
bool brokeOffCompressed(const HttpResponse &response)
{
    if (response.header("content-encoding").isEmpty() || !response.header("transfer-encoding").isEmpty())
        return false;
    return response.isJson() && !response.body.isEmpty() && QJsonDocument::fromJson(response.body).isNull();
}

} // namespace

ReplyReader::ReplyReader(Clock &clock, QNetworkAccessManager &network, const QSslConfiguration &tls,
                         HttpRequest request, Done done, QObject *parent)
    : InFlight(clock, std::move(request), std::move(done), parent),
      m_network(network),
      m_tls(tls)
{ }

ReplyReader::~ReplyReader()
{
    stop();
}

void ReplyReader::start()
{
    const QNetworkRequest request = networkRequest(m_request, m_tls);
    if (m_request.method == HttpRequest::Method::Get)
        m_reply = m_network.get(request);
    else
        m_reply = m_network.sendCustomRequest(request, methodName(m_request.method), m_request.body);
    m_reply->setReadBufferSize(readBufferBytes);
    connect(m_reply, &QNetworkReply::encrypted, this, [this] { progressed(); });
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_sent = true;
        progressed();
    });
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this] { progressed(); });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] { progressed(); });
    connect(m_reply, &QNetworkReply::readyRead, this, [this] { read(); });
    connect(m_reply, &QNetworkReply::finished, this, [this] { finished(); });
}

void ReplyReader::read()
{
    if (ended())
        return;
    progressed();
    while (!ended()) {
        const QByteArray part = m_reply->read(64 * 1024);
        if (part.isEmpty())
            return;
        m_body += part;
        if (m_body.size() > m_request.maxBytes)
            failed(HttpFault::AnswerTooLarge, QStringLiteral("answer too large"), false);
    }
}

void ReplyReader::finished()
{
    if (ended())
        return;
    read();
    if (ended())
        return;
    const auto error = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // Errors of Qt that only repeat what the status says are answers.
    const bool saysStatus = error == QNetworkReply::NoError || (status >= 400 && error > 200);
    if (saysStatus && status >= 200 && error != QNetworkReply::ContentReSendError) {
        HttpResponse response = responseOf(*m_reply, std::move(m_body));
        if (brokeOffCompressed(response))
            failed(HttpFault::ConnectionLost, QStringLiteral("compressed answer broke off"), false);
        else
            answered(std::move(response));
        return;
    }
    const HttpFault fault = faultOf(error);
    failed(fault, QStringLiteral("network error %1").arg(int(error)), provedUnsent());
}

HttpFault ReplyReader::faultOf(QNetworkReply::NetworkError error) const
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyNotFoundError:
        return unlessOffline(HttpFault::NameNotResolved, m_request.url);
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
        return HttpFault::Refused;
    case QNetworkReply::SslHandshakeFailedError:
        return HttpFault::TlsFailed;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return HttpFault::TimedOut;
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return unlessOffline(HttpFault::ConnectionLost, m_request.url);
    case QNetworkReply::UnknownNetworkError:
        return unlessOffline(m_sent ? HttpFault::ConnectionLost : HttpFault::Refused, m_request.url);
    default:
        return HttpFault::ConnectionLost;
    }
}

void ReplyReader::stop()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply;
    m_reply.clear();
    reply->disconnect(this);
    if (!reply->isFinished())
        reply->abort();
    reply->deleteLater();
}

} // namespace Petrel
