// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/wire.h"

#include <QUrl>

namespace Petrel::Fake {

QByteArray WireRequest::header(const QByteArray &lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

QByteArray WireRequest::bearer() const
{
    // Both measured servers want the word spelt exactly so.
    const QByteArray value = header("authorization");
    return value.startsWith("Bearer ") ? value.mid(7).trimmed() : QByteArray();
}

void WireRequest::setTarget(const QByteArray &target)
{
    const qsizetype mark = target.indexOf('?');
    path = QUrl::fromPercentEncoding(mark < 0 ? target : target.left(mark));
    query = QUrlQuery();
    if (mark >= 0)
        query.setQuery(
            QString::fromUtf8(target.mid(mark + 1)).replace(QLatin1Char('+'), QLatin1String("%20")));
}

QByteArray WireResponse::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

void WireResponse::setHeader(const QByteArray &name, const QByteArray &value)
{
    for (auto &[key, old] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            old = value;
            return;
        }
    }
    headers.emplaceBack(name, value);
}

} // namespace Petrel::Fake
