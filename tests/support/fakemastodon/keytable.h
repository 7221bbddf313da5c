// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakemastodon/wire.h"

#include <QHash>

#include <optional>

namespace Petrel::Fake {

//! The Idempotency-Keys a server remembers.
class KeyTable {
public:
    struct Entry {
        QString uri; //!< of the post made; empty = only burnt
        WireResponse answer; //!< where whole answers are replayed
        qint64 atMs = 0;
    };
    void remember(const QByteArray &name, const Entry &entry) { m_entries.insert(name, entry); }
    [[nodiscard]] std::optional<Entry> find(const QByteArray &name, qint64 nowMs, qint64 lifeMs) const
    {
        const auto it = m_entries.constFind(name);
        if (it == m_entries.cend() || nowMs - it->atMs >= lifeMs)
            return std::nullopt;
        return *it;
    }
    void clear() { m_entries.clear(); }

private:
    QHash<QByteArray, Entry> m_entries;
};

} // namespace Petrel::Fake
