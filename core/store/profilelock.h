// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <memory>

namespace Petrel {

//! The kernel lock (flock) that makes one process the owner of a profile. Released when destroyed or when the
//! process dies, however it dies.
class ProfileLock {
public:
    ~ProfileLock();
    ProfileLock(const ProfileLock &) = delete;
    ProfileLock &operator=(const ProfileLock &) = delete;
    //! Creates the directory (0700) and the lock file. A lock held by another process is Conflict; a
    //! directory that cannot be written is Storage.
    static Result<std::shared_ptr<ProfileLock>> acquire(const QString &directory);

private:
    explicit ProfileLock(int fd);
    int m_fd;
};

} // namespace Petrel
