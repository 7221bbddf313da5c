// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/discovery.h"

#include "base/clock.h"
#include "service/mastodon/answer.h"
#include "service/mastodon/client.h"
#include "service/mastodon/json.h"

#include <QCoreApplication>

namespace Petrel {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Petrel::Discovery", text);
}

QString faultInWords(HttpFault fault)
{
    switch (fault) {
    case HttpFault::NoNetworkHere:
        return words(QT_TRANSLATE_NOOP("Petrel::Discovery", "This computer has no network."));
    case HttpFault::NameNotResolved:
        return words(QT_TRANSLATE_NOOP("Petrel::Discovery",
                                       "There is no server of the name %1. Is it spelled correctly?"));
    case HttpFault::Refused:
        return words(QT_TRANSLATE_NOOP("Petrel::Discovery", "%1 refuses connections. It may be down."));
    case HttpFault::TlsFailed:
        return words(QT_TRANSLATE_NOOP(
            "Petrel::Discovery", "The certificate of %1 cannot be trusted, so nothing was sent there."));
    case HttpFault::TimedOut:
        return words(QT_TRANSLATE_NOOP("Petrel::Discovery", "%1 did not answer in time."));
    case HttpFault::ConnectionLost:
        return words(QT_TRANSLATE_NOOP("Petrel::Discovery", "The connection to %1 broke off."));
    case HttpFault::AnswerTooLarge:
        return words(QT_TRANSLATE_NOOP("Petrel::Discovery",
                                       "%1 answered with more than a server would say of itself."));
    case HttpFault::NotAllowed:
        return words(QT_TRANSLATE_NOOP("Petrel::Discovery", "%1 may not be asked without encryption."));
    case HttpFault::Aborted:
        return words(QT_TRANSLATE_NOOP("Petrel::Discovery", "Looking for %1 was broken off."));
    }
    Q_UNREACHABLE();
}

QUrl originOf(const QUrl &url)
{
    return url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

bool isWithin(const QString &host, const QString &domain)
{
    return host == domain || host.endsWith(QLatin1Char('.') + domain);
}

QString softwareForPeople(const NodeSoftware &software, const QString &versionWords)
{
    if (software.name.isEmpty())
        return versionWords;
    static const QHash<QString, QString> names{{QStringLiteral("mastodon"), QStringLiteral("Mastodon")},
                                               {QStringLiteral("gotosocial"), QStringLiteral("GoToSocial")},
                                               {QStringLiteral("pleroma"), QStringLiteral("Pleroma")},
                                               {QStringLiteral("akkoma"), QStringLiteral("Akkoma")},
                                               {QStringLiteral("pixelfed"), QStringLiteral("Pixelfed")}};
    const QString name = names.value(software.name, software.name);
    return software.version.isEmpty() ? name : name + QLatin1Char(' ') + software.version;
}

} // namespace

QString mastodonServiceId()
{
    return QStringLiteral("mastodon");
}

Discovery::Discovery(HttpTransport &transport, Clock &clock, const TypedServer &typed, QObject *parent)
    : QObject(parent),
      m_transport(transport),
      m_clock(clock),
      m_typed(typed),
      m_base(typed.base)
{ }

Task<ServerDescription> Discovery::start()
{
    Task<ServerDescription> task = m_promise.task();
    if (m_typed.user.isEmpty()) {
        askInstance();
    } else {
        const QString account = QStringLiteral("acct:%1@%2").arg(m_typed.user, hostKey(m_typed.base));
        askBase(QStringLiteral("/.well-known/webfinger"), &Discovery::fingered,
                QStringLiteral("resource=") + QString::fromLatin1(QUrl::toPercentEncoding(account)));
    }
    return task;
}

void Discovery::ask(const QUrl &url, Step step, int redirectsLeft)
{
    HttpRequest request;
    request.url = url;
    request.headers.append({QByteArrayLiteral("Accept"), QByteArrayLiteral("application/json, */*;q=0.5")});
    m_transport.send(request).finally(
        this, [this, url, step, redirectsLeft](const Result<HttpExchange> &result) {
            if (!result.ok())
                return end(result.error());
            const HttpExchange &exchange = result.value();
            const int status = exchange.response ? exchange.response->status : 0;
            const bool redirect =
                status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
            if (!redirect || redirectsLeft == 0)
                return (this->*step)(exchange, url);
            const QUrl target = url.resolved(QUrl::fromEncoded(exchange.response->header("location")));
            if (!mayBeAsked(target))
                return (this->*step)(exchange, url);
            ask(target, step, redirectsLeft - 1);
        });
}

