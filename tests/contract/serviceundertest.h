// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/action.h"
#include "support/fakeclock.h"

#include <QStringList>

#include <memory>

namespace Petrel {

class Service;

//! Which call of a service meets trouble. Thread is the first part of a thread, Context a later one (where a
//! network has no later one, it is the first).
enum class Verb {
    Publish,
    Remove,
    Favourite,
    Boost,
    Bookmark,
    Fetch,
    Home,
    Own,
    Self,
    Resolve,
    Thread,
    Context
};

//! How it goes wrong, in words every network understands.
enum class Trouble {
    NotSent, //!< proved: no connection
    SignedOut,
    RateLimited, //!< for five minutes
    Maintenance, //!< not now, nothing happened
};

//! A network with two people, alice and bob, as the contract suite sees it: alice's service as Petrel uses
//! it, and the network's own tables. Alice follows bob.
class ServiceUnderTest {
public:
    virtual ~ServiceUnderTest() = default;

    FakeClock clock;

    virtual Service &service() = 0;

    // What other programs do
    virtual QString publishAs(const QString &user, const PostContent &content,
                              const QString &parentUri = {}) = 0;
    virtual void boostAs(const QString &user, const QString &uri) = 0;
    virtual void removePost(const QString &uri) = 0;
    //! Lets what was written reach everybody's home.
    virtual void deliver() = 0;

    // The tables
    //! Alice's posts as (text, uri of the parent), oldest first.
    [[nodiscard]] virtual QVector<std::pair<QString, QString>> alicesPosts() const = 0;
    [[nodiscard]] virtual QString latestOf(const QString &user) const = 0; //!< uri
    [[nodiscard]] virtual int marksByAlice(ActionKind kind, const QString &uri) const = 0;
    [[nodiscard]] virtual RemoteRef refOf(const QString &uri) const = 0; //!< as the server names it now
    [[nodiscard]] virtual QString pageOf(const QString &uri) const = 0; //!< web address
    [[nodiscard]] virtual QString homeUri() const = 0; //!< of alice herself, or her handle

    // Trouble
    virtual void plan(Verb verb, Trouble trouble) = 0;
    //! Names of the ways in which an answer can be lost although the server did what was asked, or without
    //! its doing it; and of the answers to a read that are no answers.
    [[nodiscard]] virtual QStringList lostAfterwards() const = 0;
    [[nodiscard]] virtual QStringList lostBefore() const = 0;
    [[nodiscard]] virtual QStringList unreadable() const = 0;
    virtual void plan(Verb verb, const QString &name) = 0;
    //! Every planned trouble has been met.
    [[nodiscard]] virtual bool troubleOver() const = 0;

    // What is particular to the network
    [[nodiscard]] virtual bool refusesLongPosts() const { return true; }
    [[nodiscard]] virtual bool saysGoneForADeletedKey() const { return false; }
    [[nodiscard]] virtual bool findsByAddress() const { return true; }
    //! A thread tells the replies to replies, too.
    [[nodiscard]] virtual bool tellsDeepReplies() const { return true; }
    //! A thread tells more above a post than its parent.
    [[nodiscard]] virtual bool tellsWholeChain() const { return true; }
    //! A thread tells its own branch of the conversation only.
    [[nodiscard]] virtual bool tellsOneBranch() const { return true; }
    //! The home is being rebuilt; false where there is no such thing.
    virtual bool rebuildHome() { return false; }
    [[nodiscard]] virtual int requests() const = 0; //!< so far
    //! Requests the server did not know, and anything else that nobody should have done.
    [[nodiscard]] virtual QStringList complaints() const = 0;
};

//! Names of all networks and flavours, and one of them made.
[[nodiscard]] QStringList servicesUnderTest();
[[nodiscard]] std::unique_ptr<ServiceUnderTest> makeServiceUnderTest(const QString &name);

} // namespace Petrel
