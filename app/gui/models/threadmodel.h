// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/postlistmodel.h"

namespace Petrel {

class Store;
struct ChangeSet;

//! A thread as its reader tells it, read again after each commit that touches posts or the outbox.
class ThreadModel : public PostListModel {
    Q_OBJECT
    Q_PROPERTY(int openedIndex READ openedIndex NOTIFY openedIndexChanged)
public:
    //! Reads the whole thread from the store in the order it is shown in, every statement ended when it
    //! returns.
    using Reader = std::function<Result<QVector<PostRow>>()>;

    //! The store must outlive it.
    explicit ThreadModel(Store &store, QObject *parent = nullptr);

    //! Shows another thread.
    void open(Reader reader);
    //! Shows none.
    void close();
    //! The row of the post that was opened; -1 = not there.
    [[nodiscard]] int openedIndex() const { return m_openedIndex; }

Q_SIGNALS:
    void openedIndexChanged();

private:
    void take(const ChangeSet &changes);
    void reread();
    void findOpened();

    Reader m_reader;
    int m_openedIndex = -1;
};

} // namespace Petrel
