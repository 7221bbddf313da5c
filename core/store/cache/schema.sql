-- SPDX-FileCopyrightText: 2026 The Petrel authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The cache as all migrations together leave it; a test compares. Times are milliseconds since 1970 UTC.

CREATE TABLE cache_profile (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE server (
    id INTEGER PRIMARY KEY,
    host TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE viewer (
    id INTEGER PRIMARY KEY,
    account TEXT NOT NULL UNIQUE,
    server INTEGER NOT NULL REFERENCES server (id)
) STRICT;

-- A person as one server tells it. own = 1 where that is the person's own host, which outranks the others.
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    handle TEXT NOT NULL,
    server INTEGER NOT NULL REFERENCES server (id),
    own INTEGER NOT NULL,
    uri TEXT NOT NULL,
    ref TEXT NOT NULL,
    display_name TEXT NOT NULL,
    name_facets BLOB NOT NULL,
    url TEXT NOT NULL,
    avatar_url TEXT NOT NULL,
    bot INTEGER NOT NULL,
    locked INTEGER NOT NULL,
    read_at INTEGER NOT NULL,
    UNIQUE (handle, server)
) STRICT;

CREATE UNIQUE INDEX person_own ON person (handle) WHERE own = 1;

-- Only what no server can lie about: everything told is in copy. action_uid is the uid of the action whose result the
-- post is; NULL for all others.
CREATE TABLE post (
    id INTEGER PRIMARY KEY,
    uri TEXT NOT NULL UNIQUE,
    action_uid TEXT
) STRICT;

CREATE UNIQUE INDEX post_action ON post (action_uid) WHERE action_uid IS NOT NULL;

-- A post as one server tells it. own = 1 where that is the host its uri belongs to.
CREATE TABLE copy (
    id INTEGER PRIMARY KEY,
    post INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    server INTEGER NOT NULL REFERENCES server (id),
    own INTEGER NOT NULL,
    author INTEGER NOT NULL REFERENCES person (id),
    url TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    edited_at INTEGER NOT NULL,
    body TEXT NOT NULL,
    facets BLOB NOT NULL,
    content_warning TEXT NOT NULL,
    sensitive INTEGER NOT NULL,
    visibility TEXT NOT NULL,
    language TEXT NOT NULL,
    reply_uri TEXT NOT NULL,
    reply_ref TEXT NOT NULL,
    reply_handle TEXT NOT NULL,
    replies INTEGER NOT NULL,
    boosts INTEGER NOT NULL,
    favourites INTEGER NOT NULL,
    attachments TEXT NOT NULL,
    source_text TEXT,
    read_at INTEGER NOT NULL,
    UNIQUE (post, server)
) STRICT;

CREATE INDEX copy_url ON copy (url) WHERE url <> '';

CREATE INDEX copy_author ON copy (author);

-- The replies to a post in the order they were written, by its uri or, where a server tells its own name for the parent
-- only, by that.
CREATE INDEX copy_reply ON copy (reply_uri, server, created_at, post) WHERE reply_uri <> '';

CREATE INDEX copy_reply_ref ON copy (reply_ref, server, created_at, post) WHERE reply_ref <> '' AND reply_uri = '';

-- What an account did to a post and how its server names it. NULL flags are unknown, which is not no.
CREATE TABLE post_state (
    post INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    viewer INTEGER NOT NULL REFERENCES viewer (id) ON DELETE CASCADE,
    ref TEXT NOT NULL,
    favourited INTEGER,
    boosted INTEGER,
    bookmarked INTEGER,
    muted INTEGER,
    pinned INTEGER,
    favourite_handle TEXT NOT NULL,
    boost_handle TEXT NOT NULL,
    read_at INTEGER NOT NULL,
    PRIMARY KEY (post, viewer)
) STRICT, WITHOUT ROWID;

CREATE INDEX post_state_ref ON post_state (viewer, ref);

CREATE TABLE timeline (
    id INTEGER PRIMARY KEY,
    viewer INTEGER NOT NULL REFERENCES viewer (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    refreshed_at INTEGER NOT NULL DEFAULT 0,
    pages INTEGER NOT NULL DEFAULT 0,
    UNIQUE (viewer, name)
) STRICT;

-- A run of ranks in which nothing is known to be missing. Entries belong to it by their rank, so that joining two
-- costs the same whatever they hold. cursor goes on below it; upper_cursor is what its lowest page was asked with and
-- upper_rank where that page began; empty_cursor was answered with an empty page, and reissued = 1 says the server named
-- that one anew afterwards.
CREATE TABLE segment (
    id INTEGER PRIMARY KEY,
    timeline INTEGER NOT NULL REFERENCES timeline (id) ON DELETE CASCADE,
    high INTEGER NOT NULL,
    low INTEGER NOT NULL,
    newest_ms INTEGER NOT NULL,
    cursor TEXT NOT NULL,
    upper_cursor TEXT NOT NULL,
    upper_rank INTEGER NOT NULL,
    empty_cursor TEXT NOT NULL,
    reissued INTEGER NOT NULL,
    at_end INTEGER NOT NULL
) STRICT;

CREATE INDEX segment_order ON segment (timeline, high);

-- rank is the order as received, higher = newer. An entry that no complete page has placed yet (an own new post, a
-- page of a feed being rebuilt) has its inserted_at, and a rank above all segments.
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    timeline INTEGER NOT NULL REFERENCES timeline (id) ON DELETE CASCADE,
    uri TEXT NOT NULL,
    ref TEXT NOT NULL,
    post INTEGER NOT NULL REFERENCES post (id),
    boosted_by INTEGER REFERENCES person (id),
    time_ms INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    inserted_at INTEGER,
    page INTEGER NOT NULL,
    UNIQUE (timeline, uri)
) STRICT;

CREATE INDEX entry_window ON entry (timeline, time_ms, rank);

CREATE INDEX entry_rank ON entry (timeline, rank);

CREATE INDEX entry_post ON entry (post, timeline);

CREATE INDEX entry_booster ON entry (boosted_by) WHERE boosted_by IS NOT NULL;

CREATE INDEX entry_loose ON entry (timeline, time_ms) WHERE inserted_at IS NOT NULL;
