// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "weather/gate.h"

#include <QHash>

#include <algorithm>

namespace Petrel {

//! A gate as the test says: open unless shut, for one account or (named by none) for all. While it is shut
//! for an account that account's uptime stands still.
class GateStub : public Gate {
public:
    explicit GateStub(const Clock &clock)
        : m_clock(clock)
    { }

    void shut(ActionReason reason = ActionReason::ServerDown, qint64 untilMs = 0,
              const AccountId &account = {})
    {
        Shutter &shutter = m_shutters[account.value()];
        if (!shutter.shut)
            shutter.sinceMs = m_clock.monotonicMs();
        shutter.shut = true;
        shutter.permission = {false, untilMs, reason};
    }
    void open(const AccountId &account = {})
    {
        Shutter &shutter = m_shutters[account.value()];
        shutter.lostMs = lost(shutter);
        shutter.shut = false;
    }
    mutable int asked = 0;

    [[nodiscard]] Permission ask(const AccountId &account) const override
    {
        ++asked;
        for (const QString &key : {account.value(), QString()}) {
            const Shutter shutter = m_shutters.value(key);
            if (shutter.shut)
                return shutter.permission;
        }
        return {};
    }
    [[nodiscard]] qint64 uptimeMs(const AccountId &account) const override
    {
        const qint64 lostMs =
            std::max(lost(m_shutters.value(account.value())), lost(m_shutters.value(QString())));
        return m_clock.monotonicMs() - m_startMs - lostMs;
    }

private:
    struct Shutter {
        bool shut = false;
        Permission permission;
        qint64 sinceMs = 0;
        qint64 lostMs = 0;
    };
    [[nodiscard]] qint64 lost(const Shutter &shutter) const
    {
        return shutter.lostMs + (shutter.shut ? m_clock.monotonicMs() - shutter.sinceMs : 0);
    }

    const Clock &m_clock;
    qint64 m_startMs = m_clock.monotonicMs();
    QHash<QString, Shutter> m_shutters;
};

} // namespace Petrel
