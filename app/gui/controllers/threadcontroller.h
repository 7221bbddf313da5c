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
    };
    //! All references must outlive it. Shows what is known and asks the server for the rest.
    ThreadController(Store &store, WishDesk &wishes, const PostContext &context, const QString &uri,
                     Source source, QObject *parent = nullptr);

    [[nodiscard]] ThreadModel *model() { return &m_model; }
    [[nodiscard]] QString uri() const { return m_uri; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] QString errorWords() const { return m_errorWords; }
    [[nodiscard]] int openedIndex() const { return m_model.openedIndex(); }

    Q_INVOKABLE void refresh();

Q_SIGNALS:
    void stateChanged();
    void openedIndexChanged();

private:
    void fetched(const Result<Unit> &result);

    QString m_uri;
    Source m_source;
    ThreadModel m_model;
    bool m_loading = false;
    QString m_errorWords;
};

} // namespace Petrel
