// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace Petrel {

class Alarm;
class Clock;
namespace Fake {
class World;
} // namespace Fake

//! Keeps the invented people writing while somebody watches: a post now and then, an answer or a favourite
//! for what the person writes.
class DemoLife {
public:
    //! All must outlive it.
    DemoLife(Fake::World &sea, Fake::World &harbour, Clock &clock);
    ~DemoLife();

private:
    void wait();
    void happen();
    void answer(Fake::World &world);

    Fake::World &m_sea;
    Fake::World &m_harbour;
    Clock &m_clock;
    std::unique_ptr<Alarm> m_alarm;
    int m_round = 0;
};

} // namespace Petrel
