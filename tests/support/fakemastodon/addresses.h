// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakemastodon/flavour.h"

#include <QUrl>

namespace Petrel::Fake {

struct PostAddress {
    QString uri;
    QString url;
};

//! Host, with the port where the address names one.
[[nodiscard]] QString hostOf(const QUrl &base);
[[nodiscard]] QString actorAddress(Flavour flavour, const QUrl &base, const QString &name);
[[nodiscard]] QString profilePage(Flavour flavour, const QUrl &base, const QString &name);
[[nodiscard]] PostAddress postAddress(Flavour flavour, const QUrl &base, const QString &name,
                                      const QString &id, qint64 createdAtMs, qint64 serial);
[[nodiscard]] QString boostAddress(Flavour flavour, const QUrl &base, const QString &name, const QString &id,
                                   qint64 atMs, qint64 serial);

} // namespace Petrel::Fake
