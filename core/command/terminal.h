// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/console.h"

#include <QByteArray>

#include <memory>
#include <optional>

class QSocketNotifier;

namespace Petrel {

//! The terminal (or pipes) this process was started with.
class Terminal : public Console {
    Q_OBJECT
public:
    Terminal();
    ~Terminal() override;
    void out(const QString &text) override;
    void err(const QString &text) override;
    Task<QString> ask(const QString &prompt) override;
    void openBrowser(const QUrl &url) override;

    //! All of standard input, at most `maxBytes`; Rejected beyond that or where it is no text.
    [[nodiscard]] static Result<QString> readAll(qsizetype maxBytes);

private:
    void readSome();
    std::unique_ptr<QSocketNotifier> m_notifier;
    QByteArray m_typed;
    std::optional<Promise<QString>> m_asked;
};

} // namespace Petrel
