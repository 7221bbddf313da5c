// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <QObject>
#include <QUrl>

namespace Petrel {

//! Where a command speaks and listens: a terminal, or the far end of the profile's socket.
class Console : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    //! Writes text as it is; callers make it safe for terminals first (see words.h).
    virtual void out(const QString &text) = 0;
    virtual void err(const QString &text) = 0;
    //! Shows a prompt and gives the line typed; Cancelled where the input has ended.
    virtual Task<QString> ask(const QString &prompt) = 0;
    //! Shows an address to the person, in their browser where that can be done.
    virtual void openBrowser(const QUrl &url) = 0;
};

} // namespace Petrel
