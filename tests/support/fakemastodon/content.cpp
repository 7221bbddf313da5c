// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/content.h"

#include "support/fakemastodon/addresses.h"
#include "support/fakemastodon/textentities.h"

#include <QUrl>

namespace Petrel::Fake {

namespace {

QString rootOf(const World &world)
{
    return world.base().toString(QUrl::RemovePath | QUrl::StripTrailingSlash);
}

QString profileOf(const World &world, const WorldUser &user)
{
    return user.local ? profilePage(world.rules().flavour, world.base(), user.acct) : user.actor;
}

const WorldUser *mentioned(const World &world, const QString &value)
{
    const QString where = value.section(QLatin1Char('@'), 1);
    return world.user(where.isEmpty() || where == world.host() ? value.section(QLatin1Char('@'), 0, 0)
                                                               : value);
}

// Mastodon shows at most 30 characters of an address after its scheme and "www.".
QString shortenedLink(const QString &link, const QString &rel)
{
    qsizetype prefix = link.indexOf(QLatin1String("://")) + 3;
    if (link.mid(prefix).startsWith(QLatin1String("www.")))
        prefix += 4;
    const QString shown = link.mid(prefix, 30);
    const QString rest = link.mid(prefix + 30);
    return QStringLiteral("<a href=\"%1\" target=\"_blank\" rel=\"%2\" translate=\"no\">"
                          "<span class=\"invisible\">%3</span><span class=\"%4\">%5</span>"
                          "<span class=\"invisible\">%6</span></a>")
        .arg(link.toHtmlEscaped(), rel, link.left(prefix).toHtmlEscaped(),
             rest.isEmpty() ? QString() : QStringLiteral("ellipsis"), shown.toHtmlEscaped(),
             rest.toHtmlEscaped());
}

QString plainLink(const QString &link, const QString &rel)
{
    return QStringLiteral("<a href=\"%1\" rel=\"%2\" target=\"_blank\">%1</a>")
        .arg(link.toHtmlEscaped(), rel);
}

QString mentionHtml(const World &world, const WorldUser &user, const QString &typed)
{
    const QString page = profileOf(world, user).toHtmlEscaped();
    const QString name = user.acct.section(QLatin1Char('@'), 0, 0).toHtmlEscaped();
    switch (world.rules().flavour) {
    case Flavour::Snac:
        return QStringLiteral("<a href=\"%1\" class=\"u-url mention\">@%2</a>")
            .arg(page, typed.toHtmlEscaped());
    case Flavour::Akkoma:
        return QStringLiteral(
                   "<span class=\"h-card\"><a class=\"u-url mention\" data-user=\"%1\" href=\"%2\" "
                   "rel=\"ugc\">@<span>%3</span></a></span>")
            .arg(user.id, page, name);
    case Flavour::Pixelfed:
        return QStringLiteral("<a class=\"u-url mention\" href=\"%1\" rel=\"external nofollow noopener\" "
                              "target=\"_blank\">@%2</a>")
            .arg(page, typed.toHtmlEscaped());
    case Flavour::GoToSocial:
        return QStringLiteral(
                   "<span class=\"h-card\"><a href=\"%1\" class=\"u-url mention\" "
                   "rel=\"nofollow noreferrer noopener\" target=\"_blank\">@<span>%2</span></a></span>")
            .arg(page, name);
    case Flavour::Mastodon35:
    case Flavour::Mastodon42:
    case Flavour::Mastodon46:
        break;
    }
    return QStringLiteral("<span class=\"h-card\" translate=\"no\"><a href=\"%1\" class=\"u-url mention\">@"
                          "<span>%2</span></a></span>")
        .arg(page, name);
}

QString tagHtml(const World &world, const QString &tag)
{
    const QString root = rootOf(world);
    switch (world.rules().flavour) {
    case Flavour::Snac:
        return QStringLiteral("<a href=\"%1?t=%2\" class=\"mention hashtag\" rel=\"tag\">#%3</a>")
            .arg(root, tag.toLower().toHtmlEscaped(), tag.toHtmlEscaped());
    case Flavour::Akkoma:
        return QStringLiteral(
                   "<a class=\"hashtag\" data-tag=\"%2\" href=\"%1/tag/%2\" rel=\"tag ugc\">#%3</a>")
            .arg(root, tag.toLower().toHtmlEscaped(), tag.toHtmlEscaped());
    case Flavour::Pixelfed:
        return QStringLiteral(
                   "<a href=\"%1/discover/tags/%2?src=hash\" title=\"#%2\" class=\"u-url hashtag\" "
                   "rel=\"external nofollow noopener\">#%2</a>")
            .arg(root, tag.toHtmlEscaped());
    case Flavour::GoToSocial:
        return QStringLiteral(
                   "<a href=\"%1/tags/%2\" class=\"mention hashtag\" rel=\"tag nofollow noreferrer "
                   "noopener\" target=\"_blank\">#<span>%3</span></a>")
            .arg(root, tag.toLower().toHtmlEscaped(), tag.toHtmlEscaped());
    case Flavour::Mastodon35:
    case Flavour::Mastodon42:
    case Flavour::Mastodon46:
        break;
    }
    return QStringLiteral("<a href=\"%1/tags/%2\" class=\"mention hashtag\" rel=\"tag\">#<span>%3</span></a>")
        .arg(root, tag.toHtmlEscaped(), tag.toHtmlEscaped());
}

QString linkHtml(Flavour flavour, const QString &link)
{
    switch (flavour) {
    case Flavour::GoToSocial:
        return plainLink(link, QStringLiteral("nofollow noreferrer noopener"));
    case Flavour::Snac:
        return QStringLiteral("<a href=\"%1\" target=\"_blank\">%1</a>").arg(link.toHtmlEscaped());
    case Flavour::Akkoma:
        return QStringLiteral("<a href=\"%1\" rel=\"ugc\">%1</a>").arg(link.toHtmlEscaped());
    case Flavour::Pixelfed:
        return plainLink(link, QStringLiteral("external nofollow noopener"));
    case Flavour::Mastodon35:
    case Flavour::Mastodon42:
    case Flavour::Mastodon46:
        break;
    }
    return shortenedLink(link, QStringLiteral("nofollow noopener"));
}

QString withEntities(const World &world, const QString &text)
{
    QString html;
    qsizetype at = 0;
    for (const TextEntity &entity : entitiesIn(text)) {
        html += text.mid(at, entity.start - at).toHtmlEscaped();
        at = entity.start + entity.length;
        const QString typed = text.mid(entity.start, entity.length);
        switch (entity.kind) {
        case TextEntity::Kind::Link:
            html += linkHtml(world.rules().flavour, entity.value);
            break;
        case TextEntity::Kind::Tag:
            html += tagHtml(world, entity.value);
            break;
        case TextEntity::Kind::Mention:
            if (const WorldUser *user = mentioned(world, entity.value))
                html += mentionHtml(world, *user, entity.value);
            else
                html += typed.toHtmlEscaped();
            break;
        }
    }
    return html + text.mid(at).toHtmlEscaped();
}

QString paragraphs(const QString &html)
{
    QString all;
    for (const QString &part : html.split(QLatin1String("\n\n"))) {
        QString lines = part;
        lines.replace(QLatin1Char('\n'), QLatin1String("<br />"));
        all += QStringLiteral("<p>%1</p>").arg(lines);
    }
    return all;
}

} // namespace

QString contentHtml(const World &world, const WorldPost &post)
{
    QString text = post.text;
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    QString html = withEntities(world, text.trimmed());
    switch (world.rules().flavour) {
    case Flavour::Snac:
        html.replace(QLatin1Char('\n'), QLatin1String("<br>"));
        return QStringLiteral("<p>%1</p>").arg(html);
    case Flavour::Akkoma:
        return html.replace(QLatin1Char('\n'), QLatin1String("<br/>"));
    case Flavour::Pixelfed:
        return html.replace(QLatin1Char('\n'), QLatin1String("<br />\n"));
    case Flavour::Mastodon35:
    case Flavour::Mastodon42:
    case Flavour::Mastodon46:
    case Flavour::GoToSocial:
        break;
    }
    return html.isEmpty() ? QString() : paragraphs(html);
}

} // namespace Petrel::Fake
