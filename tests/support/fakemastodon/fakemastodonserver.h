// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QUrl>

#include <memory>

namespace Petrel::Fake {

class FakeMastodon;

//! The fake on a real TCP port of 127.0.0.1: HTTP/1.1 with keep-alive (or snac's unannounced closing), faults
//! at socket level (cut and refused requests = reset), setDown() = the port is closed and open connections
//! are reset. Sets the world's base to its own address, so listen() comes before anything is in the world.
//! Both live on one thread.
class FakeMastodonServer : public QObject {
public:
    explicit FakeMastodonServer(FakeMastodon &fake, QObject *parent = nullptr);
    ~FakeMastodonServer() override;

    //! Port 0 = any free one; false with errorString() where that port cannot be had.
    [[nodiscard]] bool listen(quint16 port = 0);
    //! A second port that stays open while the server is down: POST /_control, GET /_control/world (see
    //! control.h).
    [[nodiscard]] bool listenControl(quint16 port = 0);
    [[nodiscard]] QUrl base() const;
    [[nodiscard]] QUrl controlBase() const;
    [[nodiscard]] QString errorString() const;
    //! TLS with this certificate and RSA key (PEM); before listen(). base() is then https.
    void setTls(const QByteArray &certificate, const QByteArray &key);

    [[nodiscard]] int connections() const; //!< accepted so far
    [[nodiscard]] int requestsOnWire() const; //!< requests whose head was read, whole or not

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Petrel::Fake
