// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QObject;

namespace Petrel {

//! Tells screen readers that an item has something to say now: its accessible name. QML has no call for this
//! in Qt 6.4. Nothing happens where no screen reader listens.
void announce(QObject *item);

} // namespace Petrel
