-- SPDX-FileCopyrightText: 2026 The Petrel authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How an account posts unless the person says otherwise, and when its server last told who it is.

ALTER TABLE account ADD COLUMN default_visibility TEXT NOT NULL DEFAULT 'public';

ALTER TABLE account ADD COLUMN default_language TEXT NOT NULL DEFAULT '';

ALTER TABLE account ADD COLUMN profile_at INTEGER NOT NULL DEFAULT 0;
