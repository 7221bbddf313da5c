// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/cards.h"
#include "bench/windowrun.h"

#include <QTimer>

namespace Petrel {

//! Starts, shows its first post, says when, and closes.
class FirstPaintRun : public WindowRun {
public:
    using WindowRun::WindowRun;

protected:
    void firstPostShown() override;
};

//! Flicks down through so many posts, as fast as a hand that flicks again before the list comes to rest.
class FlickRun : public WindowRun {
public:
    FlickRun(MeteredApplication &application, const ApplicationOptions &options, int posts);

protected:
    void firstPostShown() override;

private:
    void begin();
    void goOn();
    void finish();
    void report();

    const int m_posts;
    std::unique_ptr<Cards> m_cards;
    QTimer m_rest;
    qint64 m_beganNs = 0;
    qint64 m_movedNs = 0; //!< when another post was last reached
    int m_reached = 0;
    int m_mostAlive = 0;
    qint64 m_restKb = 0;
    QJsonObject m_figures;
};

//! Stands still for so many seconds, and says when they begin.
class IdleRun : public WindowRun {
public:
    IdleRun(MeteredApplication &application, const ApplicationOptions &options, int seconds);

protected:
    void firstPostShown() override;

private:
    void begin();
    void finish();

    const int m_seconds;
    qint64 m_beganNs = 0;
    qint64 m_beganMs = 0; //!< of the processor
};

} // namespace Petrel
