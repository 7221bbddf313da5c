// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/ids.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Petrel {

class Alarm;
class Engine;

//! Keeps one account's home timeline fresh by asking for it again and again: often while it is looked at,
//! seldom otherwise, when a probe of its server is due, and at once when the weather clears. Asks through the
//! account's SyncEngine, which asks the gate; once the server has answered, what is asked seldom is asked too
//! (who the account is, what its server can do).
class HomeRefresher : public QObject {
    Q_OBJECT
public:
    enum class Pace {
        Watched, //!< on the screen of an active window: each minute
        Background, //!< each five minutes
    };
    static constexpr qint64 watchedMs = 60'000;
    static constexpr qint64 backgroundMs = 300'000;

    //! The engine must outlive it. Begins with begin().
    HomeRefresher(Engine &engine, const AccountId &account, QObject *parent = nullptr);
    ~HomeRefresher() override;

    //! Asks now, and from now on by itself. The account's session is there.
    void begin();
    //! Going to Watched asks at once where the last answer is older than a minute.
    void setPace(Pace pace);
    //! The person asks: also a server whose next try is a while off.
    void refresh();
    [[nodiscard]] bool isRefreshing() const { return m_refreshing; }
    //! How the last try failed; nothing = it did not.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void ask();
    void ended(const std::optional<Error> &error);
    void askWhatIsAskedSeldom();
    void plan();
    void weatherChanged();

    Engine &m_engine;
    AccountId m_account;
    Pace m_pace = Pace::Background;
    bool m_begun = false;
    bool m_refreshing = false;
    bool m_wasClear = true;
    qint64 m_askedAtMs = 0; //!< monotonic
    std::optional<Error> m_error;
    int m_failures = 0; //!< outages in a row
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace Petrel
