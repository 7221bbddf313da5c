// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/postlistmodel.h"

namespace Petrel {

class Store;
struct ChangeSet;

//! A window on one timeline of the store, as large as what was scrolled to and never larger than mostRows:
//! what is farthest from the reader is let go and read again on the way back. Follows the store: each commit
//! is patched in, and what is new on top comes above the reader and is counted, never in his way. Reads are
//! by place, so that a long timeline costs no more than a short one; every statement has ended when a call
//! returns.
class TimelineModel : public PostListModel {
    Q_OBJECT
    Q_PROPERTY(int newCount READ newCount NOTIFY newCountChanged)
    Q_PROPERTY(bool atTop READ atTop NOTIFY atTopChanged)
public:
    static constexpr int firstRows = 60;
    static constexpr int moreRows = 40;
    static constexpr int mostRows = 600;

    //! The store must outlive it.
    explicit TimelineModel(Store &store, QObject *parent = nullptr);

    //! Shows a timeline from its top, or from around a place where reading stopped before.
    void open(const TimelineKey &key, const RowPlace &around = {});
    //! The same from its top; what is above is no longer new.
    Q_INVOKABLE void toTop();
    [[nodiscard]] const TimelineKey &key() const { return m_key; }
    //! Where a row stands, for open(); the top where there is no such row.
    [[nodiscard]] RowPlace placeOf(const QString &identity) const;

    //! Posts that came above what was read, the account's own apart.
    [[nodiscard]] int newCount() const { return m_newCount; }
    //! False where rows were let go above: read them with fetchNewer().
    [[nodiscard]] bool atTop() const { return m_atTop; }
    //! The view says which row is uppermost on the screen: it and what is below is read, and the window is
    //! kept around it.
    Q_INVOKABLE void seen(const QString &identity);
    Q_INVOKABLE void fetchNewer();

    //! True until the cache has nothing more below.
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void newCountChanged();
    void atTopChanged();
    //! The end of what the cache holds was reached; comes again only after rows were added below.
    void olderWanted();

private:
    void take(const ChangeSet &changes);
    [[nodiscard]] bool concernsOutbox(const ChangeSet &changes) const;
    void rereadAll();
    void rereadPosts(const QSet<PostUri> &posts);
    void fillEmpty();
    //! What stands now from row `first` down to row `last`, and at most `more` rows below.
    Result<QVector<TimelineRow>> between(int first, int last, int more);
    void readBelow();
    //! Takes in rows, lets go of what is far from row `near`, and counts anew.
    void show(const QVector<TimelineRow> &rows, const QString &near);
    //! Lets go of what is too much, far from row `near`.
    void letGo(int near);
    //! Which of so many rows is the first to be held, around a middle; notes what is let go of.
    qsizetype firstKept(qsizetype size, qsizetype middle);
    void countNew();
    void setAtTop(bool atTop);

    Store &m_store;
    TimelineKey m_key;
    bool m_atTop = true;
    bool m_atEnd = false;
    bool m_olderAsked = false;
    int m_newCount = 0;
    QString m_uppermost; //!< identity of the uppermost row on the screen
    RowPlace m_read; //!< the highest place that was seen; isTop = nothing was
};

} // namespace Petrel
