// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/signin.h"

#include "domain/richtext.h"
#include "service/mastodon/client.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace Petrel {

namespace {

constexpr int formatVersion = 1;

QString words(const char *text)
{
    return QCoreApplication::translate("Petrel::SignIn", text);
}

Error rejected(const QString &message)
{
    Error error;
    error.kind = ErrorKind::Rejected;
    error.message = message;
    return error;
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

//! The parts of what a person pasted: a bare code, a code with its state behind it, or a whole address.
QUrlQuery pasted(QString text)
{
    for (const QChar space : {QLatin1Char(' '), QLatin1Char('\n'), QLatin1Char('\t'), QLatin1Char('\r')})
        text.remove(space);
    const qsizetype query = text.indexOf(QLatin1Char('?'));
    if (query >= 0)
        text = text.mid(query + 1);
    if (!text.startsWith(QLatin1String("code=")) && !text.contains(QLatin1String("&code=")))
        text.prepend(QLatin1String("code="));
    return QUrlQuery(text);
}

QString item(const QUrlQuery &query, const char *key)
{
    return query.queryItemValue(QLatin1String(key), QUrl::FullyDecoded);
}

} // namespace

QString pastedCodeRedirect()
{
    return QStringLiteral("urn:ietf:wg:oauth:2.0:oob");
}

bool SignIn::pastedCode() const
{
    return redirect == pastedCodeRedirect();
}

QUrl SignIn::browserUrl() const
{
    const QByteArray challenge =
        QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QString query = QStringLiteral("response_type=code&client_id=%1&redirect_uri=%2&scope=%3&state=%4"
                                         "&code_challenge=%5&code_challenge_method=S256")
                              .arg(encoded(QString::fromUtf8(clientId.reveal())), encoded(redirect),
                                   encoded(scopes), encoded(state), QString::fromLatin1(challenge));
    return apiRequest(server.base, HttpRequest::Method::Get, QStringLiteral("/oauth/authorize"), query).url;
}

Secret SignIn::toBytes() const
{
    const QJsonObject object{{QStringLiteral("v"), formatVersion},
                             {QStringLiteral("service"), server.service},
                             {QStringLiteral("host"), server.host.value()},
                             {QStringLiteral("base"), server.base.toString(QUrl::FullyEncoded)},
                             {QStringLiteral("title"), server.title},
                             {QStringLiteral("software"), server.software},
                             {QStringLiteral("info"), QString::fromUtf8(server.info)},
                             {QStringLiteral("redirect"), redirect},
                             {QStringLiteral("scopes"), scopes},
                             {QStringLiteral("state"), state},
                             {QStringLiteral("verifier"), QString::fromLatin1(verifier)},
                             {QStringLiteral("clientId"), QString::fromUtf8(clientId.reveal())},
                             {QStringLiteral("clientSecret"), QString::fromUtf8(clientSecret.reveal())}};
    return Secret(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<SignIn> SignIn::fromBytes(const Secret &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes.reveal()).object();
    if (object.value(QStringLiteral("v")).toInt() != formatVersion)
        return std::nullopt;
    const auto text = [&object](const char *key) { return object.value(QLatin1String(key)).toString(); };
    SignIn signIn;
    signIn.server.service = text("service");
    signIn.server.host = ServerHost(text("host"));
    signIn.server.base = QUrl(text("base"));
    signIn.server.title = text("title");
    signIn.server.software = text("software");
    signIn.server.info = text("info").toUtf8();
    signIn.redirect = text("redirect");
    signIn.scopes = text("scopes");
    signIn.state = text("state");
    signIn.verifier = text("verifier").toLatin1();
    signIn.clientId = Secret(text("clientId").toUtf8());
    signIn.clientSecret = Secret(text("clientSecret").toUtf8());
    if (signIn.state.isEmpty() || signIn.redirect.isEmpty() || signIn.server.base.host().isEmpty())
        return std::nullopt;
    return signIn;
}

Result<QByteArray> codeFromAnswer(const SignIn &signIn, const QUrlQuery &answer)
{
    const bool byHand = signIn.pastedCode();
    const QUrlQuery query =
        byHand && !answer.hasQueryItem(QStringLiteral("error")) ? pasted(item(answer, "code")) : answer;
    const QString state = item(query, "state");
    if (!state.isEmpty() && state != signIn.state)
        return rejected(words(QT_TRANSLATE_NOOP(
            "Petrel::SignIn", "This answer belongs to another sign-in. Please start again.")));
    const QString error = item(query, "error");
    if (!error.isEmpty()) {
        // Some servers leave the state out of errors; nothing can be gained by forging one.
        if (error == QLatin1String("access_denied"))
            return rejected(
                words(QT_TRANSLATE_NOOP("Petrel::SignIn", "You did not allow it, so nobody was signed in.")));
        const QString description = singleLine(item(query, "error_description")).left(300);
        return rejected(words(QT_TRANSLATE_NOOP("Petrel::SignIn", "The server broke the sign-in off: %1"))
                            .arg(description.isEmpty() ? singleLine(error).left(100) : description));
    }
    if (!byHand && state.isEmpty())
        return rejected(words(QT_TRANSLATE_NOOP(
            "Petrel::SignIn", "This answer belongs to another sign-in. Please start again.")));
    const QByteArray code = item(query, "code").toUtf8();
    if (code.isEmpty())
        return rejected(
            words(QT_TRANSLATE_NOOP("Petrel::SignIn", "The answer holds no code. Please start again.")));
    return code;
}

} // namespace Petrel
