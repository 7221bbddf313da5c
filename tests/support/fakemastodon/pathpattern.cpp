// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/pathpattern.h"

#include <QStringList>

namespace Petrel::Fake {

bool pathFits(const QString &pattern, const QString &path)
{
    const QStringList parts = pattern.split(QLatin1Char('*'));
    if (parts.size() == 1)
        return pattern == path;
    if (!path.startsWith(parts.first()))
        return false;
    qsizetype from = parts.first().size();
    for (qsizetype i = 1; i + 1 < parts.size(); ++i) {
        const qsizetype at = path.indexOf(parts.at(i), from);
        if (at < 0)
            return false;
        from = at + parts.at(i).size();
    }
    return path.size() - from >= parts.last().size() && path.endsWith(parts.last());
}

} // namespace Petrel::Fake
