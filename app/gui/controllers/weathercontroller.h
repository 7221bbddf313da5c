// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/weathermodel.h"

#include <QObject>
#include <QVariantMap>

namespace Petrel {

class Engine;
class WishDesk;

//! The servers of the accounts, for pages.
class WeatherController : public QObject {
    Q_OBJECT
    Q_PROPERTY(Petrel::WeatherModel *servers READ servers CONSTANT)
    //! The worst state over all servers.
    Q_PROPERTY(QString worst READ worst NOTIFY worstChanged)
public:
    //! Both must outlive it.
    WeatherController(Engine &engine, WishDesk &wishes, QObject *parent = nullptr);

    [[nodiscard]] WeatherModel *servers() { return &m_model; }
    [[nodiscard]] QString worst() const { return m_model.worst(); }
    //! The fields of the model's roles; empty for a server no account is on.
    Q_INVOKABLE QVariantMap of(const QString &host) const;
    //! Asks a server now, however long its next try is off.
    Q_INVOKABLE void tryNow(const QString &host);

Q_SIGNALS:
    void worstChanged();
    //! The home timelines on that server are to be asked for.
    void askWanted(const Petrel::ServerHost &host);

private:
    Engine &m_engine;
    WishDesk &m_wishes;
    WeatherModel m_model;
};

//! What the detector knows of a server, as the models take it; of a program just started what the log says.
[[nodiscard]] AskServer serverReports(Engine &engine);

} // namespace Petrel
