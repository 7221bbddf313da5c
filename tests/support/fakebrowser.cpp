// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakebrowser.h"

#include "net/httpclient.h"

#include <QRegularExpression>

namespace Petrel {

namespace {

constexpr int mostSteps = 10;

QString attribute(const QString &tag, const QString &name)
{
    const QRegularExpression pattern(QStringLiteral("\\b%1=\"([^\"]*)\"").arg(name));
    QString value = pattern.match(tag).captured(1);
    return value.replace(QLatin1String("&amp;"), QLatin1String("&"))
        .replace(QLatin1String("&quot;"), QLatin1String("\""))
        .replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"));
}

QByteArray pair(const QString &name, const QString &value)
{
    return QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
}

} // namespace

FakeBrowser::FakeBrowser(HttpTransport &transport, QObject *parent)
    : QObject(parent),
      m_transport(transport)
{ }

Task<BrowserVisit> FakeBrowser::signIn(const QUrl &page, const QString &name, const QString &password,
                                       bool refuse)
{
    m_promise = Promise<BrowserVisit>();
    m_name = name;
    m_password = password;
    m_refuse = refuse;
    m_host = page.authority();
    m_typed = false;
    m_steps = 0;
    open(page);
    return m_promise.task();
}

void FakeBrowser::open(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    send(request);
}

void FakeBrowser::submit(const QUrl &url, const QByteArray &form)
{
    HttpRequest request;
    request.method = HttpRequest::Method::Post;
    request.url = url;
    // An empty form still leaves as one: the button was pressed.
    request.body = form.isEmpty() ? QByteArrayLiteral("ok=") : form;
    request.contentType = "application/x-www-form-urlencoded";
    send(request);
}

void FakeBrowser::send(HttpRequest request)
{
    if (++m_steps > mostSteps)
        return fail(QStringLiteral("the pages go on for ever"));
    QByteArray cookies;
    for (auto it = m_cookies.cbegin(); it != m_cookies.cend(); ++it)
        cookies += (cookies.isEmpty() ? "" : "; ") + it.key() + '=' + it.value();
    if (!cookies.isEmpty())
        request.headers.emplaceBack("Cookie", cookies);
    m_transport.send(request).finally(this, [this, url = request.url](Result<HttpExchange> result) {
        if (!result.ok() || !result.value().response)
            return fail(QStringLiteral("the page did not come"));
        show(url, *result.value().response);
    });
}

void FakeBrowser::show(const QUrl &url, const HttpResponse &response)
{
    for (const auto &[name, value] : response.headers) {
        const QByteArray cookie = value.split(';').first();
        if (name == "set-cookie")
            m_cookies.insert(cookie.split('=').first(), cookie.mid(cookie.indexOf('=') + 1));
    }
    const QByteArray location = response.header("location");
    if (response.status / 100 == 3 && !location.isEmpty()) {
        const QUrl target = url.resolved(QUrl::fromEncoded(location));
        if (target.authority() == m_host)
            return open(target);
        BrowserVisit visit;
        visit.redirect = target;
        visit.answer = QUrlQuery(target);
        return m_promise.finish(visit);
    }
    read(url, response);
}

void FakeBrowser::read(const QUrl &url, const HttpResponse &response)
{
    const QString page = QString::fromUtf8(response.body);
    static const QRegularExpression form(QStringLiteral("<form\\b[^>]*>.*?</form>"),
                                         QRegularExpression::DotMatchesEverythingOption);
    const QString found = form.match(page).captured();
    // A second form that asks for a password again means: wrong name or password.
    const bool asksAgain = m_typed && found.contains(QLatin1String("type=\"password\""));
    if (response.status / 100 == 2 && !found.isEmpty() && !asksAgain) {
        const QString action =
            attribute(found.left(found.indexOf(QLatin1Char('>'))), QStringLiteral("action"));
        return submit(url.resolved(QUrl(action)), fill(found));
    }
    BrowserVisit visit;
    visit.page = page;
    const QRegularExpression code(QStringLiteral("<input[^>]*oauth-code[^>]*>"));
    const QString shown = code.match(page).hasMatch()
        ? attribute(code.match(page).captured(), QStringLiteral("value"))
        : page.trimmed();
    if (response.status / 100 == 2 && found.isEmpty())
        visit.answer.addQueryItem(QStringLiteral("code"),
                                  QString::fromLatin1(QUrl::toPercentEncoding(shown)));
    m_promise.finish(visit);
}

QByteArray FakeBrowser::fill(const QString &form)
{
    static const QRegularExpression input(QStringLiteral("<input\\b[^>]*>"));
    static const QRegularExpression button(QStringLiteral("<button\\b[^>]*>"));
    QByteArrayList fields;
    auto it = input.globalMatch(form);
    while (it.hasNext()) {
        const QString tag = it.next().captured();
        const QString name = attribute(tag, QStringLiteral("name"));
        const QString type = attribute(tag, QStringLiteral("type"));
        if (name.isEmpty())
            continue;
        if (type == QLatin1String("password"))
            fields.append(pair(name, m_password));
        else if (type == QLatin1String("hidden"))
            fields.append(pair(name, attribute(tag, QStringLiteral("value"))));
        else
            fields.append(pair(name, m_name));
        m_typed = m_typed || type == QLatin1String("password");
    }
    bool pressed = false;
    auto buttons = button.globalMatch(form);
    while (buttons.hasNext() && !pressed) {
        const QString tag = buttons.next().captured();
        const QString name = attribute(tag, QStringLiteral("name"));
        const QString value = attribute(tag, QStringLiteral("value"));
        pressed = m_refuse == (value == QLatin1String("deny"));
        if (pressed && !name.isEmpty())
            fields.append(pair(name, value));
    }
    return fields.join('&');
}

void FakeBrowser::fail(const QString &words)
{
    m_promise.finish(Error{ErrorKind::Malformed, words, {}, {}});
}

} // namespace Petrel
