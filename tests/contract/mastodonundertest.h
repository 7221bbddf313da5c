// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/serviceundertest.h"
#include "support/fakemastodon/flavour.h"

namespace Petrel {

//! The real Mastodon service against the fake server of one flavour.
[[nodiscard]] std::unique_ptr<ServiceUnderTest> makeMastodonUnderTest(Fake::Flavour flavour);

} // namespace Petrel
