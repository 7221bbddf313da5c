// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningpetrel.h"

#include "gui/application.h"

#include <QGuiApplication>
#include <QQuickWindow>
#include <QTest>

namespace Petrel {

namespace {

constexpr int patienceMs = 20'000;

QQuickWindow *shownWindow()
{
    const auto windows = QGuiApplication::topLevelWindows();
    for (QWindow *window : windows) {
        if (auto *quick = qobject_cast<QQuickWindow *>(window); quick && quick->isVisible())
            return quick;
    }
    return nullptr;
}

ApplicationOptions optionsOf(const QString &profileDirectory, const QString &credentialsFile)
{
    ApplicationOptions options;
    options.profileDirectory = profileDirectory;
    options.credentialsFile = credentialsFile;
    return options;
}

} // namespace

RunningPetrel::RunningPetrel(const QString &profileDirectory, const QString &credentialsFile)
    : m_application(std::make_unique<Application>(optionsOf(profileDirectory, credentialsFile)))
{
    QObject::connect(m_application.get(), &Application::finished, m_application.get(),
                     [this](int exitCode) { m_ended = exitCode; });
    m_application->start();
    QQuickWindow *window = shownWindow();
    if (!window)
        return;
    window->requestActivate();
    if (QTest::qWaitForWindowActive(window, patienceMs))
        m_window = window;
}

RunningPetrel::~RunningPetrel() = default;

std::optional<int> RunningPetrel::close()
{
    m_window->close();
    m_window = nullptr;
    static_cast<void>(QTest::qWaitFor([this] { return m_ended.has_value(); }, patienceMs));
    return m_ended;
}

} // namespace Petrel
