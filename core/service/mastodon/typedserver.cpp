// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/typedserver.h"

#include "domain/richtext.h"
#include "net/httpclient.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>

namespace Petrel {

namespace {

constexpr qsizetype longestInput = 2'000;
constexpr qsizetype longestHost = 253;

Error rejected(const char *words)
{
    Error error;
    error.kind = ErrorKind::Rejected;
    error.message = QCoreApplication::translate("Petrel::TypedServer", words);
    return error;
}

struct Parts {
    QString scheme;
    QString authority;
    QString user;
};

//! Takes a web address, a handle or a host apart; the authority may still hold a port.
Parts split(QString text)
{
    Parts parts;
    const qsizetype slashes = text.indexOf(QLatin1String("://"));
    if (slashes > 0) {
        parts.scheme = text.left(slashes).toLower();
        text = text.mid(slashes + 3);
    } else if (text.startsWith(QLatin1String("acct:"), Qt::CaseInsensitive)) {
        text = text.mid(5);
    }
    while (text.startsWith(QLatin1Char('/')))
        text.remove(0, 1);
    static const QRegularExpression pathStart(QStringLiteral("[/?#]"));
    const qsizetype path = text.indexOf(pathStart);
    if (path >= 0)
        text.truncate(path);
    const qsizetype at = text.lastIndexOf(QLatin1Char('@'));
    if (at >= 0) {
        if (parts.scheme.isEmpty())
            parts.user = text.left(at).remove(QLatin1Char('@')).toLower();
        text = text.mid(at + 1);
    }
    parts.authority = text;
    return parts;
}

bool isIpAddress(const QString &host)
{
    return !QHostAddress(host).isNull();
}

//! The host as it goes on the wire; empty where it is none.
QString wireHost(QString host)
{
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']'))) {
        const QString inner = host.mid(1, host.size() - 2);
        return QHostAddress(inner).protocol() == QAbstractSocket::IPv6Protocol ? inner.toLower() : QString();
    }
    host.replace(QChar(0x3002), QLatin1Char('.'));
    while (host.endsWith(QLatin1Char('.')))
        host.chop(1);
    const QString ascii = QString::fromLatin1(QUrl::toAce(host)).toLower();
    static const QRegularExpression labels(QStringLiteral(
        "\\A(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\z"));
    if (ascii.size() > longestHost || !labels.match(ascii).hasMatch())
        return {};
    static const QRegularExpression digitsAndDots(QStringLiteral("\\A[0-9.]+\\z"));
    if (digitsAndDots.match(ascii).hasMatch())
        return isIpAddress(ascii) && ascii.count(QLatin1Char('.')) == 3 ? ascii : QString();
    const bool named = ascii.contains(QLatin1Char('.')) || isLoopback(ascii);
    return named ? ascii : QString();
}

} // namespace

bool mayBeAsked(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    return url.scheme() == QLatin1String("https")
        || (url.scheme() == QLatin1String("http") && isLoopback(url.host()));
}

Result<TypedServer> parseTypedServer(const QString &input)
{
    const QString text = singleLine(input);
    if (text.isEmpty())
        return rejected(QT_TRANSLATE_NOOP("Petrel::TypedServer", "Please type the name of your server."));
    const char *notAName =
        QT_TRANSLATE_NOOP("Petrel::TypedServer",
                          "This is not the name of a server. It looks like example.org or @you@example.org.");
    if (text.size() > longestInput || text.contains(QLatin1Char(' ')))
        return rejected(notAName);
    Parts parts = split(text);
    if (!parts.scheme.isEmpty() && parts.scheme != QLatin1String("https")
        && parts.scheme != QLatin1String("http"))
        return rejected(notAName);
    static const QRegularExpression withPort(QStringLiteral("\\A(.*[^:]):(\\d{1,5})\\z"));
    int port = -1;
    if (const QRegularExpressionMatch match = withPort.match(parts.authority); match.hasMatch()) {
        port = match.captured(2).toInt();
        parts.authority = match.captured(1);
        if (port < 1 || port > 65'535)
            return rejected(notAName);
    }
    const QString host = wireHost(parts.authority);
    if (host.isEmpty())
        return rejected(notAName);
    TypedServer typed;
    typed.user = parts.user;
    typed.base.setHost(host);
    const bool plain = isLoopback(host) && parts.scheme != QLatin1String("https");
    typed.base.setScheme(plain ? QStringLiteral("http") : QStringLiteral("https"));
    if (port != (plain ? 80 : 443))
        typed.base.setPort(port);
    if (!typed.base.isValid())
        return rejected(notAName);
    return typed;
}

} // namespace Petrel
