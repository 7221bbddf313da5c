// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace Petrel::Fake {

//! Something a server makes a link of.
struct TextEntity {
    enum class Kind { Mention, Link, Tag };
    Kind kind = Kind::Link;
    qsizetype start = 0;
    qsizetype length = 0;
    QString value; //!< mention: "bob" or "bob@host"; tag: without '#'; link: as written
};

//! In order, not overlapping.
[[nodiscard]] QVector<TextEntity> entitiesIn(const QString &text);

} // namespace Petrel::Fake
