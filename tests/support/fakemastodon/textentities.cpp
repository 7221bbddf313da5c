// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/textentities.h"

#include <QRegularExpression>

namespace Petrel::Fake {

QVector<TextEntity> entitiesIn(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("(?<link>https?://[^\\s<>\"]+[^\\s<>\".,;:!?)\\]'])"
                       "|(?<![\\w/@])@(?<mention>\\w+(?:[.-]+\\w+)*(?:@[A-Za-z0-9.-]+[A-Za-z0-9](?::\\d+)?)?)"
                       "|(?<![\\w/#&])#(?<tag>\\w*\\p{L}\\w*)"),
        QRegularExpression::UseUnicodePropertiesOption);
    QVector<TextEntity> entities;
    auto it = pattern.globalMatch(text);
    while (it.hasNext()) {
        const QRegularExpressionMatch match = it.next();
        TextEntity entity;
        entity.start = match.capturedStart();
        entity.length = match.capturedLength();
        if (match.hasCaptured(QStringLiteral("link"))) {
            entity.kind = TextEntity::Kind::Link;
            entity.value = match.captured(QStringLiteral("link"));
        } else if (match.hasCaptured(QStringLiteral("mention"))) {
            entity.kind = TextEntity::Kind::Mention;
            entity.value = match.captured(QStringLiteral("mention"));
        } else {
            entity.kind = TextEntity::Kind::Tag;
            entity.value = match.captured(QStringLiteral("tag"));
        }
        entities.append(entity);
    }
    return entities;
}

} // namespace Petrel::Fake
