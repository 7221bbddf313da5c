// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace Petrel {

class Alarm;
class Clock;

//! Times and numbers in the person's own language, for pages. Times are milliseconds since 1970 UTC.
class Words : public QObject {
    Q_OBJECT
    Q_PROPERTY(double nowMs READ nowMs NOTIFY nowMsChanged)
public:
    //! The clock must outlive it.
    explicit Words(Clock &clock, QObject *parent = nullptr);
    ~Words() override;

    //! Goes on each half minute, so that ages on the screen do.
    [[nodiscard]] double nowMs() const { return m_nowMs; }

    //! "now", "5 m", "3 h", "2 d", then the date.
    Q_INVOKABLE QString age(double ms, double nowMs) const;
    //! Date in full and time; empty for 0.
    Q_INVOKABLE QString exact(double ms) const;
    //! As short as can be: the time alone for today, else with the date; empty for 0.
    Q_INVOKABLE QString moment(double ms, double nowMs) const;
    //! "now", "in 5 minutes", "in 3 hours"; empty for 0.
    Q_INVOKABLE QString until(double ms, double nowMs) const;
    //! "999", "1.2 K", "3.4 M".
    Q_INVOKABLE QString count(double n) const;

Q_SIGNALS:
    void nowMsChanged();

private:
    void goOn();

    Clock &m_clock;
    double m_nowMs;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace Petrel
