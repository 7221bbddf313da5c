// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"

#include "base/clock.h"
#include "net/oncesender.h"
#include "net/replyreader.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <optional>

namespace Petrel {

namespace {

class ProxyChoice : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return proxiesFor(query.url());
    }
};

} // namespace

struct HttpClient::Private {
    Private(Clock &clock, HttpObserver *observer)
        : clock(clock),
          observer(observer)
    { }
    Clock &clock;
    HttpObserver *observer;
    QNetworkAccessManager network;
    std::optional<QSslConfiguration> tls;
    QList<QSslCertificate> trusted;
    bool dying = false;

    //! Made when it is first needed: loading the library behind it takes longer than all else at a start's
    //! beginning.
    QSslConfiguration &configuration()
    {
        if (!tls) {
            tls = QSslConfiguration::defaultConfiguration();
            // Every request here can do without HTTP/2, and what is proved on the wire is proved for this.
            tls->setAllowedNextProtocols({});
        }
        return *tls;
    }
};

HttpClient::HttpClient(Clock &clock, HttpObserver *observer, QObject *parent)
    : HttpTransport(parent),
      d(new Private(clock, observer))
{
    d->network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    d->network.setProxyFactory(new ProxyChoice);
}

HttpClient::~HttpClient()
{
    // Whoever hears "cancelled" may ask again: not of this client.
    d->dying = true;
    qDeleteAll(findChildren<InFlight *>(Qt::FindDirectChildrenOnly));
}

Task<HttpExchange> HttpClient::send(const HttpRequest &request)
{
    if (d->dying)
        return Error{ErrorKind::Cancelled, {}, QStringLiteral("client gone"), {}};
    if (const QString why = refusal(request); !why.isEmpty()) {
        HttpExchange exchange;
        exchange.fault = HttpFault::NotAllowed;
        exchange.provedUnsent = true;
        exchange.detail = why;
        exchange.host = hostKey(request.url);
        exchange.startedAtMs = d->clock.nowMs();
        return Result<HttpExchange>(std::move(exchange));
    }
    const Promise<HttpExchange> promise;
    auto done = [promise, observer = d->observer](const HttpExchange &exchange) {
        if (observer)
            observer->exchanged(exchange);
        promise.finish(exchange);
    };
    InFlight *flight = nullptr;
    if (request.onceOnly)
        flight = new OnceSender(d->clock, d->configuration(), request, std::move(done), this);
    else
        flight = new ReplyReader(d->clock, d->network, d->configuration(), request, std::move(done), this);
    flight->start();
    return promise.task();
}

void HttpClient::addTrustedCertificate(const QByteArray &pem)
{
    // A list of one's own keeps QtNetwork from reading the system's as needed; reading it takes a tenth of a
    // second.
    static const QList<QSslCertificate> systems = QSslConfiguration::systemCaCertificates();
    d->trusted += QSslCertificate::fromData(pem, QSsl::Pem);
    d->configuration().setCaCertificates(systems + d->trusted);
}

} // namespace Petrel
