// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/runs.h"

#include "bench/meteredapplication.h"
#include "bench/postmaker.h"
#include "bench/processfigures.h"

#include <QQuickItem>
#include <QQuickWindow>

#include <algorithm>

namespace Petrel {

namespace {

//! Pictures are decoded, and the first try of the dead server is over.
constexpr int restMs = 3'000;
//! 125 pixels per frame of a 60 Hz screen, three times as fast as Qt lets a flick be by itself.
constexpr double flickSpeed = 7'500;
//! Where nothing moves any more the end of the timeline is reached.
constexpr qint64 stuckNs = 5'000'000'000;
constexpr double stepBudgetMs = 8;
constexpr double frameBudgetMs = 16;

void flick(QQuickItem &list)
{
    QMetaObject::invokeMethod(&list, "flick", Q_ARG(qreal, 0), Q_ARG(qreal, -flickSpeed));
}

} // namespace

void FirstPaintRun::firstPostShown()
{
    tell({{QStringLiteral("shownAtNs"), QString::number(firstPostAtNs())}});
    end();
}

FlickRun::FlickRun(MeteredApplication &application, const ApplicationOptions &options, int posts)
    : WindowRun(application, options),
      m_posts(posts)
{
    m_rest.setSingleShot(true);
}

void FlickRun::firstPostShown()
{
    window().resize(1100, 800);
    m_rest.callOnTimeout(this, &FlickRun::begin);
    m_rest.start(restMs);
}

void FlickRun::begin()
{
    m_rest.disconnect();
    m_cards = std::make_unique<Cards>(window());
    m_cards->list()->setProperty("maximumFlickVelocity", flickSpeed);
    m_restKb = pssKb();
    connect(&window(), &QQuickWindow::frameSwapped, this, &FlickRun::goOn);
    application().beginMeasuring();
    m_beganNs = m_movedNs = sharedNs();
    flick(*m_cards->list());
}

void FlickRun::goOn()
{
    if (m_rest.isActive())
        return;
    application().frameSwapped();
    const auto inSight = m_cards->inSight();
    const int lowest = inSight.isEmpty() ? 0 : PostMaker::numberOf(Cards::entryOf(*inSight.last()));
    const qint64 now = sharedNs();
    if (lowest > m_reached) {
        m_reached = lowest;
        m_movedNs = now;
    }
    m_mostAlive = std::max(m_mostAlive, int(m_cards->alive().size()));
    if (m_reached >= m_posts || now - m_movedNs > stuckNs)
        return finish();
    QQuickItem *list = m_cards->list();
    const double speed = std::abs(list->property("verticalVelocity").toDouble());
    if (!list->property("flicking").toBool() || speed < 0.7 * flickSpeed)
        flick(*list);
}

void FlickRun::finish()
{
    application().endMeasuring();
    QMetaObject::invokeMethod(m_cards->list(), "cancelFlick");
    const MeteredApplication &measured = application();
    const QVector<float> &frames = measured.frames();
    const auto slow =
        std::count_if(frames.cbegin(), frames.cend(), [](float ms) { return double(ms) > frameBudgetMs; });
    m_figures = {{QStringLiteral("seconds"), double(sharedNs() - m_beganNs) / 1e9},
                 {QStringLiteral("posts"), m_reached},
                 {QStringLiteral("frames"), qint64(frames.size())},
                 {QStringLiteral("medianMs"), quantile(frames, 0.5)},
                 {QStringLiteral("p99Ms"), quantile(frames, 0.99)},
                 {QStringLiteral("maxMs"), quantile(frames, 1)},
                 {QStringLiteral("slowFrames"), qint64(slow)},
                 {QStringLiteral("longestStepMs"), measured.longestStepMs()},
                 {QStringLiteral("longestStep"), QString::fromLatin1(measured.longestStep())},
                 {QStringLiteral("longSteps"), measured.stepsOver(stepBudgetMs)},
                 {QStringLiteral("mostAlive"), m_mostAlive}};
    m_rest.callOnTimeout(this, &FlickRun::report);
    m_rest.start(restMs);
}

void FlickRun::report()
{
    m_figures.insert(QStringLiteral("restKb"), m_restKb);
    m_figures.insert(QStringLiteral("afterKb"), pssKb());
    m_figures.insert(QStringLiteral("alive"), int(m_cards->alive().size()));
    m_figures.insert(QStringLiteral("inSight"), int(m_cards->inSight().size()));
    tell(m_figures);
    end();
}

IdleRun::IdleRun(MeteredApplication &application, const ApplicationOptions &options, int seconds)
    : WindowRun(application, options),
      m_seconds(seconds)
{ }

void IdleRun::firstPostShown()
{
    QTimer::singleShot(restMs, this, &IdleRun::begin);
}

void IdleRun::begin()
{
    m_beganMs = processorMs();
    m_beganNs = sharedNs();
    tell({{QStringLiteral("begins"), true}});
    QTimer::singleShot(m_seconds * 1'000, this, &IdleRun::finish);
}

void IdleRun::finish()
{
    tell({{QStringLiteral("processorMs"), processorMs() - m_beganMs},
          {QStringLiteral("seconds"), double(sharedNs() - m_beganNs) / 1e9},
          {QStringLiteral("pssKb"), pssKb()}});
    end();
}

} // namespace Petrel
