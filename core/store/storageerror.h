// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

class QSqlError;

namespace Petrel {

//! What a storage error means for the next step. Kept as the first words of Error::detail ("sqlite 13: …").
enum class StorageFault {
    Other,
    DiskFull,
    Damaged, //!< the file is not, or no longer, a database
    Busy, //!< another connection holds it
    Denied, //!< permissions, a read-only file system, or a device that fails
};

//! A driver's error as ErrorKind::Storage, with words where the cause is one people can mend (a full disk).
[[nodiscard]] Error storageError(const QSqlError &error);
//! The same for a file operation that failed with this errno.
[[nodiscard]] Error fileError(int errnoValue, const QString &what);
[[nodiscard]] StorageFault storageFault(const Error &error);

} // namespace Petrel
