// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browsertransport.h"
#include "support/fakebrowser.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QVector>

#include <optional>

namespace Petrel {

//! The person's browser: takes the addresses that the desktop is asked to open, and goes through the server's
//! own pages over a real connection.
class Browser : public QObject {
    Q_OBJECT
public:
    Browser();
    ~Browser() override;

    //! How many addresses were opened so far.
    [[nodiscard]] int opened() const { return int(m_opened.size()); }
    //! Fills in the form of the page opened last. The words of the page it ended on where the server did not
    //! let the person through; empty where it sent the browser back to Petrel; nothing where the pages did
    //! not come.
    [[nodiscard]] std::optional<QString> signIn(const QString &name, const QString &password,
                                                bool refuse = false);

public Q_SLOTS:
    void open(const QUrl &address) { m_opened.append(address); }

private:
    BrowserTransport m_transport;
    QNetworkAccessManager m_back;
    QVector<QUrl> m_opened;
};

} // namespace Petrel
