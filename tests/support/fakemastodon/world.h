// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakemastodon/flavour.h"
#include "support/fakemastodon/idmaker.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QStringList>
#include <QUrl>
#include <QVector>

#include <optional>

namespace Petrel {
class Clock;
}

namespace Petrel::Fake {

//! Somebody with an account, here ("alice") or elsewhere ("zoe@far.example"). `acct` is the key everywhere
//! below.
struct WorldUser {
    QString acct;
    QString id; //!< as the API names it
    QString actor; //!< ActivityPub id
    QString displayName;
    QString password;
    bool local = true;
    QString defaultVisibility = QStringLiteral("public");
    QString defaultLanguage = QStringLiteral("en");
    QString avatar; //!< name of a file of this world; empty = an address where nothing is
    bool bot = false;
};

//! A file the server hands out under "/files/<name>".
struct WorldFile {
    QByteArray mimeType;
    QByteArray bytes;
};

//! What is shown with a post; the names are those of files.
struct WorldPicture {
    QString file;
    QString preview; //!< empty = the file itself
    QString altText;
    QString blurhash;
    int width = 0;
    int height = 0;
};

//! What is written, as a person typed it.
struct WorldDraft {
    QString text;
    QString warning;
    QString visibility = QStringLiteral("public"); //!< the API's words: public unlisted private direct
    QString language;
    QString parentUri; //!< the post replied to
    qint64 createdAtMs = 0; //!< 0 = now; for posts that were delivered late
    QVector<WorldPicture> pictures;
    bool sensitive = false; //!< its pictures are; a warning makes them so as well
};

//! One post as the server stores it.
struct WorldPost {
    QString uri;
    QString id; //!< what the API calls it now; snac's changes with every edit and reaction
    QString url;
    QString author; //!< acct
    QString text; //!< as typed
    QString warning;
    QString visibility; //!< as the server answers it
    QString askedVisibility; //!< as it was asked for
    bool mentionedOnly = false; //!< shown to the mentioned only, whatever `visibility` says
    QString language;
    QString parentUri;
    QStringList mentions; //!< accts
    qint64 createdAtMs = 0;
    qint64 editedAtMs = 0;
    qint64 modifiedS = 0; //!< snac: the object file's time, part of the id
    QByteArray key; //!< Idempotency-Key it was made with
    QString application;
    QVector<WorldPicture> pictures;
    bool sensitive = false;
    bool deleted = false;
};

struct WorldBoost {
    QString uri; //!< of the wrapper
    QString id; //!< snac: the same as the post's
    QString booster; //!< acct
    QString postUri;
    qint64 atMs = 0;
};

//! A place in somebody's home: a post, or a boost of it.
struct HomeEntry {
    QString postUri;
    QString boostUri; //!< empty = the post itself
    QString sortId;
    qint64 visibleAtMs = 0;
};

//! The server's own tables. Tests act on it as somebody's phone would, and read it to compare worlds: it
//! knows nothing of HTTP, of tokens' use or of faults. Deterministic: time from the clock, ids from counters.
class World {
public:
    World(const FlavourRules &rules, Clock &clock, const QUrl &base);

    // People
    const WorldUser &addUser(const QString &name, const QString &password = QStringLiteral("correct horse"));
    const WorldUser &addRemoteUser(const QString &acct);
    [[nodiscard]] const WorldUser *user(const QString &acct) const;
    [[nodiscard]] WorldUser *editUser(const QString &acct);
    [[nodiscard]] const WorldUser *userById(const QString &id) const;
    [[nodiscard]] QStringList localUsers() const; //!< in order of joining
    void follow(const QString &follower, const QString &followed);
    [[nodiscard]] bool follows(const QString &follower, const QString &followed) const;
    [[nodiscard]] QStringList followersOf(const QString &acct) const;

    // Files
    void addFile(const QString &name, const WorldFile &file) { m_files.insert(name, file); }
    [[nodiscard]] const WorldFile *file(const QString &name) const;
    [[nodiscard]] QString fileUrl(const QString &name) const;
    //! A custom emoji: `shortcode` between colons in texts and names stands for the picture.
    void addEmoji(const QString &shortcode, const QString &file) { m_emoji.insert(shortcode, file); }
    //! Shortcode and file of those that a text uses, in alphabetical order.
    [[nodiscard]] QVector<std::pair<QString, QString>> emojiIn(const QString &text) const;

    // Acting
    //! Writes a post and delivers it; gives its uri. Unknown parents make a new thread.
    QString publish(const QString &acct, const WorldDraft &draft, const QByteArray &key = {});
    //! Convenience: a public post.
    QString publish(const QString &acct, const QString &text);
    bool edit(const QString &uri, const QString &text);
    bool remove(const QString &uri);
    //! Boosts; gives the wrapper's uri (the existing one where the flavour is idempotent and it was boosted
    //! before).
    QString boost(const QString &acct, const QString &postUri);
    //! Takes one boost back (the newest); false where there was none.
    bool unboost(const QString &acct, const QString &postUri);
    void setFavourite(const QString &acct, const QString &postUri, bool wanted);
    void setBookmark(const QString &acct, const QString &postUri, bool wanted);

