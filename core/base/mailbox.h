// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace Petrel {

//! The only way work crosses threads: post() from any thread, the calls run in order on the mailbox's own
//! thread. Built on a mutex and a custom event, so that a race detector can follow it. What is still waiting
//! when the mailbox is destroyed is dropped uncalled.
class Mailbox : public QObject {
public:
    explicit Mailbox(QObject *parent = nullptr);
    void post(std::function<void()> call);

protected:
    bool event(QEvent *event) override;

private:
    std::mutex m_mutex;
    std::deque<std::function<void()>> m_calls;
};

} // namespace Petrel
