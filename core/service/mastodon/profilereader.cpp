// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/profilereader.h"

#include "service/mastodon/answer.h"
#include "service/mastodon/json.h"

namespace Petrel {

namespace {

constexpr qsizetype longestName = 500;

QString hostForHandles(const ServerInfo &server)
{
    if (!server.domain.isEmpty())
        return server.domain;
    const int port = server.base.port();
    return server.base.host(QUrl::FullyEncoded)
        + (port < 0 ? QString() : QLatin1Char(':') + QString::number(port));
}

//! Some servers have words that Petrel cannot send ("local"): then the nearest that lets fewer people see a
//! post.
std::optional<Visibility> readDefaultVisibility(const QString &privacy, const ServerInfo &server)
{
    if (privacy.isEmpty())
        return std::nullopt;
    const auto offered = capabilitiesOf(server).visibilities;
    for (const Visibility wanted : {visibilityFromServer(privacy, server.flavour), Visibility::Followers}) {
        if (offered.contains(wanted))
            return wanted;
    }
    return Visibility::Public;
}

} // namespace

QString handleFrom(const QString &acct, const ServerInfo &server)
{
    QString handle = singleLine(acct).toLower();
    if (handle.startsWith(QLatin1Char('@')))
        handle.remove(0, 1);
    const qsizetype at = handle.indexOf(QLatin1Char('@'));
    if (handle.isEmpty() || at == 0 || handle.contains(QLatin1Char(' ')) || handle.contains(QLatin1Char('/')))
        return {};
    if (at < 0)
        return handle + QLatin1Char('@') + hostForHandles(server).toLower();
    if (handle.indexOf(QLatin1Char('@'), at + 1) >= 0 || at + 1 == handle.size())
        return {};
    return handle;
}

std::optional<Profile> readProfile(const QJsonObject &account, const ServerInfo &server)
{
    QString acct = Json::text(account, QLatin1String("acct"));
    if (acct.isEmpty())
        acct = Json::text(account, QLatin1String("username"));
    Profile profile;
    profile.handle = handleFrom(acct, server);
    if (profile.handle.isEmpty())
        return std::nullopt;
    profile.uri = singleLine(Json::text(account, QLatin1String("uri")));
    profile.url = Json::webAddress(account, QLatin1String("url"));
    // Here the address of a profile is its identity too.
    if (profile.uri.isEmpty() && server.flavour == Flavour::Snac)
        profile.uri = profile.url;
    profile.ref = RemoteRef(Json::text(account, QLatin1String("id")));
    profile.displayName = singleLine(Json::text(account, QLatin1String("display_name"))).left(longestName);
    profile.nameFacets = emojiFacets(profile.displayName, readEmojis(account));
    profile.avatarUrl = Json::webAddress(account, QLatin1String("avatar"));
    profile.bot = Json::flag(account, QLatin1String("bot")).value_or(false);
    profile.locked = Json::flag(account, QLatin1String("locked")).value_or(false);
    return profile;
}

std::optional<OwnProfile> readOwnProfile(const QJsonObject &account, const ServerInfo &server)
{
    const std::optional<Profile> profile = readProfile(account, server);
    if (!profile || profile->ref.isNull())
        return std::nullopt;
    OwnProfile own;
    own.profile = *profile;
    const QJsonObject source = Json::object(account, QLatin1String("source"));
    own.defaultVisibility = readDefaultVisibility(Json::text(source, QLatin1String("privacy")), server);
    own.defaultLanguage = singleLine(Json::text(source, QLatin1String("language")));
    return own;
}

Result<OwnProfile> ownProfileFrom(const HttpExchange &exchange, const ServerInfo &server, qint64 nowMs)
{
    if (!succeeded(exchange)) {
        Error error = readError(exchange, server, nowMs);
        if (exchange.response && exchange.response->status == 422
            && !Json::objectFrom(exchange.response->body))
            error.kind = ErrorKind::SignedOut;
        return error;
    }
    const auto document = Json::objectFrom(exchange.response->body);
    const auto own = document ? readOwnProfile(*document, server) : std::nullopt;
    if (!own)
        return unreadableAnswer(exchange);
    return *own;
}

QVector<HtmlContext::Emoji> readEmojis(const QJsonObject &document)
{
    QVector<HtmlContext::Emoji> emojis;
    const QJsonArray list = Json::array(document, QLatin1String("emojis"));
    for (const QJsonValue &value : list) {
        const QJsonObject emoji = value.toObject();
        QString address = Json::webAddress(emoji, QLatin1String("url"));
        if (address.isEmpty())
            address = Json::webAddress(emoji, QLatin1String("static_url"));
        QString shortcode = Json::text(emoji, QLatin1String("shortcode"));
        shortcode.remove(QLatin1Char(':'));
        if (!shortcode.isEmpty() && !address.isEmpty())
            emojis.append({shortcode, address});
    }
    return emojis;
}

Visibility visibilityFromServer(const QString &word, Flavour flavour)
{
    if (word == QLatin1String("public"))
        return Visibility::Public;
    if (word == QLatin1String("unlisted"))
        return Visibility::Unlisted;
    if (word == QLatin1String("private"))
        // There it means the people mentioned, and nobody else.
        return flavour == Flavour::Snac ? Visibility::Direct : Visibility::Followers;
    if (word == QLatin1String("direct"))
        return Visibility::Direct;
    return Visibility::Unknown;
}

} // namespace Petrel
