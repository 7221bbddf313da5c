// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>

#include <memory>

namespace Petrel {

//! What one run of petrelctl came to.
struct Ran {
    int exitCode = -1; //!< -1 = it did not end by itself
    QString output;
    QString errors;
    [[nodiscard]] QJsonObject json() const;
};

//! The real petrelctl on a profile, as a person or a script runs it.
class PetrelCtl {
public:
    PetrelCtl(const QString &program, const QString &profile, const QString &credentialsFile);
    //! Runs one command to its end.
    [[nodiscard]] Ran run(const QStringList &arguments, const QByteArray &input = {}) const;
    //! Starts one and leaves it running.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments,
                                                  const QByteArray &input = {}) const;
    //! Waits for a started one.
    [[nodiscard]] static Ran finish(QProcess &process);

private:
    QString m_program;
    QString m_profile;
    QString m_credentialsFile;
};

} // namespace Petrel