void Discovery::askBase(const QString &path, Step step, const QString &query)
{
    ask(apiRequest(m_base, HttpRequest::Method::Get, path, query).url, step);
}

void Discovery::fingered(const HttpExchange &exchange, const QUrl &)
{
    if (!exchange.response) {
        failsFor(exchange);
        return;
    }
    const auto answer = succeeded(exchange) ? Json::objectFrom(exchange.response->body) : std::nullopt;
    // Whatever else came: perhaps the domain is a server all the same.
    if (answer)
        (void)moveTo(serverFromWebfinger(*answer));
    askInstance();
}

void Discovery::askInstance()
{
    askBase(QStringLiteral("/api/v2/instance"), &Discovery::instanceAnswered);
}

void Discovery::instanceAnswered(const HttpExchange &exchange, const QUrl &finalUrl)
{
    if (failsFor(exchange))
        return;
    if (!takeInstance(exchange, finalUrl))
        askBase(QStringLiteral("/api/v1/instance"), &Discovery::oldInstanceAnswered);
}

void Discovery::oldInstanceAnswered(const HttpExchange &exchange, const QUrl &finalUrl)
{
    if (failsFor(exchange) || takeInstance(exchange, finalUrl))
        return;
    if (m_hostMetaAsked)
        return fail(
            ErrorKind::NotFound,
            words(QT_TRANSLATE_NOOP("Petrel::Discovery",
                                    "There is a server at %1, but it does not speak Mastodon's language.")),
            &exchange);
    m_hostMetaAsked = true;
    askBase(QStringLiteral("/.well-known/host-meta"), &Discovery::hostMetaAnswered);
}

void Discovery::hostMetaAnswered(const HttpExchange &exchange, const QUrl &finalUrl)
{
    if (failsFor(exchange))
        return;
    const QUrl named = succeeded(exchange) ? serverFromHostMeta(exchange.response->body) : QUrl();
    if (moveTo(named) || (succeeded(exchange) && moveTo(originOf(finalUrl))))
        return askInstance();
    fail(ErrorKind::NotFound,
         words(QT_TRANSLATE_NOOP("Petrel::Discovery",
                                 "There is a server at %1, but it does not speak Mastodon's language.")),
         &exchange);
}

bool Discovery::takeInstance(const HttpExchange &exchange, const QUrl &finalUrl)
{
    const auto document = succeeded(exchange) ? Json::objectFrom(exchange.response->body) : std::nullopt;
    const auto instance = document ? readInstance(*document) : std::nullopt;
    if (!instance)
        return false;
    m_instance = *instance;
    (void)moveTo(originOf(finalUrl));
    askBase(QStringLiteral("/.well-known/nodeinfo"), &Discovery::nodeListAnswered);
    return true;
}

void Discovery::nodeListAnswered(const HttpExchange &exchange, const QUrl &)
{
    if (softwareCannotTell(exchange))
        return;
    const auto list = succeeded(exchange) ? Json::objectFrom(exchange.response->body) : std::nullopt;
    const QUrl address = m_base.resolved(QUrl(list ? nodeinfoAddress(*list) : QString()));
    const bool here = address.host() == m_base.host() || address.host() == m_typed.base.host();
    // The software is good to know, but nobody's word but the server's own counts for it.
    if (!list || address.path().isEmpty() || !here || !mayBeAsked(address))
        return finishWith({});
    ask(address, &Discovery::nodeAnswered);
}

void Discovery::nodeAnswered(const HttpExchange &exchange, const QUrl &)
{
    if (softwareCannotTell(exchange))
        return;
    const auto nodeinfo = succeeded(exchange) ? Json::objectFrom(exchange.response->body) : std::nullopt;
    finishWith(nodeinfo ? readNodeSoftware(*nodeinfo) : NodeSoftware{});
}

