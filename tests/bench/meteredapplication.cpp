// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/meteredapplication.h"

#include <QEvent>
#include <QMetaEnum>
#include <QThread>

#include <algorithm>
#include <cmath>

namespace Petrel {

namespace {

// Room taken before measuring begins, so that the figures on memory are Petrel's.
constexpr int expectedFrames = 40'000;
constexpr float longStepMs = 1;

double passedMs(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

MeteredApplication::MeteredApplication(int &argc, char **argv)
    : QGuiApplication(argc, argv)
{
    m_frames.fill(0, expectedFrames);
    m_longSteps.fill(0, expectedFrames);
    beginMeasuring();
    endMeasuring();
}

bool MeteredApplication::notify(QObject *receiver, QEvent *event)
{
    // Other threads deliver their events here, too.
    if (!m_measuring || QThread::currentThread() != thread())
        return QGuiApplication::notify(receiver, event);
    // The receiver may be gone afterwards.
    const char *name = receiver->metaObject()->className();
    const int type = event->type();
    if (m_depth++ == 0) {
        m_step.start();
        m_countedMs = 0;
    }
    const bool handled = QGuiApplication::notify(receiver, event);
    if (--m_depth == 0)
        stepEnded(name, type);
    return handled;
}

void MeteredApplication::stepEnded(const char *receiver, int event)
{
    const double ms = passedMs(m_step);
    m_frameMs += ms - m_countedMs;
    if (ms >= double(longStepMs))
        m_longSteps.append(float(ms));
    if (ms <= m_longestMs)
        return;
    m_longestMs = ms;
    const char *type = QMetaEnum::fromType<QEvent::Type>().valueToKey(event);
    m_longest = QByteArray(receiver) + ' ' + (type ? QByteArray(type) : QByteArray::number(event));
}

void MeteredApplication::frameSwapped()
{
    if (!m_measuring)
        return;
    const double now = m_depth > 0 ? passedMs(m_step) : 0;
    m_frames.append(float(m_frameMs + now - m_countedMs));
    m_countedMs = now;
    m_frameMs = 0;
}

void MeteredApplication::beginMeasuring()
{
    m_measuring = true;
    m_depth = 0;
    m_frameMs = 0;
    m_frames.resize(0);
    m_longSteps.resize(0);
    m_longestMs = 0;
    m_longest.clear();
}

int MeteredApplication::stepsOver(double ms) const
{
    return int(std::count_if(m_longSteps.cbegin(), m_longSteps.cend(),
                             [ms](float step) { return double(step) > ms; }));
}

double quantile(QVector<float> values, double share)
{
    if (values.isEmpty())
        return 0;
    const auto place = values.begin() + qsizetype(std::ceil(share * double(values.size() - 1)));
    std::nth_element(values.begin(), place, values.end());
    return double(*place);
}

} // namespace Petrel
