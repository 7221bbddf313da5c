// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/serverprocess.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>

namespace Petrel {

namespace {

constexpr int longestMs = 20'000;

QString text(const QJsonValue &value, const char *key)
{
    return value.toObject().value(QLatin1String(key)).toString();
}

} // namespace

ServerProcess::ServerProcess(const QString &program, const QString &flavour, const QString &tokensFile)
    : m_program(program),
      m_flavour(flavour),
      m_tokensFile(tokensFile)
{ }

ServerProcess::~ServerProcess()
{
    m_process.kill();
    m_process.waitForFinished();
}

bool ServerProcess::start()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(m_program,
                    {QStringLiteral("--flavour"), m_flavour, QStringLiteral("--tokens"), m_tokensFile});
    QByteArray line;
    while (!line.endsWith('\n')) {
        if (!m_process.waitForReadyRead(longestMs)) {
            m_why = m_process.errorString();
            return false;
        }
        line += m_process.readLine();
    }
    static const QRegularExpression form(QStringLiteral("^(\\S+) control=(\\S+)\\s*$"));
    const auto match = form.match(QString::fromUtf8(line));
    m_base = QUrl(match.captured(1));
    m_control = QUrl(match.captured(2));
    m_why = QStringLiteral("it said: ") + QString::fromUtf8(line);
    return match.hasMatch() && !world().isEmpty();
}

QString ServerProcess::host() const
{
    return QStringLiteral("%1:%2").arg(m_base.host()).arg(m_base.port());
}

QByteArray ServerProcess::tokenOf(const QString &user) const
{
    QFile file(m_tokensFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object().value(user).toString().toUtf8();
}

QJsonObject ServerProcess::exchange(const QString &path, const QByteArray &body)
{
    QNetworkAccessManager network;
    QUrl url = m_control;
    url.setPath(path);
    QNetworkRequest request(url);
    request.setTransferTimeout(longestMs);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    std::unique_ptr<QNetworkReply> reply(body.isEmpty() ? network.get(request) : network.post(request, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    const QByteArray answer = reply->readAll();
    if (reply->error() != QNetworkReply::NoError) {
        m_why = reply->errorString() + QLatin1Char(' ') + QString::fromUtf8(answer);
        return {};
    }
    return QJsonDocument::fromJson(answer).object();
}

QJsonObject ServerProcess::act(const QJsonObject &wish)
{
    return exchange(QStringLiteral("/_control"), QJsonDocument(wish).toJson(QJsonDocument::Compact));
}

void ServerProcess::setDown(bool down)
{
    act({{QStringLiteral("down"), down}});
}

QJsonObject ServerProcess::world()
{
    return exchange(QStringLiteral("/_control/world"), {});
}

QJsonArray ServerProcess::requests()
{
    return exchange(QStringLiteral("/_control/requests"), {}).value(QStringLiteral("requests")).toArray();
}

QStringList ServerProcess::unexpectedRequests()
{
    QStringList list;
    for (const auto &value :
         exchange(QStringLiteral("/_control/requests"), {}).value(QStringLiteral("unexpected")).toArray())
        list.append(value.toString());
    return list;
}

QStringList ServerProcess::textsBy(const QString &user)
{
    QStringList texts;
    for (const auto &post : world().value(QStringLiteral("posts")).toArray()) {
        if (text(post, "author") == user)
            texts.append(text(post, "text"));
    }
    return texts;
}

int ServerProcess::countIn(const QString &table, const QString &user, const QString &postUri)
{
    int count = 0;
    const char *who = table == QLatin1String("boosts") ? "booster" : "who";
    for (const auto &row : world().value(table).toArray()) {
        if (text(row, who) == user && text(row, "post") == postUri)
            ++count;
    }
    return count;
}

int ServerProcess::countRequests(const QString &method, const QString &path, bool carriedOutOnly)
{
    int count = 0;
    for (const auto &request : requests()) {
        const bool counts =
            !carriedOutOnly || request.toObject().value(QStringLiteral("carriedOut")).toBool();
        if (text(request, "method") == method && text(request, "path") == path && counts)
            ++count;
    }
    return count;
}

} // namespace Petrel
