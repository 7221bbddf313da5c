// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capabilities.h"

#include <QString>

namespace Petrel {

class Threads;
class Timelines;
class Publisher;
class Interactions;
class Posts;
class Profiles;
class Search;

//! One account's way to its server: a bag of capabilities. A null interface means that this server lacks the
//! whole thing. All interfaces live as long as the service, are used on its thread, make at most one request
//! per call unless their contract says otherwise, and know nothing of the store.
class Service {
public:
    virtual ~Service() = default;
    [[nodiscard]] virtual Capabilities capabilities() const = 0;
    [[nodiscard]] virtual Timelines *timelines() { return nullptr; }
    [[nodiscard]] virtual Threads *threads() { return nullptr; }
    [[nodiscard]] virtual Publisher *publisher() { return nullptr; }
    [[nodiscard]] virtual Interactions *interactions() { return nullptr; }
    [[nodiscard]] virtual Posts *posts() { return nullptr; }
    [[nodiscard]] virtual Profiles *profiles() { return nullptr; }
    [[nodiscard]] virtual Search *search() { return nullptr; }
};

} // namespace Petrel
