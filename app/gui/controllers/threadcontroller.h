// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "gui/controllers/postcontroller.h"
#include "gui/models/threadmodel.h"

#include <functional>

namespace Petrel {

//! One thread as a page: around a post, as one account sees it.
class ThreadController : public PostController {
    Q_OBJECT
    Q_PROPERTY(Petrel::ThreadModel *model READ model CONSTANT)
    Q_PROPERTY(QString uri READ uri CONSTANT)
    Q_PROPERTY(bool loading READ isLoading NOTIFY stateChanged)
    Q_PROPERTY(QString errorWords READ errorWords NOTIFY stateChanged)
    //! The row of the post that was opened; -1 = not there.
    Q_PROPERTY(int openedIndex READ openedIndex NOTIFY openedIndexChanged)
public:
    //! How threads are read and fetched, for the account of the page.
    struct Source {
        ThreadModel::Reader read;
        std::function<Task<Unit>()> fetch;
        std::function<bool()> isReady; //!< whether a fetch has a chance now
        std::function<void()> hurry; //!< the next fetch need not wait for a server's next try
    };
    //! All references must outlive it. Shows what is known and asks the server for the rest.
    ThreadController(Store &store, WishDesk &wishes, const PostContext &context, const QString &uri,
                     Source source, QObject *parent = nullptr);

    [[nodiscard]] ThreadModel *model() { return &m_model; }
    [[nodiscard]] QString uri() const { return m_uri; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] QString errorWords() const { return m_errorWords; }
    [[nodiscard]] int openedIndex() const { return m_model.openedIndex(); }

    //! The person asks.
    Q_INVOKABLE void refresh();
    //! The account or its session may have changed.
    void setContext(const PostContext &context);
    //! The weather or the session may have changed: what failed without a chance is fetched again.
    void look();

Q_SIGNALS:
    void stateChanged();
    void openedIndexChanged();

private:
    void ask();
    void fetched(const Result<Unit> &result);

    QString m_uri;
    Source m_source;
    ThreadModel m_model;
    bool m_loading = false;
    bool m_failed = false;
    bool m_hadChance = false; //!< the last fetch, and nothing has changed since
    QString m_errorWords;
};

} // namespace Petrel
