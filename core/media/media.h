// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/imageloader.h"
#include "media/mediacache.h"
#include "media/mediafetcher.h"

#include <memory>

namespace Petrel {

class Clock;

//! What a program decides about its pictures.
struct MediaOptions {
    MediaCacheOptions cache;
    MediaFetcherOptions fetcher;
    ImageLoaderOptions images;
    HttpTransport *transport = nullptr; //!< null = the real network; must outlive it, report to no weather
};

//! Cache, fetcher and loader of one profile, wired, with a network client of its own that tells no server's
//! weather. Made by the programs that show pictures; the others need neither it nor Qt Gui.
class Media {
public:
    //! `clock` must outlive it.
    Media(Clock &clock, const MediaOptions &options);
    ~Media();

    [[nodiscard]] MediaCache &cache() { return *m_cache; }
    [[nodiscard]] MediaFetcher &fetcher() { return *m_fetcher; }
    [[nodiscard]] ImageLoader &images() { return *m_images; }

private:
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<MediaCache> m_cache;
    std::unique_ptr<MediaFetcher> m_fetcher;
    std::unique_ptr<ImageLoader> m_images;
};

} // namespace Petrel
