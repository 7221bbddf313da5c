// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQmlNetworkAccessManagerFactory>

namespace Petrel {

//! Gives the QML engine a network on which every request fails before anything leaves: pictures come from
//! image providers, everything else from controllers.
class RefusingNetwork : public QQmlNetworkAccessManagerFactory {
public:
    QNetworkAccessManager *create(QObject *parent) override;
};

} // namespace Petrel
