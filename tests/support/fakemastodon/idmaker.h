// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakemastodon/flavour.h"

#include <QByteArray>
#include <QString>

namespace Petrel::Fake {

//! Ids in each flavour's shape, from a counter: the same run gives the same ids.
class IdMaker {
public:
    explicit IdMaker(IdShape shape)
        : m_shape(shape)
    { }
    //! Of a post or a boost made at this time. (snac: only the `uri` counts, see snacId.)
    [[nodiscard]] QString statusId(qint64 atMs);
    //! Of an account: in no order on GoToSocial and snac.
    [[nodiscard]] QString accountId(const QString &actor);

private:
    IdShape m_shape;
    quint64 m_serial = 0;
    quint64 m_accounts = 109'000'000'000'000'000ull;
};

//! 10 digits of the object file's time and the md5 of its uri.
[[nodiscard]] QString snacId(qint64 modifiedS, const QString &uri);
//! Server order of two ids of one shape: by length, then bytes.
[[nodiscard]] bool idLess(const QString &a, const QString &b);

} // namespace Petrel::Fake
