-- SPDX-FileCopyrightText: 2026 The Petrel authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The journal as all migrations together leave it; a test compares. Times are milliseconds since 1970 UTC.

CREATE TABLE profile (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE account (
    id TEXT PRIMARY KEY,
    service TEXT NOT NULL,
    host TEXT NOT NULL,
    handle TEXT NOT NULL,
    uri TEXT NOT NULL,
    ref TEXT NOT NULL,
    display_name TEXT NOT NULL,
    server_info BLOB NOT NULL,
    server_info_at INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    signed_out INTEGER NOT NULL DEFAULT 0,
    paused INTEGER NOT NULL DEFAULT 0,
    colour INTEGER NOT NULL DEFAULT 0,
    default_visibility TEXT NOT NULL DEFAULT 'public',
    default_language TEXT NOT NULL DEFAULT '',
    profile_at INTEGER NOT NULL DEFAULT 0,
    UNIQUE (service, handle)
) WITHOUT ROWID;

CREATE TABLE action (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES account (id),
    kind TEXT NOT NULL,
    subject_uri TEXT NOT NULL,
    subject_ref TEXT NOT NULL,
    subject_url TEXT NOT NULL,
    subject_author TEXT NOT NULL,
    subject_excerpt TEXT NOT NULL,
    body TEXT NOT NULL,
    content_warning TEXT NOT NULL,
    visibility TEXT NOT NULL,
    language TEXT NOT NULL,
    wanted INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    words TEXT NOT NULL,
    not_before INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    depends_on INTEGER REFERENCES action (id),
    approved INTEGER NOT NULL,
    cancel_after_check INTEGER NOT NULL,
    sends INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    found_sending INTEGER NOT NULL,
    settled_at INTEGER NOT NULL,
    result_uri TEXT NOT NULL,
    result_ref TEXT NOT NULL,
    result_url TEXT NOT NULL,
    second_uri TEXT NOT NULL,
    second_ref TEXT NOT NULL,
    difference TEXT NOT NULL
);

CREATE INDEX action_open ON action (account, id) WHERE state NOT IN ('done', 'cancelled');

CREATE INDEX action_settled ON action (settled_at) WHERE state IN ('done', 'cancelled');

CREATE INDEX action_depends ON action (depends_on) WHERE depends_on IS NOT NULL;

CREATE TABLE attempt (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    action INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    payload BLOB NOT NULL,
    key TEXT NOT NULL,
    baseline TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    ending TEXT NOT NULL,
    words TEXT NOT NULL,
    server_date INTEGER NOT NULL,
    UNIQUE (action, number)
);

CREATE TABLE "check" (
    action INTEGER PRIMARY KEY REFERENCES action (id) ON DELETE CASCADE,
    state TEXT NOT NULL
);

CREATE TABLE watch (
    action INTEGER PRIMARY KEY REFERENCES action (id) ON DELETE CASCADE,
    remaining INTEGER NOT NULL,
    last_look_at INTEGER NOT NULL
);

CREATE TABLE claim (
    account TEXT NOT NULL,
    uri TEXT NOT NULL,
    action INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    tentative INTEGER NOT NULL,
    PRIMARY KEY (account, uri)
) WITHOUT ROWID;

CREATE INDEX claim_action ON claim (action);

CREATE TABLE intent (
    action INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    account TEXT NOT NULL,
    field TEXT NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY (account, subject, field, action)
) WITHOUT ROWID;

CREATE INDEX intent_action ON intent (action);

CREATE TABLE weather_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    host TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    cause TEXT NOT NULL,
    requests_lost INTEGER NOT NULL
);

CREATE INDEX weather_log_host ON weather_log (host, started_at);

CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id),
    body TEXT NOT NULL,
    content_warning TEXT NOT NULL,
    warning_shown INTEGER NOT NULL,
    visibility TEXT NOT NULL,
    language TEXT NOT NULL,
    subject_uri TEXT NOT NULL,
    subject_ref TEXT NOT NULL,
    subject_url TEXT NOT NULL,
    subject_author TEXT NOT NULL,
    subject_excerpt TEXT NOT NULL,
    depends_on INTEGER REFERENCES action (id) ON DELETE SET NULL,
    updated_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX draft_account ON draft (account, updated_at);

CREATE INDEX draft_depends ON draft (depends_on) WHERE depends_on IS NOT NULL;
