-- SPDX-FileCopyrightText: 2026 The Petrel authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is shown: truth of the cache with the journal's open wishes laid over it. Temporary views of a reading
-- connection that has the journal as main and the cache attached as cache.

-- A post as an account is shown it: its own server's copy, its own flags, its own wishes; whether the account was told of
-- it at all is for the reader to know. CROSS JOIN keeps the order of the lookups: the account and the post are given, the
-- rest follows. wished_… is the newest open wish, NULL where there is none. The columns from uri to author_locked are those
-- of store/postrow.h, in its order.
CREATE TEMP VIEW shown_post AS
SELECT
    v.id AS viewer,
    p.id AS post_id,
    p.action_uid AS action_uid,
    p.uri AS uri,
    s.ref AS ref,
    c.url AS url,
    c.created_at AS created_at,
    c.edited_at AS edited_at,
    c.body AS body,
    c.facets AS facets,
    c.content_warning AS content_warning,
    c.sensitive AS sensitive,
    c.visibility AS visibility,
    c.language AS language,
    c.reply_uri AS reply_uri,
    c.reply_ref AS reply_ref,
    c.reply_handle AS reply_handle,
    c.replies AS replies,
    c.boosts AS boosts,
    c.favourites AS favourites,
    c.attachments AS attachments,
    c.source_text AS source_text,
    s.favourited AS favourited,
    s.boosted AS boosted,
    s.bookmarked AS bookmarked,
    s.muted AS muted,
    s.pinned AS pinned,
    s.favourite_handle AS favourite_handle,
    s.boost_handle AS boost_handle,
    a.handle AS author_handle,
    CASE WHEN h.id IS NULL THEN a.uri ELSE h.uri END AS author_uri,
    a.ref AS author_ref,
    CASE WHEN h.id IS NULL THEN a.display_name ELSE h.display_name END AS author_name,
    CASE WHEN h.id IS NULL THEN a.name_facets ELSE h.name_facets END AS author_name_facets,
    CASE WHEN h.id IS NULL THEN a.url ELSE h.url END AS author_url,
    CASE WHEN h.id IS NULL THEN a.avatar_url ELSE h.avatar_url END AS author_avatar,
    CASE WHEN h.id IS NULL THEN a.bot ELSE h.bot END AS author_bot,
    CASE WHEN h.id IS NULL THEN a.locked ELSE h.locked END AS author_locked,
    (SELECT i.value FROM main.intent AS i WHERE i.account = v.account AND i.subject = p.uri
        AND i.field = 'favourited' ORDER BY i.action DESC LIMIT 1) AS wished_favourited,
    (SELECT i.value FROM main.intent AS i WHERE i.account = v.account AND i.subject = p.uri
        AND i.field = 'boosted' ORDER BY i.action DESC LIMIT 1) AS wished_boosted,
    (SELECT i.value FROM main.intent AS i WHERE i.account = v.account AND i.subject = p.uri
        AND i.field = 'bookmarked' ORDER BY i.action DESC LIMIT 1) AS wished_bookmarked,
    (SELECT i.value FROM main.intent AS i WHERE i.account = v.account AND i.subject = p.uri
        AND i.field = 'removed' ORDER BY i.action DESC LIMIT 1) AS wished_removed
FROM cache.viewer AS v
CROSS JOIN cache.post AS p
CROSS JOIN cache.copy AS c ON c.post = p.id AND c.server = v.server
CROSS JOIN cache.person AS a ON a.id = c.author
LEFT JOIN cache.person AS h ON h.handle = a.handle AND h.own = 1
LEFT JOIN cache.post_state AS s ON s.post = p.id AND s.viewer = v.id;

-- A place in a timeline and what is shown there. CROSS JOIN keeps the entries outermost, so that a window is a walk along
-- entry_window.
CREATE TEMP VIEW timeline_row AS
SELECT
    e.timeline AS timeline,
    e.time_ms AS time_ms,
    e.rank AS rank,
    e.uri AS entry_uri,
    e.ref AS entry_ref,
    o.*,
    b.handle AS booster_handle,
    CASE WHEN bh.id IS NULL THEN b.uri ELSE bh.uri END AS booster_uri,
    b.ref AS booster_ref,
    CASE WHEN bh.id IS NULL THEN b.display_name ELSE bh.display_name END AS booster_name,
    CASE WHEN bh.id IS NULL THEN b.name_facets ELSE bh.name_facets END AS booster_name_facets,
    CASE WHEN bh.id IS NULL THEN b.url ELSE bh.url END AS booster_url,
    CASE WHEN bh.id IS NULL THEN b.avatar_url ELSE bh.avatar_url END AS booster_avatar,
    CASE WHEN bh.id IS NULL THEN b.bot ELSE bh.bot END AS booster_bot,
    CASE WHEN bh.id IS NULL THEN b.locked ELSE bh.locked END AS booster_locked
FROM cache.entry AS e
CROSS JOIN cache.timeline AS t
CROSS JOIN shown_post AS o
LEFT JOIN cache.person AS b ON b.id = e.boosted_by
LEFT JOIN cache.person AS bh ON bh.handle = b.handle AND bh.own = 1
WHERE t.id = e.timeline AND o.viewer = t.viewer AND o.post_id = e.post;

-- Posts of the outbox that are not on their server as far as the cache knows. parent_uid names the action whose post
-- one answers, where that was not on its server either when it was written.
CREATE TEMP VIEW ghost AS
SELECT
    x.id AS action,
    x.account AS account,
    x.created_at AS created_at,
    x.subject_uri AS subject_uri,
    (SELECT d.uid FROM main.action AS d WHERE d.id = x.depends_on) AS parent_uid
FROM main.action AS x
WHERE x.kind = 'publish' AND x.state NOT IN ('done', 'cancelled')
    AND NOT EXISTS (SELECT 1 FROM cache.post AS p WHERE p.action_uid = x.uid);
