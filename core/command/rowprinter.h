// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/timelinereader.h"
#include "store/timelinestore.h"

#include <QJsonObject>

namespace Petrel {

//! Rows of a timeline as text for a terminal and as JSON. Everything servers told us is made safe on the way.
class RowPrinter {
public:
    RowPrinter(qint64 nowMs, const QVector<Gap> &gaps);

    //! Several lines, each ended. `account`: handle of whose timeline it is, the author of its ghosts.
    [[nodiscard]] QString toText(const TimelineRow &row, const QString &account) const;
    [[nodiscard]] QJsonObject toJson(const TimelineRow &row, const QString &account) const;

private:
    [[nodiscard]] QString headLine(const TimelineRow &row, const QString &account) const;
    [[nodiscard]] QString marksLine(const TimelineRow &row) const;
    [[nodiscard]] QString gapLine(const TimelineRow &row) const;

    qint64 m_nowMs;
    QVector<Gap> m_gaps;
};

} // namespace Petrel
