// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QVariantList>
#include <QVector>

#include <functional>

namespace Petrel {

//! The switches of a demonstration, which take its own little servers down. Knows no network: what a switch
//! does is handed in.
class DemoController : public QObject {
    Q_OBJECT
    //! List of {host, down}.
    Q_PROPERTY(QVariantList servers READ servers NOTIFY serversChanged)
public:
    using SetDown = std::function<void(const QString &host, bool down)>;
    explicit DemoController(SetDown setDown, QObject *parent = nullptr);

    [[nodiscard]] QVariantList servers() const;
    Q_INVOKABLE void setDown(const QString &host, bool down);
    //! How a server really is.
    void tell(const QString &host, bool down);

Q_SIGNALS:
    void serversChanged();

private:
    struct Server {
        QString host;
        bool down = false;
    };
    SetDown m_setDown;
    QVector<Server> m_servers;
};

} // namespace Petrel
