// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Petrel {

//! Where the holder of a profile listens. Addresses of sockets are short by nature; a profile in a deep
//! folder is reached through a handle of the folder, open as long as this lives.
class SocketPath {
public:
    explicit SocketPath(const QString &profileDirectory);
    ~SocketPath();
    SocketPath(const SocketPath &) = delete;
    SocketPath &operator=(const SocketPath &) = delete;
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    int m_directory = -1;
    QString m_path;
};

} // namespace Petrel
