// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/weather.h"
#include "net/httpclient.h"
#include "weather/gate.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace Petrel {

class Clock;
class Store;

//! What is known of one server.
struct ServerWeather {
    WeatherState state = WeatherState::Clear;
    WeatherCause cause = WeatherCause::None;
    qint64 sinceMs = 0; //!< when the state began; 0 = since the program started
    qint64 lastSuccessMs = 0; //!< last well-formed answer; 0 = none in this run
    qint64 retryAtMs = 0; //!< next probe or end of the rate limit; 0 = none
    int failures = 0; //!< in a row
    qint64 uptimeMs = 0; //!< see Gate::uptimeMs
};

//! Watches every exchange and keeps the state of each server. Only transport faults, 502/503/504 and failed
//! probes speak against a server; any well-formed answer, also 401, 404 or 500 in JSON, speaks for it. Down
//! after more than three failures in a row (suspect at three); then one probe at a time, 5 s doubling to 5
//! min with full jitter: the gate opens for a single request when a probe is due. Outages are logged in the
//! journal.
class OutageDetector : public QObject, public HttpObserver, public Gate {
    Q_OBJECT
public:
    //! `store` may be null: nothing is logged then.
    OutageDetector(Store *store, Clock &clock, QObject *parent = nullptr);
    ~OutageDetector() override;

    //! Whose gate asks for which server; `paused` and `signedOut` close the gate of that account alone.
    void setAccount(const AccountId &account, const ServerHost &host, bool signedOut, bool paused);
    void removeAccount(const AccountId &account);
    //! The person says "try now": probes are due at once.
    void forgetBackoff(const ServerHost &host);

    void exchanged(const HttpExchange &exchange) override;
    [[nodiscard]] Permission ask(const AccountId &account) const override;
    [[nodiscard]] qint64 uptimeMs(const AccountId &account) const override;
    [[nodiscard]] ServerWeather weather(const ServerHost &host) const;

Q_SIGNALS:
    void changed(const Petrel::ServerHost &host);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Petrel
