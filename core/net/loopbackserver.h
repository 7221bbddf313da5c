// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <QObject>
#include <QUrl>
#include <QUrlQuery>

#include <memory>

namespace Petrel {

//! Waits on 127.0.0.1 for the one redirect that ends a sign-in in the browser, answers it with a small page
//! of words and gives its query. Anything that is not GET on its path with a code or an error is answered 404
//! and does not count.
class LoopbackServer : public QObject {
    Q_OBJECT
public:
    explicit LoopbackServer(QObject *parent = nullptr);
    ~LoopbackServer() override;
    //! Listens on a free port and gives the address to register, http://127.0.0.1:PORT/callback.
    Result<QUrl> listen();
    //! Ends with the query of the redirect; Cancelled when the server is destroyed.
    Task<QUrlQuery> redirect();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Petrel
