// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capabilities.h"
#include "gui/models/keyedlistmodel.h"
#include "store/timelinereader.h"

#include <functional>

namespace Petrel {

//! What a list of posts is told about the account that reads it and is not in its rows.
struct PostContext {
    AccountId account;
    QString handle; //!< of the account: posts of this author are its own
    QString avatarUrl; //!< of the account, for its waiting posts; empty = none known
    Capabilities can; //!< what its server can do
    //! A whole sentence on where an action stands; empty function = no words.
    std::function<QString(const Action &)> describe;
};

//! One row as the list keeps it: a plain value.
struct PostRow {
    TimelineRow shown;
    int depth = 0; //!< in a thread: how far below its root
    bool opened = false; //!< in a thread: the post that was opened

    friend bool operator==(const PostRow &, const PostRow &) = default;
};

//! Posts as the window shows them, newest or uppermost first; the roles are those of timelines and threads
//! alike. Holds values, never objects, and never fetches. A row is known by its identity, so that one that
//! only changed, as a waiting post that arrives does, keeps its place on the screen.
class PostListModel : public KeyedListModel<PostRow> {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString errorWords READ errorWords NOTIFY errorWordsChanged)
public:
    enum Role {
        IdentityRole = Qt::UserRole + 1,
        UriRole,
        TimeMsRole,
        AuthorNameRole,
        AuthorPlainRole,
        AuthorHandleRole,
        AuthorAvatarRole,
        AuthorBotRole,
        BoosterNameRole,
        BoosterHandleRole,
        ReplyToHandleRole,
        IsReplyRole,
        BodyRole,
        BodyPlainRole,
        BodyCutRole, //!< what BodyRole gives is only the beginning
        ContentWarningRole,
        SensitiveRole,
        VisibilityRole,
        VisibilityWordsRole,
        LanguageRole,
        AttachmentsRole,
        ReplyCountRole,
        BoostCountRole,
        FavouriteCountRole,
        FavouritedRole,
        BoostedRole,
        BookmarkedRole,
        FavouritePendingRole,
        BoostPendingRole,
        BookmarkPendingRole,
        RemovalPendingRole,
        CanBoostRole,
        OwnRole,
        EditedRole,
        WebUrlRole,
        AccountIdRole,
        GhostRole,
        GhostActionRole,
        GhostStateRole,
        GhostWordsRole,
        GhostCanRetryRole,
        GhostCanEditRole,
        GhostCanCancelRole,
        GapBelowRole,
        GapWordsRole,
        GapFillingRole,
        DepthRole,
        OpenedRole,
        SpokenRole,
    };
    Q_ENUM(Role)

    explicit PostListModel(QObject *parent = nullptr);

    QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return int(rows().size()); }
    //! Why the rows could not be read from disk; empty = they could.
    [[nodiscard]] QString errorWords() const { return m_errorWords; }
    //! -1 where there is none.
    Q_INVOKABLE int rowOf(const QString &identity) const;
    //! The row's value; nothing where the list does not hold it.
    [[nodiscard]] std::optional<PostRow> rowWith(const QString &identity) const;
    //! The first row that shows this post; nothing where none does.
    [[nodiscard]] std::optional<PostRow> rowOfPost(const PostUri &uri) const;

    [[nodiscard]] const PostContext &context() const { return m_context; }
    //! Of the rows shown, what the context decides is told as changed.
    void setContext(const PostContext &context);
    //! The gap below this row is being filled, or no longer.
    void setGapFilling(const QString &identity, bool filling);

Q_SIGNALS:
    void countChanged();
    void errorWordsChanged();

protected:
    [[nodiscard]] QString keyOf(const PostRow &row) const override { return row.shown.identity; }
    [[nodiscard]] QVariant value(const PostRow &row, int role) const override;
    void lengthChanged() override { Q_EMIT countChanged(); }
    void setErrorWords(const QString &words);

private:
    PostContext m_context;
    QSet<QString> m_filling;
    QString m_errorWords;
};

} // namespace Petrel
