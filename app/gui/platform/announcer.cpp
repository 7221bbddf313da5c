// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/platform/announcer.h"

#include <QAccessible>

namespace Petrel {

void announce(QObject *item)
{
    if (!item || !QAccessible::isActive())
        return;
    // Readers differ in what they speak of: an alert that appears, or a name that changes.
    QAccessibleEvent alert(item, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    QAccessibleEvent named(item, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&named);
}

} // namespace Petrel
