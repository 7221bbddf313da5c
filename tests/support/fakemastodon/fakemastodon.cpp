// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/fakemastodon.h"

#include "base/clock.h"
#include "support/fakemastodon/answers.h"
#include "support/fakemastodon/api.h"
#include "support/fakemastodon/pathpattern.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace Petrel::Fake {

namespace {

QByteArray httpDate(qint64 ms)
{
    return QLocale::c()
        .toString(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s)
        .toLatin1();
}

QByteArray isoTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC)
        .toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz000'Z'"_s)
        .toLatin1();
}

WireResponse proxyPage(int status)
{
    return html(
        status,
        QStringLiteral("<html><head><title>%1</title></head><body><center><h1>%1 Gateway</h1></center>"
                       "<hr><center>nginx</center></body></html>")
            .arg(status));
}

WireResponse unavailable(const Fault &fault)
{
    WireResponse response =
        json(503, QJsonObject{{u"error"_s, u"The server is being looked after. Come back soon."_s}});
    if (fault.retryAfterS > 0)
        response.setHeader("Retry-After", QByteArray::number(fault.retryAfterS));
    return response;
}

WireResponse rateLimited(const FlavourRules &rules, const Fault &fault, qint64 nowMs)
{
    const int pauseS = fault.retryAfterS > 0 ? fault.retryAfterS : 300;
    WireResponse response =
        json(429,
             QJsonObject{
                 {u"error"_s,
                  rules.flavour == Flavour::GoToSocial ? u"rate limit reached"_s : u"Too many requests"_s}});
    response.setHeader("X-RateLimit-Limit", "300");
    response.setHeader("X-RateLimit-Remaining", "0");
    response.setHeader("X-RateLimit-Reset", isoTime(nowMs + pauseS * 1000LL));
    return response;
}

WireResponse elsewhere(const Fault &fault)
{
    return redirectTo(302, fault.location.isEmpty() ? u"https://elsewhere.example/trap"_s : fault.location);
}

std::optional<KeyBehaviour> keyBehaviourOf(FaultKind kind)
{
    switch (kind) {
    case FaultKind::KeyIgnored:
        return KeyBehaviour::Ignored;
    case FaultKind::KeyForgotten:
        return KeyBehaviour::Forgotten;
    case FaultKind::KeyAnswers500:
        return KeyBehaviour::Answers500;
    case FaultKind::KeyBurnt:
        return KeyBehaviour::Burnt;
    default:
        return std::nullopt;
    }
}

} // namespace

struct FakeMastodon::Late {
    WireRequest request;
    std::unique_ptr<Alarm> alarm;
};

FakeMastodon::FakeMastodon(Flavour flavour, Clock &clock, const QUrl &base)
    : FakeMastodon(rulesOf(flavour), clock, base)
{ }

FakeMastodon::FakeMastodon(const FlavourRules &rules, Clock &clock, const QUrl &base)
    : m_clock(clock),
      m_world(rules, clock, base),
      m_api(std::make_unique<Api>(m_world, clock))
{ }

FakeMastodon::~FakeMastodon() = default;

void FakeMastodon::setDown(bool down)
{
    if (m_down == down)
        return;
    m_down = down;
    if (onDownChanged)
        onDownChanged(down);
}

void FakeMastodon::forgetKeys()
{
    m_api->forgetKeys();
}

QString FakeMastodon::userOf(const WireRequest &request)
{
    const World::Token *token = m_world.token(request.bearer());
    return token && !token->revoked ? token->acct : QString();
}

void FakeMastodon::commitLater(const WireRequest &request, qint64 delayMs)
{
    m_late.push_back(std::make_unique<Late>());
    Late *late = m_late.back().get();
    late->request = request;
    late->alarm = m_clock.alarm(delayMs, [this, late] {
        const WireRequest request = late->request;
        m_late.erase(
            std::find_if(m_late.begin(), m_late.end(), [&](const auto &l) { return l.get() == late; }));
        if (m_api->handle(request, rules().keys).died)
            setDown(true);
    });
}

