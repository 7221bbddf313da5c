// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Petrel {

//! Memory of this process in kB, what it shares with others counted by its part of it; -1 where Linux does
//! not tell.
[[nodiscard]] qint64 pssKb();
//! Processor time that all threads of this process have used, in milliseconds.
[[nodiscard]] qint64 processorMs();
//! Connections that this computer has tried and was refused since it was started, all programs together; -1
//! where Linux does not tell.
[[nodiscard]] qint64 refusedConnections();

} // namespace Petrel
