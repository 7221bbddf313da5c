// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"

namespace Petrel {

Q_LOGGING_CATEGORY(logNet, "petrel.net", QtWarningMsg)
Q_LOGGING_CATEGORY(logStore, "petrel.store", QtWarningMsg)
Q_LOGGING_CATEGORY(logOutbox, "petrel.outbox", QtWarningMsg)
Q_LOGGING_CATEGORY(logSession, "petrel.session", QtWarningMsg)

} // namespace Petrel
