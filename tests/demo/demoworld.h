// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Petrel::Fake {
class World;
} // namespace Petrel::Fake

namespace Petrel {

//! Who the person trying Petrel is, on both servers.
inline QString demoPerson()
{
    return QStringLiteral("lea");
}

//! Fills the two servers of the demonstration with invented people and what they wrote in the last hours, in
//! English and French. `nowMs` is the end of it.
void fillSeaWorld(Fake::World &world, qint64 nowMs);
void fillHarbourWorld(Fake::World &world, qint64 nowMs);

} // namespace Petrel
