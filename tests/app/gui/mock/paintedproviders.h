// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QQmlEngine;

namespace Petrel {

//! Gives the engine everything that the window needs from C++ in its tests: the icons, painted stand-ins for
//! the providers "media" and "blurhash", the type RowsModel and the import paths of the mock and of the
//! window.
void furnish(QQmlEngine &engine);

} // namespace Petrel
