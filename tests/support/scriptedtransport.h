// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"

#include <QStringList>

#include <deque>

namespace Petrel {

//! A transport that answers from a script, in order, and fails the running test on any request that is not
//! the next one of the script, on requests left over at its end, and on requests no transport should be given
//! (a token in a header or an address, a once-only request without a body). Answers come at once.
class ScriptedTransport : public HttpTransport {
    Q_OBJECT
public:
    using Headers = QVector<std::pair<QByteArray, QByteArray>>;
    using Method = HttpRequest::Method;

    ScriptedTransport() = default;
    ~ScriptedTransport() override;

    //! The next request must be this one, and gets an answer. `url` in full, encoded.
    void answer(Method method, const QString &url, int status, const QByteArray &body = {},
                const QByteArray &contentType = "application/json", const Headers &headers = {});
    //! The same with no answer.
    void fault(Method method, const QString &url, HttpFault fault, bool provedUnsent = false);
    //! The Date of all answers; 0 = they have none.
    void setServerDate(qint64 ms) { m_serverDateMs = ms; }

    Task<HttpExchange> send(const HttpRequest &request) override;

    [[nodiscard]] const QVector<HttpRequest> &requests() const { return m_requests; }
    [[nodiscard]] const HttpRequest &last() const { return m_requests.last(); }
    //! The value of a header of the last request; lower or upper case.
    [[nodiscard]] QByteArray lastHeader(const QByteArray &name) const;
    //! True when the whole script was played and nothing else was asked for.
    [[nodiscard]] bool isFinished() const { return m_script.empty() && m_complaints.isEmpty(); }
    [[nodiscard]] QByteArray complaints() const;

private:
    struct Line {
        Method method;
        QString url;
        HttpExchange exchange;
    };
    void complain(const QString &words);
    void inspect(const HttpRequest &request);

    std::deque<Line> m_script;
    QVector<HttpRequest> m_requests;
    QStringList m_complaints;
    qint64 m_serverDateMs = 0;
};

//! The result of a task that must have ended by now; Cancelled, with a failed test, where it has not.
template <typename T> Result<T> settled(Task<T> task)
{
    QObject context;
    std::optional<Result<T>> result;
    task.finally(&context, [&result](Result<T> r) { result.emplace(std::move(r)); });
    if (!result)
        return Error{ErrorKind::Cancelled, {}, QStringLiteral("the task has not ended"), {}};
    return std::move(*result);
}

} // namespace Petrel