//! Weather is no answer: taken for "some other software" it would change how posts are sent and looked for.
bool Discovery::softwareCannotTell(const HttpExchange &exchange)
{
    const int status = exchange.response ? exchange.response->status : 0;
    if (status != 0 && status != 429 && status < 500)
        return false;
    if (status == 500)
        m_softwareUnknown = true;
    else
        return failsFor(exchange);
    finishWith({});
    return true;
}

bool Discovery::failsFor(const HttpExchange &exchange)
{
    if (!exchange.response) {
        const Error error = exchange.error(m_clock.nowMs());
        fail(error.kind, faultInWords(exchange.fault.value_or(HttpFault::Aborted)), &exchange);
        return true;
    }
    const int status = exchange.response->status;
    if (status == 429) {
        fail(ErrorKind::RateLimited,
             words(QT_TRANSLATE_NOOP("Petrel::Discovery",
                                     "%1 asks for a pause. Please try again in a few minutes.")),
             &exchange);
        return true;
    }
    if (status == 502 || status == 503 || status == 504) {
        fail(ErrorKind::ServerDown,
             words(QT_TRANSLATE_NOOP("Petrel::Discovery",
                                     "%1 is down or being worked on. Please try again later.")),
             &exchange);
        return true;
    }
    if (status >= 300 && status < 400) {
        fail(ErrorKind::Rejected,
             words(QT_TRANSLATE_NOOP("Petrel::Discovery",
                                     "%1 sends us on to a place that cannot be trusted, or in circles.")),
             &exchange);
        return true;
    }
    return false;
}

bool Discovery::moveTo(const QUrl &base)
{
    if (base.isEmpty() || !mayBeAsked(base) || base == m_base)
        return false;
    m_base = base;
    return true;
}

void Discovery::finishWith(const NodeSoftware &software)
{
    ServerInfo info;
    info.flavour = flavourOf(software.name, m_instance.version);
    info.software = software.name;
    info.version = software.version.isEmpty() ? m_instance.version : software.version;
    info.base = m_base;
    info.domain = accountDomain();
    info.maxCharacters = m_instance.maxCharacters;
    info.urlLength = m_instance.urlLength;
    info.apiVersion = m_instance.apiVersion;
    ServerDescription found;
    found.service = mastodonServiceId();
    found.host = ServerHost(hostKey(m_base));
    found.base = m_base;
    found.title = m_instance.title.isEmpty() ? hostKey(m_base) : m_instance.title;
    found.software = softwareForPeople(software, m_instance.version);
    found.info = info.toBytes();
    found.softwareUnknown = m_softwareUnknown;
    end(found);
}

//! What its people's handles end in. A server may claim a domain only where the two belong together visibly,
//! where the domain itself has just led here, or where it runs on this very computer, whose person answers
//! for it: else it could speak for the people of any other.
QString Discovery::accountDomain() const
{
    const QString own = hostKey(m_base);
    const QString typed = hostKey(m_typed.base);
    const QString claimed =
        QString::fromLatin1(QUrl::toAce(m_instance.domain.section(QLatin1Char(':'), 0, 0)));
    if (claimed.isEmpty() || m_instance.domain == own)
        return own;
    const bool related = isWithin(m_base.host(), claimed) && claimed.contains(QLatin1Char('.'));
    return related || m_instance.domain == typed || isLoopback(m_base.host()) ? m_instance.domain : own;
}

QString Discovery::hostName() const
{
    return m_base.host(QUrl::PrettyDecoded);
}

void Discovery::fail(ErrorKind kind, const QString &text, const HttpExchange *exchange)
{
    Error error;
    error.kind = kind;
    error.message = text.contains(QLatin1String("%1")) ? text.arg(hostName()) : text;
    if (exchange) {
        error.detail =
            exchange->response ? QStringLiteral("HTTP %1").arg(exchange->response->status) : exchange->detail;
        if (exchange->response)
            error.retryAfterMs = pauseAskedFor(*exchange->response, m_clock.nowMs());
    }
    end(error);
}

void Discovery::end(Result<ServerDescription> result)
{
    deleteLater();
    m_promise.finish(std::move(result));
}

} // namespace Petrel
