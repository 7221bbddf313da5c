// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace Petrel {

//! Creates a directory with its parents, readable by its owner only. One that exists keeps its mode: it may
//! be any folder the person named.
Result<Unit> makePrivateDirectory(const QString &path);
//! Creates a file readable by its owner only, or makes an existing one (and its -wal and -shm) so.
Result<Unit> makePrivateFile(const QString &path);
//! Writes a file's contents to the disk itself.
Result<Unit> syncFile(const QString &path);
//! Renames over whatever is there, durably.
Result<Unit> moveFile(const QString &from, const QString &to);
//! Moves a database with its -wal and -shm out of the way, to "<stem>.<label>-<number>.sqlite" beside it;
//! gives the new path. Nothing there is no error.
Result<QString> setAside(const QString &path, const QString &label);
//! Removes a file or a database with its -wal and -shm.
void removeDatabase(const QString &path);
//! True where there is a file with anything in it, or a write-ahead log with anything in it.
[[nodiscard]] bool holdsData(const QString &path);

} // namespace Petrel
