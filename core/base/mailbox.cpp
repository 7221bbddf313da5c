// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/mailbox.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPointer>

#include <memory>

namespace Petrel {

namespace {

QEvent::Type wakeUpType()
{
    static const auto type = QEvent::Type(QEvent::registerEventType());
    return type;
}

} // namespace

Mailbox::Mailbox(QObject *parent)
    : QObject(parent)
{
    // Registered here so that the first post from another thread does not race on it.
    wakeUpType();
}

void Mailbox::post(std::function<void()> call)
{
    std::unique_ptr<QEvent> wake;
    {
        // The event is made and first looked at under the mutex, so that a race detector which cannot see
        // into Qt's own locks still finds the two in order.
        const std::lock_guard lock(m_mutex);
        if (m_calls.empty())
            wake = std::make_unique<QEvent>(wakeUpType());
        m_calls.push_back(std::move(call));
    }
    if (wake)
        QCoreApplication::postEvent(this, wake.release());
}

bool Mailbox::event(QEvent *event)
{
    std::deque<std::function<void()>> calls;
    bool isWakeUp = false;
    {
        const std::lock_guard lock(m_mutex);
        isWakeUp = event->type() == wakeUpType();
        if (isWakeUp)
            calls.swap(m_calls);
    }
    if (!isWakeUp)
        return QObject::event(event);
    // A call may destroy this mailbox; the rest is then dropped.
    const QPointer<Mailbox> alive(this);
    for (const auto &call : calls) {
        call();
        if (!alive)
            break;
    }
    return true;
}

} // namespace Petrel