    // Homes
    //! The home is being rebuilt: the API answers 206 with the upper half of what there is.
    void setRegenerating(const QString &acct, bool regenerating);
    [[nodiscard]] bool isRegenerating(const QString &acct) const { return m_regenerating.contains(acct); }
    //! The home as rebuilt after long absence: at most FlavourRules::homeCapRegenerated entries.
    void regenerateHome(const QString &acct);
    //! Newest first, in the server's own order, what is visible now and exists.
    [[nodiscard]] QVector<HomeEntry> home(const QString &acct) const;

    // Reading: what tests compare
    [[nodiscard]] QVector<WorldPost> posts() const; //!< living, in order of creation
    [[nodiscard]] QVector<WorldPost> postsBy(const QString &acct) const;
    [[nodiscard]] QStringList textsBy(const QString &acct) const; //!< in order of creation
    [[nodiscard]] int everPublishedBy(const QString &acct) const; //!< deleted ones included
    [[nodiscard]] const WorldPost *post(const QString &uri) const; //!< also a deleted one
    [[nodiscard]] const WorldPost *postById(const QString &id) const; //!< living; as the API resolves ids
    [[nodiscard]] const WorldBoost *boostById(const QString &id) const;
    [[nodiscard]] const WorldBoost *boostByUri(const QString &uri) const;
    [[nodiscard]] QVector<WorldBoost> boosts() const { return m_boosts; }
    [[nodiscard]] int boostCount(const QString &acct, const QString &postUri) const;
    [[nodiscard]] int boostCount(const QString &postUri) const;
    [[nodiscard]] bool favourited(const QString &acct, const QString &postUri) const;
    [[nodiscard]] bool bookmarked(const QString &acct, const QString &postUri) const;
    [[nodiscard]] int favouriteCount(const QString &postUri) const;
    [[nodiscard]] int replyCount(const QString &postUri) const;
    //! May this person ("" = nobody signed in) see the post?
    [[nodiscard]] bool visibleTo(const QString &acct, const WorldPost &post) const;
    //! Everything above as one document, for programs that compare worlds from outside:
    //! {"posts":[{author,text,warning,visibility,language,parent,uri}],"boosts":[{booster,post}],
    //!  "favourites":[{who,post}],"bookmarks":[{who,post}]}; holds no secret.
    [[nodiscard]] QJsonObject toJson() const;

    // Programs and tokens
    struct App {
        QString id;
        QString name;
        QByteArray clientId;
        QByteArray clientSecret;
        QStringList redirects;
        QString scopes;
        QString lastUser; //!< snac: whoever signed in last with it
    };
    struct Token {
        QByteArray token;
        QString acct;
        QByteArray clientId;
        bool revoked = false;
    };
    App &addApp(const QString &name, const QStringList &redirects, const QString &scopes);
    [[nodiscard]] App *app(const QByteArray &clientId);
    void removeApp(const QByteArray &clientId);
    //! A token as if the person had signed in elsewhere.
    QByteArray issueToken(const QString &acct, const QByteArray &clientId = {});
    [[nodiscard]] Token *token(const QByteArray &token);
    void revokeTokensOf(const QString &acct);

    [[nodiscard]] const FlavourRules &rules() const { return m_rules; }
    [[nodiscard]] FlavourRules &editRules() { return m_rules; }
    [[nodiscard]] QUrl base() const { return m_base; }
    //! Before anything is in the world: addresses are made from it.
    void setBase(const QUrl &base) { m_base = base; }
    //! What handles end in, where it is not the address of the server itself.
    void setDomain(const QString &domain) { m_domain = domain; }
    //! host[:port] or the domain set, as handles end.
    [[nodiscard]] QString host() const;
    [[nodiscard]] QByteArray randomHex(int bytes);

private:
    struct Home {
        QVector<HomeEntry> entries; //!< oldest first
    };
    void deliver(const WorldPost &post);
    void deliverBoost(const WorldBoost &boost);
    void insert(const QString &acct, HomeEntry entry);
    void touch(WorldPost &post);
    [[nodiscard]] QStringList mentionsIn(const QString &text) const;
    [[nodiscard]] QString canonicalAcct(const QString &mention) const;
    WorldUser &join(WorldUser user);

    FlavourRules m_rules;
    Clock &m_clock;
    QUrl m_base;
    QString m_domain;
    QHash<QString, WorldFile> m_files;
    QMap<QString, QString> m_emoji;
    IdMaker m_ids;
    QVector<WorldPost> m_posts;
    QHash<QString, int> m_postByUri;
    QHash<QString, int> m_postById; //!< snac: by the 32 digits that stay
    QVector<WorldBoost> m_boosts;
    QMap<QString, WorldUser> m_users;
    QStringList m_order;
    QHash<QString, QSet<QString>> m_following;
    QHash<QString, Home> m_homes;
    QSet<QString> m_regenerating;
    QVector<std::pair<QString, QString>> m_favourites; //!< (acct, uri), in order
    QVector<std::pair<QString, QString>> m_bookmarks;
    QHash<QByteArray, App> m_apps;
    QHash<QByteArray, Token> m_tokens;
    qint64 m_serial = 0;
};

} // namespace Petrel::Fake