Reply FakeMastodon::receive(const WireRequest &request)
{
    if (m_down)
        return {Reply::Kind::Refused, {}, 0, false};
    LoggedRequest logged;
    logged.method = request.method;
    logged.path = request.path;
    logged.user = userOf(request);
    logged.hadToken = !request.bearer().isEmpty();
    logged.key = request.header("idempotency-key");
    logged.body = request.body;
    logged.atMs = m_clock.nowMs();
    const auto fault = m_faults.take(QString::fromLatin1(request.method), request.path, logged.user);
    Reply reply;
    if (fault) {
        reply = receiveWith(*fault, request);
    } else {
        const Api::Result result = m_api->handle(request, rules().keys);
        reply = {Reply::Kind::Answer, result.response, 0, true};
        if (result.died) {
            setDown(true);
            reply.kind = Reply::Kind::Dropped;
        }
    }
    const bool answers = reply.kind == Reply::Kind::Answer || reply.kind == Reply::Kind::Cut;
    if (answers)
        reply.response.setHeader("Date", httpDate(m_clock.nowMs()));
    logged.carriedOut = reply.carriedOut;
    logged.status = answers ? reply.response.status : 0;
    m_log.append(logged);
    return reply;
}

Reply FakeMastodon::receiveWith(const Fault &fault, const WireRequest &request)
{
    const auto kind = fault.kind;
    if (kind == FaultKind::TokenRevoked) {
        if (World::Token *token = m_world.token(request.bearer()))
            token->revoked = true;
    }
    Reply reply;
    if (Petrel::Fake::carriesOut(kind)) {
        reply.response = m_api->handle(request, keyBehaviourOf(kind).value_or(rules().keys)).response;
        reply.carriedOut = true;
    }
    switch (kind) {
    case FaultKind::Refuse:
        reply.kind = Reply::Kind::Refused;
        break;
    case FaultKind::LateCommit:
        commitLater(request, fault.delayMs);
        reply.kind = Reply::Kind::Silence;
        break;
    case FaultKind::Hang:
    case FaultKind::CommitThenHang:
        reply.kind = Reply::Kind::Silence;
        break;
    case FaultKind::DropBeforeCommit:
    case FaultKind::CommitThenDrop:
        reply.kind = Reply::Kind::Dropped;
        break;
    case FaultKind::Status500:
        reply.response = refusal(rules(), 500);
        m_api->failed(request, rules().keys, reply.response);
        break;
    case FaultKind::CommitThen500:
        reply.response = refusal(rules(), 500);
        break;
    case FaultKind::BadGateway:
    case FaultKind::CommitThen502:
        reply.response = proxyPage(502);
        break;
    case FaultKind::GatewayTimeout:
        reply.response = proxyPage(504);
        break;
    case FaultKind::Unavailable:
    case FaultKind::CommitThen503:
        reply.response = unavailable(fault);
        break;
    case FaultKind::RateLimit:
        reply.response = rateLimited(rules(), fault, m_clock.nowMs());
        break;
    case FaultKind::Redirect:
    case FaultKind::CommitThenRedirect:
        reply.response = elsewhere(fault);
        break;
    case FaultKind::CommitThenEmpty:
        reply.response = empty(200);
        break;
    case FaultKind::HalfBody:
        reply.kind = Reply::Kind::Cut;
        break;
    case FaultKind::TruncatedJson:
        reply.response.body.truncate(reply.response.body.size() / 2);
        break;
    case FaultKind::WrongContentType:
        reply.response.setHeader("Content-Type", "text/html; charset=utf-8");
        break;
    case FaultKind::Slow:
        reply.delayMs = fault.delayMs;
        break;
    case FaultKind::KeyIgnored:
    case FaultKind::KeyForgotten:
    case FaultKind::KeyAnswers500:
    case FaultKind::KeyBurnt:
    case FaultKind::TokenRevoked:
        break;
    }
    return reply;
}

int FakeMastodon::countRequests(const QByteArray &method, const QString &path) const
{
    return int(std::count_if(m_log.cbegin(), m_log.cend(), [&](const LoggedRequest &request) {
        return (method.isEmpty() || request.method == method) && pathFits(path, request.path);
    }));
}

QStringList FakeMastodon::unexpectedRequests() const
{
    return m_api->unexpected();
}

} // namespace Petrel::Fake
