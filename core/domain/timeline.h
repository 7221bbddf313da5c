// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"

namespace Petrel {

//! Which list of posts: an account and the name of a feed of its own ("home").
struct TimelineKey {
    AccountId account;
    QString name = QStringLiteral("home");

    friend bool operator==(const TimelineKey &a, const TimelineKey &b)
    {
        return a.account == b.account && a.name == b.name;
    }
};

//! A post's place in a timeline. A boost is an entry of its own, with its own uri and reference.
struct Entry {
    QString uri; //!< identity in the timeline: the post's uri, or the boost's
    RemoteRef ref; //!< the server's name for the entry
    Post post;
    std::optional<Profile> boostedBy;
    qint64 timeMs = 0; //!< what it is sorted by

    friend bool operator==(const Entry &, const Entry &) = default;
};

//! One page of a timeline as received, newest first.
struct TimelinePage {
    QVector<Entry> entries;
    //! Opaque, as received, for the page below; empty = the server named none.
    QString olderCursor;
    //! False where the answer says itself that it is incomplete (a feed being rebuilt): proves nothing about
    //! what is missing and is no end.
    bool complete = true;
};

} // namespace Petrel
