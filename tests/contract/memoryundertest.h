// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/serviceundertest.h"

namespace Petrel {

//! The in-memory service with the semantics of AT Protocol.
[[nodiscard]] std::unique_ptr<ServiceUnderTest> makeMemoryUnderTest();

} // namespace Petrel
