// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/result.h"
#include "domain/draft.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Petrel {

class Alarm;
class Clock;
class Store;

//! Keeps one draft in the journal as fast as it is typed: at most one write is under way, and the newest
//! version goes next. A draft without words is deleted. What could not be written is tried again.
class DraftKeeper : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 retryMs = 5'000;

    //! Both must outlive it.
    DraftKeeper(Store &store, Clock &clock, QObject *parent = nullptr);
    ~DraftKeeper() override;

    //! The newest draft of an account; nothing where there is none.
    [[nodiscard]] std::optional<Draft> newest(const AccountId &account) const;
    //! A draft that nobody has written yet.
    [[nodiscard]] Draft blank(const AccountId &account) const;
    //! Whether there is anything in it worth keeping.
    [[nodiscard]] static bool holdsWords(const Draft &draft);

    void keep(const Draft &draft);
    //! Writes nothing until release(): somebody else turns the draft into something.
    void hold() { m_held = true; }
    void release();
    //! What was told last needs no writing: it is not a draft any more.
    void forget();
    //! Hands the newest version to the store at once.
    void flush();
    //! Everything told is on the disk.
    [[nodiscard]] bool isSaved() const { return !m_unsaved && m_writing == 0; }
    //! Why the last write failed; nothing = it did not.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void write();
    void written(const Draft &draft, int version, const Result<Unit> &result);

    Store &m_store;
    Clock &m_clock;
    std::optional<Draft> m_unsaved;
    std::optional<Error> m_error;
    std::unique_ptr<Alarm> m_retry;
    int m_version = 0; //!< of what was handed to the store last
    int m_writing = 0;
    bool m_held = false;
};

} // namespace Petrel
