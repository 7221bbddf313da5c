// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/serverinfo.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace Petrel {

namespace {

constexpr int formatVersion = 1;
constexpr qint64 hourMs = 3'600'000;

const QHash<QString, Flavour> &flavourNames()
{
    static const QHash<QString, Flavour> names{
        {QStringLiteral("mastodon"), Flavour::Mastodon},
        {QStringLiteral("gotosocial"), Flavour::GoToSocial},
        {QStringLiteral("snac"), Flavour::Snac},
        {QStringLiteral("pleroma"), Flavour::Pleroma},
        {QStringLiteral("pixelfed"), Flavour::Pixelfed},
        {QStringLiteral("iceshrimp.net"), Flavour::Iceshrimp},
        {QStringLiteral("other"), Flavour::Other},
    };
    return names;
}

//! Software that is one of the flavours under another name.
const QHash<QString, Flavour> &relatives()
{
    static const QHash<QString, Flavour> names{
        {QStringLiteral("snac2"), Flavour::Snac},        {QStringLiteral("akkoma"), Flavour::Pleroma},
        {QStringLiteral("rebased"), Flavour::Pleroma},   {QStringLiteral("soapbox"), Flavour::Pleroma},
        {QStringLiteral("hometown"), Flavour::Mastodon}, {QStringLiteral("glitchcafe"), Flavour::Mastodon},
        {QStringLiteral("ecko"), Flavour::Mastodon},
    };
    return names;
}

qint64 keyLife(Flavour flavour)
{
    switch (flavour) {
    case Flavour::Mastodon:
        return hourMs;
    case Flavour::Pleroma:
        return 6 * hourMs;
    case Flavour::Iceshrimp:
        return 24 * hourMs;
    case Flavour::Pixelfed:
        // It burns a key even when the request fails: with the same key nothing would ever be sent again.
        return 0;
    case Flavour::GoToSocial:
    case Flavour::Snac:
    case Flavour::Other:
        return 0;
    }
    Q_UNREACHABLE();
}

QVector<Visibility> visibilitiesOf(Flavour flavour)
{
    switch (flavour) {
    case Flavour::Snac:
        // It shows unlisted posts to everyone and followers-only posts to nobody but those mentioned.
        return {Visibility::Public, Visibility::Direct};
    case Flavour::Pixelfed:
        return {Visibility::Public, Visibility::Unlisted, Visibility::Followers};
    case Flavour::Mastodon:
    case Flavour::GoToSocial:
    case Flavour::Pleroma:
    case Flavour::Iceshrimp:
    case Flavour::Other:
        return {Visibility::Public, Visibility::Unlisted, Visibility::Followers, Visibility::Direct};
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray ServerInfo::toBytes() const
{
    const QJsonObject object{{QStringLiteral("v"), formatVersion},
                             {QStringLiteral("flavour"), flavourNames().key(flavour)},
                             {QStringLiteral("software"), software},
                             {QStringLiteral("version"), version},
                             {QStringLiteral("base"), base.toString(QUrl::FullyEncoded)},
                             {QStringLiteral("domain"), domain},
                             {QStringLiteral("maxCharacters"), maxCharacters},
                             {QStringLiteral("urlLength"), urlLength},
                             {QStringLiteral("apiVersion"), apiVersion}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<ServerInfo> ServerInfo::fromBytes(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (object.value(QStringLiteral("v")).toInt() != formatVersion)
        return std::nullopt;
    ServerInfo info;
    info.base = QUrl(object.value(QStringLiteral("base")).toString(), QUrl::StrictMode);
    if (!info.base.isValid() || info.base.host().isEmpty())
        return std::nullopt;
    info.flavour = flavourNames().value(object.value(QStringLiteral("flavour")).toString(), Flavour::Other);
    info.software = object.value(QStringLiteral("software")).toString();
    info.version = object.value(QStringLiteral("version")).toString();
    info.domain = object.value(QStringLiteral("domain")).toString();
    info.maxCharacters = object.value(QStringLiteral("maxCharacters")).toInt(info.maxCharacters);
    info.urlLength = object.value(QStringLiteral("urlLength")).toInt(info.urlLength);
    info.apiVersion = object.value(QStringLiteral("apiVersion")).toInt();
    return info;
}

Flavour flavourOf(const QString &software, const QString &versionWords)
{
    const QString name = software.toLower();
    if (const auto it = flavourNames().constFind(name); it != flavourNames().constEnd())
        return *it;
    if (const auto it = relatives().constFind(name); it != relatives().constEnd())
        return *it;
    if (!name.isEmpty())
        return Flavour::Other;
    const QString words = versionWords.toLower();
    if (words.contains(QLatin1String("snac/")))
        return Flavour::Snac;
    if (words.contains(QLatin1String("pleroma")) || words.contains(QLatin1String("akkoma")))
        return Flavour::Pleroma;
    if (words.contains(QLatin1String("pixelfed")))
        return Flavour::Pixelfed;
    if (words.contains(QLatin1String("gotosocial")))
        return Flavour::GoToSocial;
    return Flavour::Other;
}

Capabilities capabilitiesOf(const ServerInfo &info)
{
    Capabilities able;
    able.text.maxCharacters = info.maxCharacters;
    // The others advertise a length for addresses but count what is written.
    able.text.urlLength = info.flavour == Flavour::Mastodon ? info.urlLength : 0;
    able.text.remoteMentionsShort = info.flavour == Flavour::Mastodon;
    able.text.warningCounts = info.flavour != Flavour::Snac;
    able.visibilities = visibilitiesOf(info.flavour);
    able.canDelete = info.flavour != Flavour::Snac;
    able.boostIsIdempotent = info.flavour == Flavour::Mastodon || info.flavour == Flavour::Snac;
    able.idempotencyMs = keyLife(info.flavour);
    return able;
}

} // namespace Petrel
