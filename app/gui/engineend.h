// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

class QQmlApplicationEngine;

namespace Petrel {

//! Takes a window down with its engine, cards first: a list gives its cards to deferred deletion, and Qt 6.4
//! writes into freed memory where such a card outlives its engine while a picture of it was still on the way
//! (QQuickPixmapReader forgets its replies, QQuickPixmapData does not). On the GUI thread; null does nothing.
void endEngine(std::unique_ptr<QQmlApplicationEngine> engine);

} // namespace Petrel
