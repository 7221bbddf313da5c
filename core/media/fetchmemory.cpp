// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/fetchmemory.h"

#include "base/clock.h"

#include <algorithm>

namespace Petrel {

namespace {

constexpr qint64 addressPauseMs = 10 * 60 * 1000;
constexpr qsizetype mostAddresses = 2'000;
constexpr qsizetype mostHosts = 500;

} // namespace

std::optional<Error> FetchMemory::refusal(const QString &address, const QString &host) const
{
    if (auto error = refusalOf(m_hosts, host))
        return error;
    return refusalOf(m_addresses, address);
}

std::optional<Error> FetchMemory::refusalOf(const Troubles &troubles, const QString &key) const
{
    const auto found = troubles.constFind(key);
    if (found == troubles.constEnd())
        return {};
    const qint64 left = found->untilMs - m_clock.monotonicMs();
    if (left <= 0)
        return {};
    Error error = found->error;
    error.retryAfterMs = left;
    return error;
}

bool FetchMemory::isShaky(const QString &host) const
{
    return m_hosts.contains(host);
}

void FetchMemory::hostAnswered(const QString &host)
{
    m_hosts.remove(host);
}

void FetchMemory::hostFailed(const QString &host, const Error &error)
{
    const qint64 now = m_clock.monotonicMs();
    makeRoom(m_hosts, mostHosts);
    Trouble &trouble = m_hosts[host];
    // Several exchanges that were under way together fail together and count once.
    if (trouble.untilMs <= now)
        ++trouble.failures;
    const qint64 pause =
        std::max(m_backoff.pauseMs(trouble.failures, m_clock.chance()), error.retryAfterMs.value_or(0));
    trouble.untilMs = std::max(trouble.untilMs, now + pause);
    trouble.error = error;
}

void FetchMemory::addressFailed(const QString &address, const Error &error)
{
    makeRoom(m_addresses, mostAddresses);
    m_addresses.insert(address, {error, m_clock.monotonicMs() + addressPauseMs, 1});
}

void FetchMemory::clear()
{
    m_hosts.clear();
    m_addresses.clear();
}

void FetchMemory::makeRoom(Troubles &troubles, qsizetype most) const
{
    if (troubles.size() < most)
        return;
    const qint64 now = m_clock.monotonicMs();
    troubles.removeIf([now](Troubles::iterator it) { return it->untilMs <= now; });
    if (troubles.size() < most)
        return;
    troubles.erase(
        std::min_element(troubles.cbegin(), troubles.cend(),
                         [](const Trouble &a, const Trouble &b) { return a.untilMs < b.untilMs; }));
}

} // namespace Petrel
