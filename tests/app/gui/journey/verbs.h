// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Petrel {

class Person;

//! What another program may have a person do: the name of a deed of Person, and its words. False where that
//! could not be done, and where there is no such deed.
[[nodiscard]] bool carryOut(Person &person, const QString &verb, const QStringList &words);

} // namespace Petrel
