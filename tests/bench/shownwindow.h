// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/firstframe.h"
#include "gui/controllers/appcontroller.h"
#include "gui/media/picturesource.h"
#include "session/engine.h"
#include "support/fakeclock.h"
#include "support/fakemastodon/directtransport.h"
#include "support/fakemastodon/fakemastodon.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <functional>
#include <memory>

namespace Petrel {

class DesktopSettings;
class PictureDesk;
class Platform;
struct ProfilePlan;
class Words;

//! The window as Application composes it, on a clock that stands still, a store without threads, and a server
//! that refuses every connection: what it reads then depends on nothing but the profile.
class ShownWindow {
public:
    //! `clock` must be that of the profile and outlive it.
    ShownWindow(const ProfilePlan &plan, FakeClock &clock);
    ~ShownWindow();

    //! False where the profile or the pages do not open.
    [[nodiscard]] bool open();
    //! Lets the window appear; true when a post is on the screen. `onFirstPost` is called inside that frame.
    [[nodiscard]] bool showFirstPost(const std::function<void()> &onFirstPost = {});
    //! The accounts ask their server, as when their tokens are read; returns when all that follows is over.
    void begin();
    //! Lets everything happen that needs no time.
    void settle();

    [[nodiscard]] Store &store() { return m_engine->store(); }
    [[nodiscard]] AppController &app() { return *m_app; }
    [[nodiscard]] QQuickWindow &window() { return *m_window; }
    //! Of pages, if they had any.
    [[nodiscard]] QStringList warnings() const { return m_warnings; }

private:
    struct Observer : HttpObserver {
        HttpObserver *target = nullptr;
        void exchanged(const HttpExchange &exchange) override
        {
            if (target)
                target->exchanged(exchange);
        }
    };

    FakeClock &m_clock;
    const QString m_profile;
    Fake::FakeMastodon m_server;
    Observer m_observer;
    Fake::DirectTransport m_transport;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<AppController> m_app;
    std::unique_ptr<DesktopSettings> m_desktop;
    std::unique_ptr<Platform> m_platform;
    std::unique_ptr<Words> m_words;
    std::unique_ptr<PictureSource> m_pictures;
    std::unique_ptr<PictureDesk> m_desk;
    std::unique_ptr<QQmlApplicationEngine> m_qml;
    QQuickWindow *m_window = nullptr; //!< of m_qml
    std::unique_ptr<FirstFrame> m_firstFrame;
    QStringList m_warnings;
};

} // namespace Petrel
