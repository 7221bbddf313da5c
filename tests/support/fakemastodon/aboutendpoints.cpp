// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the server says of itself.
#include "support/fakemastodon/addresses.h"
#include "support/fakemastodon/answers.h"
#include "support/fakemastodon/endpoints.h"

using namespace Qt::Literals::StringLiterals;

namespace Petrel::Fake {

namespace {

QString at(const Call &call, const QString &path)
{
    QUrl url = call.world.base();
    url.setPath(path);
    return url.toString();
}

QJsonObject limits(const Call &call)
{
    const FlavourRules &rules = call.rules();
    return {{u"statuses"_s,
             QJsonObject{{u"max_characters"_s, rules.maxCharacters},
                         {u"max_media_attachments"_s, 4},
                         {u"characters_reserved_per_url"_s, rules.urlLength}}},
            {u"polls"_s, QJsonObject{{u"max_options"_s, 4}, {u"max_characters_per_option"_s, 50}}}};
}

} // namespace

WireResponse nodeinfoLinks(Call &call)
{
    const bool snac = call.flavour() == Flavour::Snac;
    QJsonArray links;
    links.append(QJsonObject{{u"rel"_s, u"http://nodeinfo.diaspora.software/ns/schema/2.0"_s},
                             {u"href"_s, at(call, snac ? u"/nodeinfo_2_0"_s : u"/nodeinfo/2.0"_s)}});
    return json(200, QJsonObject{{u"links"_s, links}});
}

WireResponse nodeinfo(Call &call)
{
    if ((call.flavour() == Flavour::Snac) != (call.request.path == u"/nodeinfo_2_0"_s))
        return unknownPath(call.rules(), "GET");
    return json(
        200,
        QJsonObject{{u"version"_s, u"2.0"_s},
                    {u"software"_s,
                     QJsonObject{{u"name"_s, call.rules().software}, {u"version"_s, call.rules().version}}},
                    {u"protocols"_s, QJsonArray{u"activitypub"_s}},
                    {u"services"_s, QJsonObject{{u"inbound"_s, QJsonArray{}}, {u"outbound"_s, QJsonArray{}}}},
                    {u"openRegistrations"_s, false},
                    {u"usage"_s, QJsonObject{{u"users"_s, QJsonObject{}}}},
                    {u"metadata"_s, QJsonObject{}}});
}

WireResponse webfinger(Call &call)
{
    QString resource = call.params.text(u"resource"_s);
    if (resource.startsWith(u"acct:"_s))
        resource = resource.mid(5);
    const QString host = resource.section(u'@', 1);
    const WorldUser *user =
        host == call.world.host() ? call.world.user(resource.section(u'@', 0, 0)) : nullptr;
    if (!user)
        return refusal(call.rules(), 404);
    QJsonArray links;
    links.append(QJsonObject{
        {u"rel"_s, u"self"_s}, {u"type"_s, u"application/activity+json"_s}, {u"href"_s, user->actor}});
    links.append(QJsonObject{{u"rel"_s, u"http://webfinger.net/rel/profile-page"_s},
                             {u"type"_s, u"text/html"_s},
                             {u"href"_s, profilePage(call.flavour(), call.world.base(), user->acct)}});
    WireResponse response =
        json(200, QJsonObject{{u"subject"_s, u"acct:"_s + resource}, {u"links"_s, links}});
    response.setHeader("Content-Type", "application/jrd+json; charset=utf-8");
    return response;
}

WireResponse oauthMetadata(Call &call)
{
    if (!call.rules().oauthMetadata)
        return refusal(call.rules(), 404);
    return json(200,
                QJsonObject{{u"issuer"_s, at(call, u"/"_s)},
                            {u"authorization_endpoint"_s, at(call, u"/oauth/authorize"_s)},
                            {u"token_endpoint"_s, at(call, u"/oauth/token"_s)},
                            {u"revocation_endpoint"_s, at(call, u"/oauth/revoke"_s)},
                            {u"app_registration_endpoint"_s, at(call, u"/api/v1/apps"_s)},
                            {u"scopes_supported"_s,
                             QJsonArray{u"read"_s, u"profile"_s, u"write"_s, u"follow"_s, u"push"_s}},
                            {u"response_types_supported"_s, QJsonArray{u"code"_s}},
                            {u"code_challenge_methods_supported"_s, QJsonArray{u"S256"_s}},
                            {u"grant_types_supported"_s, QJsonArray{u"authorization_code"_s}}});
}

WireResponse instanceV1(Call &call)
{
    QJsonObject instance{{u"uri"_s, call.world.host()},
                         {u"title"_s, call.world.host() + u" <fake>"_s},
                         {u"short_description"_s, QString()},
                         {u"description"_s, QString()},
                         {u"email"_s, QString()},
                         {u"version"_s, call.rules().apiVersion},
                         {u"urls"_s, QJsonObject{{u"streaming_api"_s, u"wss://"_s + call.world.host()}}},
                         {u"stats"_s, QJsonObject{{u"user_count"_s, 0}, {u"status_count"_s, 0}}},
                         {u"languages"_s, QJsonArray{u"en"_s}},
                         {u"registrations"_s, false},
                         {u"rules"_s, QJsonArray{}},
                         {u"configuration"_s, limits(call)}};
    if (call.flavour() == Flavour::Akkoma) {
        instance.remove(u"configuration"_s);
        instance.insert(u"max_toot_chars"_s, call.rules().maxCharacters);
        instance.insert(u"pleroma"_s, QJsonObject{{u"metadata"_s, QJsonObject{}}});
    }
    return json(200, instance);
}

WireResponse instanceV2(Call &call)
{
    if (!call.rules().instanceV2)
        return refusal(call.rules(), 404);
    QJsonObject configuration = limits(call);
    configuration.insert(u"urls"_s, QJsonObject{{u"streaming"_s, u"wss://"_s + call.world.host()}});
    configuration.insert(u"translation"_s, QJsonObject{{u"enabled"_s, false}});
    QJsonObject instance{{u"domain"_s, call.world.host()},
                         {u"title"_s, call.world.host() + u" <fake>"_s},
                         {u"version"_s, call.rules().apiVersion},
                         {u"source_url"_s, QString()},
                         {u"description"_s, QString()},
                         {u"configuration"_s, configuration},
                         {u"rules"_s, QJsonArray{}},
                         {u"languages"_s, QJsonArray{u"en"_s}},
                         {u"registrations"_s, QJsonObject{{u"enabled"_s, false}}}};
    if (call.flavour() == Flavour::Mastodon46)
        instance.insert(u"api_versions"_s, QJsonObject{{u"mastodon"_s, 11}});
    return json(200, instance);
}

WireResponse worldFile(Call &call)
{
    const WorldFile *file = call.world.file(call.captures.value(0));
    if (!file)
        return refusal(call.rules(), 404);
    WireResponse response;
    response.setHeader("Content-Type", file->mimeType);
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.body = file->bytes;
    return response;
}

WireResponse customEmojis(Call &call)
{
    if (call.flavour() == Flavour::GoToSocial && call.viewer.isEmpty())
        return refusal(call.rules(), 401);
    return json(200, QJsonArray{});
}

} // namespace Petrel::Fake
