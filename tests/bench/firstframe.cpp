// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/firstframe.h"

#include "bench/cards.h"

#include <QQuickWindow>

#include <chrono>

namespace Petrel {

qint64 sharedNs()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
}

FirstFrame::FirstFrame(QQuickWindow &window, Of what, QObject *parent)
    : QObject(parent)
{
    // Directly: a scene graph with a thread of its own calls from there, and holds the GUI thread still while
    // it takes items in.
    connect(
        &window, &QQuickWindow::beforeSynchronizing, this,
        [this, what, cards = Cards(window)] {
            if (!m_ready && (what == Of::Window || !cards.inSight().isEmpty()))
                m_ready = true;
        },
        Qt::DirectConnection);
    connect(
        &window, &QQuickWindow::frameSwapped, this,
        [this] {
            if (!m_ready || m_shownAtNs != 0)
                return;
            m_shownAtNs = sharedNs();
            QMetaObject::invokeMethod(this, &FirstFrame::shown, Qt::QueuedConnection);
        },
        Qt::DirectConnection);
}

} // namespace Petrel
