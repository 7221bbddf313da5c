// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/media.h"

namespace Petrel {

Media::Media(Clock &clock, const MediaOptions &options)
    : m_cache(std::make_unique<MediaCache>(options.cache))
{
    HttpTransport *transport = options.transport;
    if (!transport) {
        m_http = std::make_unique<HttpClient>(clock, nullptr);
        transport = m_http.get();
    }
    m_fetcher = std::make_unique<MediaFetcher>(*m_cache, *transport, clock, options.fetcher);
    m_images = std::make_unique<ImageLoader>(*m_fetcher, options.images);
}

Media::~Media() = default;

} // namespace Petrel
