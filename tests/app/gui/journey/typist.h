// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>

#include <optional>

namespace Petrel {

//! This very program once more, as a child that opens the window on a profile and types one letter into the
//! composer, until a real SIGKILL ends it. Nothing is flushed and nothing ends in order there.
class Typist {
public:
    //! Its argument, by which main() knows to be the child.
    static constexpr const char *childArgument = "--typist";
    //! The child's whole life; it does not come back from it by itself.
    [[nodiscard]] static int beTheChild(const QStringList &arguments);

    Typist(const QString &profileDirectory, const QString &credentialsFile);
    ~Typist();

    //! What stood in the composer when the window opened; nothing where it did not open.
    [[nodiscard]] std::optional<QString> found();
    //! Types a letter and waits until the window says that it is saved.
    [[nodiscard]] bool types(QChar letter);
    void kill();

private:
    [[nodiscard]] std::optional<QString> line();

    QProcess m_child;
};

} // namespace Petrel
