// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QVector>

namespace Petrel {

//! An application that measures what its GUI thread does. A step is one event delivered, with everything that
//! follows from it; a frame is all steps from one swapped frame to the next, without the waiting in between:
//! animation, delegates, layout and painting, wherever they happen.
class MeteredApplication : public QGuiApplication {
public:
    MeteredApplication(int &argc, char **argv);

    bool notify(QObject *receiver, QEvent *event) override;

    //! From now on, forgetting what was.
    void beginMeasuring();
    void endMeasuring() { m_measuring = false; }
    //! A frame went to the screen: called on the GUI thread, inside the step that painted it.
    void frameSwapped();

    //! In milliseconds, in the order they came.
    [[nodiscard]] const QVector<float> &frames() const { return m_frames; }
    [[nodiscard]] double longestStepMs() const { return m_longestMs; }
    //! Who got what event in the longest step.
    [[nodiscard]] QByteArray longestStep() const { return m_longest; }
    [[nodiscard]] int stepsOver(double ms) const;

private:
    void stepEnded(const char *receiver, int event);

    bool m_measuring = false;
    int m_depth = 0;
    QElapsedTimer m_step;
    double m_frameMs = 0; //!< of the frame being made: steps that have ended
    double m_countedMs = 0; //!< of the step under way: what belongs to frames swapped already
    QVector<float> m_frames;
    QVector<float> m_longSteps; //!< over a millisecond
    double m_longestMs = 0;
    QByteArray m_longest;
};

//! The value that `share` (0 … 1) of all are not above; 0 of none.
[[nodiscard]] double quantile(QVector<float> values, double share);

} // namespace Petrel
