-- SPDX-FileCopyrightText: 2026 The Petrel authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Drafts, and a colour of its own for each account: its number in the order of signing in.

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

ALTER TABLE account ADD COLUMN colour INTEGER NOT NULL DEFAULT 0;

UPDATE account SET colour = (SELECT count(*) FROM account AS older
    WHERE (older.added_at, older.id) < (account.added_at, account.id));
