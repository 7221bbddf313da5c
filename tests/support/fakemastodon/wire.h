// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrlQuery>
#include <QVector>

#include <utility>

namespace Petrel::Fake {

using Headers = QVector<std::pair<QByteArray, QByteArray>>;

//! A request as it came off the wire.
struct WireRequest {
    QByteArray method;
    QString path; //!< decoded, without the query
    QUrlQuery query;
    Headers headers; //!< names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;
    [[nodiscard]] QByteArray bearer() const;
    //! The parsed form of a target such as "/api/v1/x?limit=2".
    void setTarget(const QByteArray &target);
};

//! An answer as it goes on the wire.
struct WireResponse {
    int status = 200;
    Headers headers; //!< without Content-Length
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &name) const; //!< any case
    void setHeader(const QByteArray &name, const QByteArray &value);
};

} // namespace Petrel::Fake
