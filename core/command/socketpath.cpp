// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/socketpath.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace Petrel {

namespace {

//! sun_path holds 108 bytes; a server binds under a temporary name a little longer than its own.
constexpr qsizetype longestName = 80;

} // namespace

SocketPath::SocketPath(const QString &profileDirectory)
    : m_path(QDir(profileDirectory).absoluteFilePath(QStringLiteral("socket")))
{
    if (QFile::encodeName(m_path).size() <= longestName)
        return;
    m_directory = ::open(QFile::encodeName(profileDirectory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (m_directory >= 0)
        m_path = QStringLiteral("/proc/self/fd/%1/socket").arg(m_directory);
}

SocketPath::~SocketPath()
{
    if (m_directory >= 0)
        ::close(m_directory);
}

} // namespace Petrel
