// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/controllers/democontroller.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QStringList>
#include <QUrl>

namespace Petrel {

//! The line to the little servers of a demonstration, by which their switches work: GET and POST /_control of
//! petrel-fakeserver's control address. Speaks with this computer alone.
class DemoControl : public QObject {
    Q_OBJECT
public:
    //! Addresses as petrel-fakeserver prints them; others than of this computer are left out.
    explicit DemoControl(const QStringList &addresses, QObject *parent = nullptr);

    [[nodiscard]] DemoController &controller() { return m_controller; }

private:
    void ask(const QUrl &address);
    void tell(const QUrl &address, const QByteArray &answer);
    void setDown(const QString &host, bool down);

    QNetworkAccessManager m_network;
    QHash<QString, QUrl> m_addresses; //!< by host
    DemoController m_controller;
};

} // namespace Petrel
