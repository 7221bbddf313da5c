// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Petrel {

class Store;

//! What a store's connections have done since they were opened, in words, so that a test that compares two
//! shows where they part: statements run and rows handed out as the program counts them, and SQLite's own
//! steps, of its virtual machine and of full scans, with sorts and indexes it had to make. Rows handed out
//! alone would not see a scan that hands out one row, as count(*) does.
//!
//! SQLite tells of its steps in the table sqlite_stmt, which needs no header and no library that Petrel does
//! not have; it is in Debian's build of it. Where it is not, the words say so, and the rest is compared.
[[nodiscard]] QString costOf(Store &store);

} // namespace Petrel
