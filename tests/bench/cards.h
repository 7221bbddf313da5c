// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QQuickItem>
#include <QString>
#include <QVector>

class QQuickWindow;

namespace Petrel {

//! What a window's scene holds of posts, seen from outside: by the names that QML gives its types.
class Cards {
public:
    explicit Cards(QQuickWindow &window);

    //! The window that shows itself; null while none does.
    [[nodiscard]] static QQuickWindow *shownWindow();

    //! The list of the timeline; null while it is not there.
    [[nodiscard]] QQuickItem *list() const;
    //! Every post card there is, whether in sight, beside it, or kept for another post.
    [[nodiscard]] QVector<QQuickItem *> alive() const;
    //! Those of which something is in sight, uppermost first.
    [[nodiscard]] QVector<QQuickItem *> inSight() const;
    //! The uri of the entry a card shows, as PostMaker made it.
    [[nodiscard]] static QString entryOf(const QQuickItem &card);

private:
    QQuickWindow &m_window;
    mutable QPointer<QQuickItem> m_list; //!< once found
};

} // namespace Petrel
