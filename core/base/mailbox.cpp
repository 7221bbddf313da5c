// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/mailbox.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPointer>

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
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        wake = m_calls.empty();
        m_calls.push_back(std::move(call));
    }
    if (wake)
        QCoreApplication::postEvent(this, new QEvent(wakeUpType()));
}

bool Mailbox::event(QEvent *event)
{
    if (event->type() != wakeUpType())
        return QObject::event(event);
    std::deque<std::function<void()>> calls;
    {
        const std::lock_guard lock(m_mutex);
        calls.swap(m_calls);
    }
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
