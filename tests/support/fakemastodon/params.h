// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakemastodon/wire.h"

#include <QMultiMap>
#include <QStringList>

namespace Petrel::Fake {

//! Parameters of a request from its query and its body, a form or JSON.
class Params {
public:
    explicit Params(const WireRequest &request);

    [[nodiscard]] bool has(const QString &name) const { return m_values.contains(name); }
    [[nodiscard]] QString text(const QString &name) const { return m_values.value(name); }
    [[nodiscard]] bool flag(const QString &name) const;
    //! False where the body says it is JSON and is not.
    [[nodiscard]] bool wellFormed() const { return m_wellFormed; }
    //! False where there is a body of a type that nobody reads.
    [[nodiscard]] bool knownType() const { return m_knownType; }
    //! Names given as a JSON array; two servers refuse that where they want text.
    [[nodiscard]] bool isList(const QString &name) const { return m_lists.contains(name); }

private:
    void addQuery(const QUrlQuery &query);
    void addJson(const QByteArray &body);

    QMultiMap<QString, QString> m_values;
    QStringList m_lists;
    bool m_wellFormed = true;
    bool m_knownType = true;
};

} // namespace Petrel::Fake
