// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/addresses.h"

#include <QCryptographicHash>

namespace Petrel::Fake {

namespace {

QString root(const QUrl &base)
{
    return base.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment
                         | QUrl::StripTrailingSlash);
}

QString objectName(qint64 serial)
{
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray::number(serial), QCryptographicHash::Md5).toHex();
    return QString::fromLatin1(hash.left(8) + '-' + hash.mid(8, 4) + '-' + hash.mid(12, 4) + '-'
                               + hash.mid(16, 4) + '-' + hash.mid(20));
}

} // namespace

QString hostOf(const QUrl &base)
{
    return base.port() < 0 ? base.host() : QStringLiteral("%1:%2").arg(base.host()).arg(base.port());
}

QString actorAddress(Flavour flavour, const QUrl &base, const QString &name)
{
    return flavour == Flavour::Snac ? QStringLiteral("%1/%2").arg(root(base), name)
                                    : QStringLiteral("%1/users/%2").arg(root(base), name);
}

QString profilePage(Flavour flavour, const QUrl &base, const QString &name)
{
    switch (flavour) {
    case Flavour::Snac:
    case Flavour::Pixelfed:
        return QStringLiteral("%1/%2").arg(root(base), name);
    case Flavour::Akkoma:
        return QStringLiteral("%1/users/%2").arg(root(base), name);
    case Flavour::Mastodon35:
    case Flavour::Mastodon42:
    case Flavour::Mastodon46:
    case Flavour::GoToSocial:
        break;
    }
    return QStringLiteral("%1/@%2").arg(root(base), name);
}

PostAddress postAddress(Flavour flavour, const QUrl &base, const QString &name, const QString &id,
                        qint64 createdAtMs, qint64 serial)
{
    const QString actor = actorAddress(flavour, base, name);
    switch (flavour) {
    case Flavour::GoToSocial:
        return {QStringLiteral("%1/statuses/%2").arg(actor, id),
                QStringLiteral("%1/@%2/statuses/%3").arg(root(base), name, id)};
    case Flavour::Snac: {
        const QString uri = QStringLiteral("%1/p/%2.%3")
                                .arg(actor)
                                .arg(createdAtMs / 1000)
                                .arg(serial, 6, 10, QLatin1Char('0'));
        return {uri, uri};
    }
    case Flavour::Akkoma:
        return {QStringLiteral("%1/objects/%2").arg(root(base), objectName(serial)),
                QStringLiteral("%1/notice/%2").arg(root(base), id)};
    case Flavour::Pixelfed: {
        const QString uri = QStringLiteral("%1/p/%2/%3").arg(root(base), name, id);
        return {uri, uri};
    }
    case Flavour::Mastodon35:
    case Flavour::Mastodon42:
    case Flavour::Mastodon46:
        break;
    }
    return {QStringLiteral("%1/statuses/%2").arg(actor, id),
            QStringLiteral("%1/@%2/%3").arg(root(base), name, id)};
}

QString boostAddress(Flavour flavour, const QUrl &base, const QString &name, const QString &id, qint64 atMs,
                     qint64 serial)
{
    const QString actor = actorAddress(flavour, base, name);
    switch (flavour) {
    case Flavour::Snac:
        return QStringLiteral("%1/d/%2.%3/Announce")
            .arg(actor)
            .arg(atMs / 1000)
            .arg(serial, 6, 10, QLatin1Char('0'));
    case Flavour::GoToSocial:
        return QStringLiteral("%1/statuses/%2").arg(actor, id);
    case Flavour::Akkoma:
        return QStringLiteral("%1/activities/%2").arg(root(base), objectName(serial));
    case Flavour::Mastodon35:
    case Flavour::Mastodon42:
    case Flavour::Mastodon46:
    case Flavour::Pixelfed:
        break;
    }
    return QStringLiteral("%1/statuses/%2/activity").arg(actor, id);
}

} // namespace Petrel::Fake
