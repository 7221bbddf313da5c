// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timeline.h"
#include "store/timelinereader.h"

#include <QObject>

#include <memory>

namespace Petrel {

class Alarm;
class Clock;
class Store;

//! Where reading of one timeline stopped, kept in the journal through restarts: the row at the top of the
//! screen and how far it is scrolled. Written a moment after it was last told, and by flush().
class ReadingPlace : public QObject {
    Q_OBJECT
public:
    struct Place {
        QString identity; //!< of the row; empty = none known
        double offsetPx = 0;
        RowPlace row; //!< where that row stands, for reading around it
    };
    static constexpr qint64 pauseMs = 2'000;

    //! Reads what is kept. Store and clock must outlive it.
    ReadingPlace(Store &store, Clock &clock, const TimelineKey &key, QObject *parent = nullptr);
    ~ReadingPlace() override;

    //! The one told last, also before this start.
    [[nodiscard]] const Place &last() const { return m_last; }
    void save(const Place &place);
    //! Hands what is not written yet to the store.
    void flush();

private:
    [[nodiscard]] QByteArray keyName() const;

    Store &m_store;
    Clock &m_clock;
    TimelineKey m_timeline;
    Place m_last;
    bool m_unsaved = false;
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace Petrel
