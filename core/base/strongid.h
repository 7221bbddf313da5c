// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <compare>

namespace Petrel {

//! An identifier that cannot be mistaken for another kind: StrongId<struct AccountTag, QString>.
//! A default-made one is null.
template <typename Tag, typename T> class StrongId {
public:
    StrongId() = default;
    explicit StrongId(T value)
        : m_value(std::move(value))
    { }
    [[nodiscard]] const T &value() const { return m_value; }
    [[nodiscard]] bool isNull() const { return m_value == T(); }
    friend bool operator==(const StrongId &a, const StrongId &b) { return a.m_value == b.m_value; }
    friend bool operator!=(const StrongId &a, const StrongId &b) { return !(a == b); }
    friend bool operator<(const StrongId &a, const StrongId &b) { return a.m_value < b.m_value; }
    friend size_t qHash(const StrongId &id, size_t seed = 0) { return ::qHash(id.m_value, seed); }

private:
    T m_value{};
};

} // namespace Petrel
