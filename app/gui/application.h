// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "gui/controllers/appcontroller.h"
#include "gui/refusingnetwork.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

class QQmlApplicationEngine;
class QQmlComponent;
class QQuickWindow;

namespace Petrel {

class Alarm;
class Clock;
class CommandClient;
class CommandServer;
class Console;
class DemoControl;
class DesktopSettings;
class Engine;
class MediaPictures;
class PictureDesk;
class Platform;
class ProfileLock;
class Words;

//! What the command line says.
struct ApplicationOptions {
    QString profileDirectory; //!< absolute
    QString credentialsFile; //!< empty = the desktop's keychain
    QStringList demoControls; //!< see DemoControl; empty = no demonstration
};

//! The program with the window, from taking the profile to giving it back. Where another Petrel has the
//! profile open, its window is raised and this one ends; while it is petrelctl that has it, the window says
//! so and waits. Whatever cannot be opened is said in the window.
class Application : public QObject {
    Q_OBJECT
public:
    explicit Application(const ApplicationOptions &options, QObject *parent = nullptr);
    ~Application() override;
    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void attempt();
    void attemptSoon();
    void raiseOther();
    void hold(std::shared_ptr<ProfileLock> lock);
    void loaded(const Result<Unit> &result);
    void begin();
    void listen();
    void prepareWindow();
    void showWindow();
    void painted();
    void registerSingletons();
    void showPictures();
    [[nodiscard]] bool isOwnServer(const ServerHost &host) const;
    void fail(const QString &words);
    void shutDown();
    void release();

    ApplicationOptions m_options;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<Alarm> m_alarm;
    std::unique_ptr<Alarm> m_unseen; //!< until something is painted
    qint64 m_startedAtMs = 0;
    bool m_ending = false;
    bool m_released = false;
    bool m_loaded = false; //!< tokens are read
    bool m_painted = false; //!< what is on the disk is on the screen
    std::unique_ptr<DesktopSettings> m_desktop;
    std::unique_ptr<Platform> m_platform;
    std::unique_ptr<Words> m_words;
    std::unique_ptr<DemoControl> m_demo;
    RefusingNetwork m_noNetwork;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<AppController> m_app;
    std::unique_ptr<MediaPictures> m_pictures;
    std::unique_ptr<PictureDesk> m_desk;
    std::unique_ptr<QQmlApplicationEngine> m_qml; //!< after what its pages show, so that it goes first
    std::unique_ptr<QQmlComponent> m_reading; //!< while QML reads its files
    QQuickWindow *m_window = nullptr; //!< of m_qml
    std::unique_ptr<CommandServer> m_server;
    std::unique_ptr<Console> m_console;
    CommandClient *m_client = nullptr;
};

} // namespace Petrel
