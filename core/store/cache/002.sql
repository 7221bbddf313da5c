-- SPDX-FileCopyrightText: 2026 The Petrel authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How a thread is walked: down along the copies that answer a post, by its uri or, where a server tells its own name for
-- the parent only, by that; up by the same two.

CREATE INDEX copy_reply ON copy (reply_uri, server, created_at, post) WHERE reply_uri <> '';

CREATE INDEX copy_reply_ref ON copy (reply_ref, server, created_at, post) WHERE reply_ref <> '' AND reply_uri = '';

DROP INDEX post_state_viewer;

CREATE INDEX post_state_ref ON post_state (viewer, ref);
