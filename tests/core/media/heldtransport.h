// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"

#include <QStringList>
#include <QVector>

#include <algorithm>

namespace Petrel {

//! A transport that keeps every request until the test answers it, and cuts off those that nobody wants.
class HeldTransport : public HttpTransport {
    Q_OBJECT
public:
    Task<HttpExchange> send(const HttpRequest &request) override
    {
        m_sent.append(request);
        const Promise<HttpExchange> promise;
        const QString url = QString::fromLatin1(request.url.toEncoded());
        m_open.append({url, promise});
        if (request.wantedBy) {
            connect(request.wantedBy, &QObject::destroyed, this, [this, url] {
                if (!m_open.isEmpty() && open().contains(url))
                    ++m_cut;
                end(url, exchangeOf(HttpFault::Aborted));
            });
        }
        return promise.task();
    }

    //! Addresses asked for and not answered yet, in order.
    [[nodiscard]] QStringList open() const
    {
        QStringList urls;
        for (const Open &one : m_open)
            urls.append(one.url);
        return urls;
    }
    [[nodiscard]] const QVector<HttpRequest> &sent() const { return m_sent; }
    //! How many were cut off because nobody wanted them.
    [[nodiscard]] int cut() const { return m_cut; }

    void answer(const QString &url, int status, const QByteArray &body,
                const QVector<std::pair<QByteArray, QByteArray>> &headers = {})
    {
        HttpExchange exchange;
        exchange.response = HttpResponse{};
        exchange.response->status = status;
        exchange.response->body = body;
        exchange.response->headers = headers;
        end(url, exchange);
    }
    void fault(const QString &url, HttpFault fault) { end(url, exchangeOf(fault)); }

private:
    struct Open {
        QString url;
        Promise<HttpExchange> promise;
    };
    static HttpExchange exchangeOf(HttpFault fault)
    {
        HttpExchange exchange;
        exchange.fault = fault;
        return exchange;
    }
    void end(const QString &url, const HttpExchange &exchange)
    {
        const auto found =
            std::find_if(m_open.begin(), m_open.end(), [&](const Open &one) { return one.url == url; });
        if (found == m_open.end())
            return;
        const auto promise = found->promise;
        m_open.erase(found);
        promise.finish(exchange);
    }

    QVector<Open> m_open;
    QVector<HttpRequest> m_sent;
    int m_cut = 0;
};

//! What a test has asked for, while it lives; the end of a task, once it is there.
template <typename T> class Wish : public QObject {
public:
    //! Takes the task of a request made for this wish.
    void of(Task<T> task)
    {
        task.finally(this, [this](Result<T> r) { m_result.emplace(std::move(r)); });
    }
    [[nodiscard]] bool ended() const { return m_result.has_value(); }
    [[nodiscard]] bool ok() const { return ended() && m_result->ok(); }
    [[nodiscard]] const T &value() const { return m_result->value(); }
    [[nodiscard]] const Error &error() const { return m_result->error(); }
    //! Nothing where it has not ended, or well.
    [[nodiscard]] std::optional<ErrorKind> kind() const
    {
        return ended() && !ok() ? std::optional(error().kind) : std::nullopt;
    }

private:
    std::optional<Result<T>> m_result;
};

} // namespace Petrel
