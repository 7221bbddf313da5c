// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <optional>

class QQuickWindow;

namespace Petrel {

class Application;

//! The whole program in this process, on a profile that outlives it.
class RunningPetrel {
public:
    //! Opens the window; ask isUp() whether that worked.
    RunningPetrel(const QString &profileDirectory, const QString &credentialsFile);
    ~RunningPetrel();

    [[nodiscard]] bool isUp() const { return m_window != nullptr; }
    [[nodiscard]] QQuickWindow &window() { return *m_window; }
    //! Closes the window, as its frame's button does, and waits for the program's end: its exit code.
    [[nodiscard]] std::optional<int> close();

private:
    std::unique_ptr<Application> m_application;
    QQuickWindow *m_window = nullptr;
    std::optional<int> m_ended;
};

} // namespace Petrel
