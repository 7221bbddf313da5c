// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/weather.h"
#include "net/httpclient.h"

namespace Petrel {

//! What one exchange says about the server it was with.
struct Verdict {
    enum class Kind {
        Up, //!< the server's own program answered, whatever it said
        Limited, //!< it answered, and asks for a pause
        Fault, //!< speaks against the server or the way to it
        Unclear, //!< somebody answered, perhaps not the server's program: neither for nor against it
        Nothing, //!< says nothing of the server (our own refusal, an aborted request)
    };
    Kind kind = Kind::Nothing;
    WeatherCause cause = WeatherCause::None;
    qint64 pauseMs = 0; //!< asked for by the server; 0 = not said
};

//! The rule, pure. Against: transport faults; 502, 504 and what stands for them at a proxy (52x, 530); 503
//! unless it is JSON without Retry-After, which a living server says of one request; HTML where a 2xx should
//! hold data. For: every other answer in JSON, 401, 404 and 500 included, and a 4xx without a page of HTML
//! (some servers say their 401 with an empty body). A redirect, a 500 or 4xx in HTML, or an empty 2xx is
//! unclear: one poisoned request must not take a healthy server down, nor a proxy's page bring a dead one up.
[[nodiscard]] Verdict verdictOf(const HttpExchange &exchange, qint64 nowMs);

} // namespace Petrel
