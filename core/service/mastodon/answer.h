// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"
#include "service/mastodon/serverinfo.h"
#include "service/outcome.h"

namespace Petrel {

//! The server's own words about a failure, for people; empty where it had none.
[[nodiscard]] QString serverWords(const HttpResponse &response);

//! For how long a server wants to be left alone, from Retry-After (seconds or a date) or X-RateLimit-Reset (a
//! time, as ISO or seconds); nothing where it does not say.
[[nodiscard]] std::optional<qint64> pauseAskedFor(const HttpResponse &response, qint64 nowMs);

//! True for a 2xx answer.
[[nodiscard]] bool succeeded(const HttpExchange &exchange);

//! True where the API itself (and no proxy before it) says that a thing is not there.
[[nodiscard]] bool saysNotFound(const HttpResponse &response, Flavour flavour);

//! What a failed read means: a fault, or a status that is not 2xx.
[[nodiscard]] Error readError(const HttpExchange &exchange, const ServerInfo &server, qint64 nowMs);

//! A 2xx answer that is not what was asked for.
[[nodiscard]] Error unreadableAnswer(const HttpExchange &exchange);

//! What a write came to, as far as the answer alone tells. A 2xx is Uncertain here: whoever finds the
//! expected document in it makes it Done.
[[nodiscard]] Outcome writeOutcome(const HttpExchange &exchange, qint64 nowMs);

} // namespace Petrel
