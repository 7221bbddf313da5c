// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <QMap>
#include <QObject>
#include <QUrl>
#include <QUrlQuery>

namespace Petrel {

class HttpTransport;
struct HttpRequest;
struct HttpResponse;

//! What a browser ended with.
struct BrowserVisit {
    QUrl redirect; //!< where it was sent to outside the server (the loopback address); empty = it stayed
    QString page; //!< the last page's text
    //! The query of the redirect, or `code` as shown on an out-of-band page.
    QUrlQuery answer;
};

//! A person at the server's sign-in page: opens an address, follows redirects within the server, keeps
//! cookies, fills in the first form it meets with name and password (whatever its fields are called) and
//! presses the button.
class FakeBrowser : public QObject {
public:
    explicit FakeBrowser(HttpTransport &transport, QObject *parent = nullptr);
    //! `refuse` presses Deny where the page offers it.
    Task<BrowserVisit> signIn(const QUrl &page, const QString &name, const QString &password,
                              bool refuse = false);

private:
    void open(const QUrl &url);
    void submit(const QUrl &url, const QByteArray &form);
    void send(HttpRequest request);
    void show(const QUrl &url, const HttpResponse &response);
    void read(const QUrl &url, const HttpResponse &response);
    [[nodiscard]] QByteArray fill(const QString &form);
    void fail(const QString &words);

    HttpTransport &m_transport;
    Promise<BrowserVisit> m_promise;
    QString m_name;
    QString m_password;
    QString m_host;
    bool m_refuse = false;
    bool m_typed = false;
    int m_steps = 0;
    QMap<QByteArray, QByteArray> m_cookies;
};

} // namespace Petrel
