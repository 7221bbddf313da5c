// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/faults.h"

#include "support/fakemastodon/pathpattern.h"

#include <QJsonObject>
#include <QStringList>

#include <iterator>

namespace Petrel::Fake {

namespace {

struct Named {
    FaultKind kind;
    const char *name;
    bool carriesOut;
};

constexpr Named names[] = {
    {FaultKind::Refuse, "refuse", false},
    {FaultKind::Hang, "hang", false},
    {FaultKind::LateCommit, "late-commit", false},
    {FaultKind::DropBeforeCommit, "drop-before-commit", false},
    {FaultKind::Status500, "500", false},
    {FaultKind::BadGateway, "502", false},
    {FaultKind::Unavailable, "503", false},
    {FaultKind::GatewayTimeout, "504", false},
    {FaultKind::RateLimit, "429", false},
    {FaultKind::Redirect, "302", false},
    {FaultKind::CommitThenDrop, "commit-then-drop", true},
    {FaultKind::CommitThenHang, "commit-then-hang", true},
    {FaultKind::CommitThenEmpty, "commit-then-empty", true},
    {FaultKind::CommitThen500, "commit-then-500", true},
    {FaultKind::CommitThen502, "commit-then-502", true},
    {FaultKind::CommitThen503, "commit-then-503", true},
    {FaultKind::CommitThenRedirect, "commit-then-302", true},
    {FaultKind::HalfBody, "half-body", true},
    {FaultKind::TruncatedJson, "truncated-json", true},
    {FaultKind::WrongContentType, "wrong-content-type", true},
    {FaultKind::Slow, "slow", true},
    {FaultKind::KeyIgnored, "key-ignored", true},
    {FaultKind::KeyForgotten, "key-forgotten", true},
    {FaultKind::KeyAnswers500, "key-500", true},
    {FaultKind::KeyBurnt, "key-burnt", true},
    {FaultKind::TokenRevoked, "token-revoked", true},
};

const Named &entryOf(FaultKind kind)
{
    for (const Named &named : names) {
        if (named.kind == kind)
            return named;
    }
    Q_UNREACHABLE();
}

std::optional<Fault> readFault(const QJsonValue &value, QString *words)
{
    const QJsonObject object = value.toObject();
    const QString name = object.value(QLatin1String("kind")).toString();
    const auto kind = faultFromName(name);
    if (!kind) {
        *words = QStringLiteral("unknown kind of fault \"%1\"; known are %2")
                     .arg(name, faultNames().join(QStringLiteral(", ")));
        return std::nullopt;
    }
    static const QStringList known{
        QStringLiteral("kind"),    QStringLiteral("method"),      QStringLiteral("path"),
        QStringLiteral("user"),    QStringLiteral("count"),       QStringLiteral("skip"),
        QStringLiteral("delayMs"), QStringLiteral("retryAfterS"), QStringLiteral("location"),
    };
    for (const QString &key : object.keys()) {
        if (!known.contains(key)) {
            *words = QStringLiteral("unknown member \"%1\" of a fault").arg(key);
            return std::nullopt;
        }
    }
    Fault fault;
    fault.kind = *kind;
    fault.method = object.value(QLatin1String("method")).toString();
    fault.path = object.value(QLatin1String("path")).toString();
    fault.user = object.value(QLatin1String("user")).toString();
    fault.count = object.value(QLatin1String("count")).toInt(1);
    fault.skip = object.value(QLatin1String("skip")).toInt();
    fault.delayMs = qint64(object.value(QLatin1String("delayMs")).toDouble());
    fault.retryAfterS = object.value(QLatin1String("retryAfterS")).toInt();
    fault.location = object.value(QLatin1String("location")).toString();
    return fault;
}

} // namespace

void FaultPlan::add(FaultKind kind, const QString &method, const QString &path, int count)
{
    Fault fault;
    fault.kind = kind;
    fault.method = method;
    fault.path = path;
    fault.count = count;
    m_faults.append(fault);
}

std::optional<Fault> FaultPlan::take(const QString &method, const QString &path, const QString &user)
{
    for (qsizetype i = 0; i < m_faults.size(); ++i) {
        Fault &fault = m_faults[i];
        const bool fits = (fault.method.isEmpty() || fault.method == method)
            && (fault.path.isEmpty() || pathFits(fault.path, path))
            && (fault.user.isEmpty() || fault.user == user);
        if (!fits)
            continue;
        if (fault.skip > 0) {
            --fault.skip;
            continue;
        }
        const Fault taken = fault;
        if (fault.count > 0 && --fault.count == 0)
            m_faults.removeAt(i);
        return taken;
    }
    return std::nullopt;
}

bool FaultPlan::addJson(const QJsonArray &list, QString *words)
{
    QVector<Fault> faults;
    for (const QJsonValue &value : list) {
        const auto fault = readFault(value, words);
        if (!fault)
            return false;
        faults.append(*fault);
    }
    m_faults += faults;
    return true;
}

QString faultName(FaultKind kind)
{
    return QLatin1String(entryOf(kind).name);
}

std::optional<FaultKind> faultFromName(const QString &name)
{
    for (const Named &named : names) {
        if (name == QLatin1String(named.name))
            return named.kind;
    }
    return std::nullopt;
}

QStringList faultNames()
{
    QStringList all;
    for (const Named &named : names)
        all.append(QLatin1String(named.name));
    return all;
}

bool carriesOut(FaultKind kind)
{
    return entryOf(kind).carriesOut;
}

} // namespace Petrel::Fake
