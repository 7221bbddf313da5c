// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>

class QQuickWindow;

namespace Petrel {

//! Nanoseconds of the clock that all processes of this computer share.
[[nodiscard]] qint64 sharedNs();

//! Waits for the first frame that a person sees of a window, or for the first with a post in it: taken in by
//! the scene graph with a card of the list in sight, then swapped to the screen.
class FirstFrame : public QObject {
    Q_OBJECT
public:
    enum class Of { Window, Post };
    //! Right after the window was made; it must outlive this.
    FirstFrame(QQuickWindow &window, Of what, QObject *parent = nullptr);

    //! 0 until then.
    [[nodiscard]] qint64 shownAtNs() const { return m_shownAtNs; }

Q_SIGNALS:
    //! On this object's thread.
    void shown();

private:
    std::atomic<bool> m_ready{false};
    std::atomic<qint64> m_shownAtNs{0};
};

} // namespace Petrel
