// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timeline.h"
#include "store/poststore.h"

namespace Petrel {

//! Where a page was asked for.
struct PagePlace {
    qint64 segment = 0; //!< the segment being walked downwards; 0 = the newest page
    QString cursor; //!< the cursor the page was asked with; empty = the newest page
};

//! What storing a page did.
struct PageStored {
    qint64 segment = 0; //!< the segment the page now belongs to; 0 = none
    bool joined =
        false; //!< nothing is missing between this page and what was known below (or the end was reached)
    bool atEnd = false; //!< the server's feed ends here, believed by the rule of two empty answers
    QString olderCursor; //!< to go on below the page; empty = cannot, or no use
    int newEntries = 0; //!< entries that were not known
    bool overGap = false; //!< something known lies below, and posts may be missing in between
};

//! Posts known to be missing between two entries.
struct Gap {
    qint64 segment = 0; //!< the segment above the gap; walk it on to fill it
    QString cursor; //!< empty = cannot be filled any more
    qint64 newerMs = 0; //!< time of the entry above
    qint64 newerRank = 0; //!< its rank: with newerMs the row that shows the gap below itself
    qint64 olderMs = 0; //!< time of the entry below
    bool permanent = false; //!< the server's feed no longer reaches it
};

//! Timelines in the cache: entries in segments without holes; between two segments lies a gap. A page is
//! authority over its interval in the server's own order: known entries that it no longer holds leave the
//! timeline. The newest page's interval is open above. Entries of an incomplete page, and own new posts, are
//! shown by their time but belong to no segment until a complete page holds them: they prove nothing about
//! what is missing around them.
class TimelineStore {
public:
    explicit TimelineStore(Database &database)
        : m_db(database)
    { }
    //! Stores entries (and posts) of one page, joins segments, in the caller's transaction.
    //! Joined: the page holds any entry of the segment below, or its oldest is older than that segment's
    //! newest by more than 6 h (late posts sort below; the known top may have been deleted). A last entry
    //! alone that is so old is taken for a late post. At the end: a well-formed empty page on two different
    //! cursors; a cursor that the server hands out anew after having answered it with an empty page counts as
    //! another one. Conflict where the segment walked is no longer there.
    Result<PageStored> storePage(const TimelineKey &key, const Source &source, const PagePlace &place,
                                 const TimelinePage &page);
    //! Puts an own new post (put before with its account as source) at its place of the newest segment. It
    //! leaves only by pages asked for a minute after it was put or later, as servers deliver to one's own
    //! home with a delay.
    Result<Unit> insertOwn(const TimelineKey &key, const Post &post);
    //! Takes one entry out (an undone boost, a deleted post).
    Result<Unit> removeEntry(const TimelineKey &key, const QString &entryUri);
    //! The timelines in which a post stands, itself or boosted.
    Result<QVector<TimelineKey>> holding(const PostUri &post);
    //! Newest first.
    Result<QVector<Gap>> gaps(const TimelineKey &key);
    //! Where to go on below a segment; NotFound where there is nothing to go on with.
    Result<PagePlace> placeBelow(const TimelineKey &key, qint64 segment);
    //! The lowest segment, below which the server has older posts; 0 where it is known to have none, or where
    //! there is nothing to go on with.
    Result<qint64> openEnd(const TimelineKey &key);
    //! The top segment's newest time, or when the timeline was found empty; 0 = nothing is known yet.
    Result<qint64> newestMs(const TimelineKey &key);
    //! When a complete page of this timeline was last stored from its top, by the request's time; 0 = never.
    Result<qint64> refreshedAtMs(const TimelineKey &key);
    //! Forgets everything an account's timelines held, and the account's flags (posts stay).
    Result<Unit> removeAccount(const AccountId &account);

private:
    Database &m_db;
};

} // namespace Petrel
