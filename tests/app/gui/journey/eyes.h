// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sought.h"

#include <QRectF>
#include <QVector>

#include <functional>

class QQuickItem;
class QQuickWindow;

namespace Petrel {

//! Looks at a window as a person does: what is invisible, transparent, scrolled away or outside is not there.
class Eyes {
public:
    //! The window must outlive it.
    explicit Eyes(QQuickWindow &window);

    //! The first that fits; null where there is none in sight.
    [[nodiscard]] QQuickItem *find(const Sought &sought, const QQuickItem *within = nullptr) const;
    [[nodiscard]] QVector<QQuickItem *> all(const Sought &sought, const QQuickItem *within = nullptr) const;
    //! Whether these words stand anywhere.
    [[nodiscard]] bool read(const QString &words) const;
    //! What has the keyboard's focus is that.
    [[nodiscard]] bool focusIsOn(const Sought &sought) const;
    //! The row that is marked as the keyboard's is that.
    [[nodiscard]] bool isMarked(const Sought &row) const;
    //! What the window says in all, line by line, for a failure's words.
    [[nodiscard]] QString everything() const;
    [[nodiscard]] QString focusWords() const;

    //! The part of an item that can be seen; empty = none.
    [[nodiscard]] QRectF inSight(const QQuickItem &item) const;
    //! Whether a press in the middle of an item would be for it: nothing lies above.
    [[nodiscard]] bool isOnTop(const QQuickItem &item) const;
    [[nodiscard]] static QPointF middleOf(const QQuickItem &item);
    [[nodiscard]] static bool fits(QQuickItem &item, const Sought &sought);
    [[nodiscard]] static QString nameOf(QQuickItem &item);

private:
    void visit(QQuickItem *item, const std::function<void(QQuickItem &)> &look) const;

    QQuickWindow &m_window;
};

} // namespace Petrel
