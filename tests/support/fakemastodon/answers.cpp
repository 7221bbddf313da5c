// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/answers.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace Petrel::Fake {

namespace {

WireResponse withBody(int status, const QByteArray &type, const QByteArray &body)
{
    WireResponse response;
    response.status = status;
    response.setHeader("Content-Type", type);
    response.body = body;
    return response;
}

QString defaultWords(int status)
{
    switch (status) {
    case 400:
        return u"Bad Request"_s;
    case 401:
        return u"The access token is invalid"_s;
    case 403:
        return u"This action is not allowed"_s;
    case 404:
        return u"Record not found"_s;
    case 422:
        return u"Validation failed"_s;
    default:
        return u"Internal Server Error"_s;
    }
}

WireResponse goToSocialRefusal(int status, const QString &words)
{
    static const QHash<int, QString> titles{{400, u"Bad Request"_s},
                                            {401, u"Unauthorized"_s},
                                            {403, u"Forbidden"_s},
                                            {404, u"Not Found"_s},
                                            {406, u"Not Acceptable"_s},
                                            {422, u"Unprocessable Entity"_s},
                                            {500, u"Internal Server Error"_s}};
    QString text = titles.value(status);
    if (status == 401 && words.isEmpty())
        text += u": token not supplied"_s;
    else if (!words.isEmpty())
        text += u": "_s + words;
    return json(status, QJsonObject{{u"error"_s, text}});
}

WireResponse snacRefusal(int status)
{
    switch (status) {
    case 404:
        return html(404, u"<h1>404 Not Found (snac/2.75)</h1>"_s);
    case 403:
        return html(403, u"<h1>403 Forbidden (snac/2.75)</h1>"_s);
    default:
        return withBody(status, "text/html", {});
    }
}

} // namespace

WireResponse json(int status, const QJsonObject &object)
{
    return withBody(status, "application/json; charset=utf-8",
                    QJsonDocument(object).toJson(QJsonDocument::Compact));
}

WireResponse json(int status, const QJsonArray &array)
{
    return withBody(status, "application/json; charset=utf-8",
                    QJsonDocument(array).toJson(QJsonDocument::Compact));
}

WireResponse html(int status, const QString &page)
{
    return withBody(status, "text/html; charset=utf-8", page.toUtf8());
}

WireResponse redirectTo(int status, const QString &location)
{
    WireResponse response = withBody(status, "text/html; charset=utf-8", {});
    response.setHeader("Location", location.toUtf8());
    return response;
}

WireResponse empty(int status)
{
    WireResponse response;
    response.status = status;
    return response;
}

WireResponse refusal(const FlavourRules &rules, int status, const QString &words)
{
    switch (rules.flavour) {
    case Flavour::Snac:
        return snacRefusal(status);
    case Flavour::GoToSocial:
        return goToSocialRefusal(status, words);
    case Flavour::Pixelfed:
        if (status == 422)
            return json(
                422,
                QJsonObject{{u"message"_s, words.isEmpty() ? u"The given data was invalid."_s : words},
                            {u"errors"_s, QJsonObject{}}});
        if (status == 401)
            return json(401, QJsonObject{{u"error"_s, u"Unauthenticated."_s}});
        break;
    case Flavour::Akkoma:
        // Its guard of every signed-in page knows one word for all.
        if (status == 401)
            return json(403, QJsonObject{{u"error"_s, u"Invalid credentials."_s}});
        break;
    case Flavour::Mastodon35:
    case Flavour::Mastodon42:
    case Flavour::Mastodon46:
        break;
    }
    QJsonObject body{{u"error"_s, words.isEmpty() ? defaultWords(status) : words}};
    if (status == 500)
        body.insert(u"status"_s, 500);
    return json(status, body);
}

WireResponse unknownPath(const FlavourRules &rules, const QByteArray &method)
{
    if (rules.flavour == Flavour::Snac)
        return snacRefusal(method == "POST" ? 422 : 404);
    return json(404, QJsonObject{{u"error"_s, u"Not Found"_s}});
}

} // namespace Petrel::Fake
