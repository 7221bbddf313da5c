// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/profilelock.h"

#include "store/storageerror.h"
#include "store/storefiles.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace Petrel {

ProfileLock::ProfileLock(int fd)
    : m_fd(fd)
{ }

ProfileLock::~ProfileLock()
{
    ::close(m_fd);
}

Result<std::shared_ptr<ProfileLock>> ProfileLock::acquire(const QString &directory)
{
    if (auto made = makePrivateDirectory(directory); !made.ok())
        return made.error();
    const QString path = directory + QStringLiteral("/lock");
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return fileError(errno, path);
    int outcome = 0;
    do {
        outcome = ::flock(fd, LOCK_EX | LOCK_NB);
    } while (outcome != 0 && errno == EINTR);
    if (outcome == 0)
        return std::shared_ptr<ProfileLock>(new ProfileLock(fd));
    const int reason = errno;
    ::close(fd);
    if (reason == EWOULDBLOCK) {
        return Error{ErrorKind::Conflict,
                     QCoreApplication::translate("Petrel::ProfileLock",
                                                 "Another Petrel is using this profile already."),
                     path,
                     {}};
    }
    return fileError(reason, path);
}

} // namespace Petrel
