// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"

#include <QTest>

namespace Petrel {

//! Runs the event loop until the exchange ends; nothing where it never does or is cancelled.
inline std::optional<HttpExchange> exchangeOf(Task<HttpExchange> task)
{
    struct Got : QObject {
        std::optional<Result<HttpExchange>> result;
    };
    auto got = std::make_unique<Got>();
    task.finally(got.get(), [&got](Result<HttpExchange> result) { got->result = std::move(result); });
    if (!QTest::qWaitFor([&got] { return got->result.has_value(); }, 30'000) || !got->result->ok())
        return {};
    return got->result->take();
}

//! Keeps everything it hears.
class RecordingObserver : public HttpObserver {
public:
    void exchanged(const HttpExchange &exchange) override { heard.append(exchange); }
    QVector<HttpExchange> heard;
};

} // namespace Petrel
