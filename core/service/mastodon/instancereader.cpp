// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/instancereader.h"

#include "domain/richtext.h"
#include "service/mastodon/htmlentities.h"
#include "service/mastodon/json.h"

#include <QRegularExpression>

namespace Petrel {

namespace {

constexpr qsizetype longestTitle = 200;
constexpr int mostCharacters = 1'000'000;
constexpr int longestUrlLength = 1'000;

QUrl originOf(const QString &address)
{
    const QUrl url(address, QUrl::TolerantMode);
    if (!url.isValid() || url.host().isEmpty())
        return {};
    return url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

//! A domain as such or as an address.
QString plainDomain(QString domain)
{
    const qsizetype slashes = domain.indexOf(QLatin1String("://"));
    if (slashes >= 0)
        domain = domain.mid(slashes + 3);
    domain = domain.section(QLatin1Char('/'), 0, 0).toLower();
    static const QRegularExpression plausible(QStringLiteral("\\A[\\w.-]+(:\\d{1,5})?\\z"),
                                              QRegularExpression::UseUnicodePropertiesOption);
    return plausible.match(domain).hasMatch() ? domain : QString();
}

QJsonObject linkWith(const QJsonObject &document, const QString &relation, const QString &type)
{
    const QJsonArray links = Json::array(document, QLatin1String("links"));
    for (const QJsonValue &value : links) {
        const QJsonObject link = value.toObject();
        if (Json::text(link, QLatin1String("rel")) == relation
            && (type.isEmpty() || Json::text(link, QLatin1String("type")).contains(type)))
            return link;
    }
    return {};
}

} // namespace

std::optional<InstanceDocument> readInstance(const QJsonObject &document)
{
    InstanceDocument instance;
    instance.version = singleLine(Json::text(document, QLatin1String("version"))).left(longestTitle);
    instance.domain = plainDomain(Json::text(document, QLatin1String("domain")));
    if (instance.domain.isEmpty())
        instance.domain = plainDomain(Json::text(document, QLatin1String("uri")));
    if (instance.version.isEmpty()
        || (instance.domain.isEmpty() && !document.contains(QLatin1String("title"))))
        return std::nullopt;
    instance.title = singleLine(Json::text(document, QLatin1String("title"))).left(longestTitle);
    const QJsonObject statuses =
        Json::object(Json::object(document, QLatin1String("configuration")), QLatin1String("statuses"));
    const int oldLimit = Json::count(document, QLatin1String("max_toot_chars"), instance.maxCharacters);
    instance.maxCharacters = Json::count(statuses, QLatin1String("max_characters"), oldLimit);
    instance.maxCharacters = qBound(1, instance.maxCharacters, mostCharacters);
    instance.urlLength =
        Json::count(statuses, QLatin1String("characters_reserved_per_url"), instance.urlLength);
    instance.urlLength = qBound(0, instance.urlLength, longestUrlLength);
    instance.apiVersion =
        Json::count(Json::object(document, QLatin1String("api_versions")), QLatin1String("mastodon"));
    return instance;
}

NodeSoftware readNodeSoftware(const QJsonObject &nodeinfo)
{
    const QJsonObject software = Json::object(nodeinfo, QLatin1String("software"));
    return {singleLine(Json::text(software, QLatin1String("name"))).toLower().left(longestTitle),
            singleLine(Json::text(software, QLatin1String("version"))).left(longestTitle)};
}

QString nodeinfoAddress(const QJsonObject &list)
{
    for (const char *version : {"2.1", "2.0"}) {
        const QJsonObject link = linkWith(
            list, QStringLiteral("http://nodeinfo.diaspora.software/ns/schema/") + QLatin1String(version),
            {});
        const QString address = Json::webAddress(link, QLatin1String("href"));
        if (!address.isEmpty())
            return address;
    }
    return {};
}

QUrl serverFromWebfinger(const QJsonObject &answer)
{
    const QJsonObject self = linkWith(answer, QStringLiteral("self"), QStringLiteral("json"));
    const QUrl origin = originOf(Json::webAddress(self, QLatin1String("href")));
    if (!origin.isEmpty())
        return origin;
    const QJsonObject page = linkWith(answer, QStringLiteral("http://webfinger.net/rel/profile-page"), {});
    return originOf(Json::webAddress(page, QLatin1String("href")));
}

QUrl serverFromHostMeta(const QByteArray &document)
{
    if (const auto json = Json::objectFrom(document)) {
        const QJsonObject link = linkWith(*json, QStringLiteral("lrdd"), {});
        return originOf(Json::text(link, QLatin1String("template")).section(QLatin1Char('{'), 0, 0));
    }
    static const QRegularExpression element(QStringLiteral("<Link\\b[^>]*>"));
    static const QRegularExpression relation(QStringLiteral("\\brel=[\"']lrdd[\"']"));
    static const QRegularExpression address(QStringLiteral("\\btemplate=[\"']([^\"'{]*)"));
    const QString text = QString::fromUtf8(document.left(64 * 1024));
    QRegularExpressionMatchIterator it = element.globalMatch(text);
    while (it.hasNext()) {
        const QString link = it.next().captured();
        if (relation.match(link).hasMatch())
            return originOf(decodeEntities(address.match(link).captured(1)));
    }
    return {};
}

} // namespace Petrel
