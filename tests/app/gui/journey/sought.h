// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QString>

namespace Petrel {

//! Something that is looked for in a window, named as a screen reader names it.
struct Sought {
    QAccessible::Role role = QAccessible::Button;
    QString name;
    bool part = false; //!< the name need only hold these words
};

[[nodiscard]] inline Sought button(const QString &name)
{
    return {QAccessible::Button, name, false};
}

[[nodiscard]] inline Sought buttonWith(const QString &words)
{
    return {QAccessible::Button, words, true};
}

[[nodiscard]] inline Sought field(const QString &name)
{
    return {QAccessible::EditableText, name, false};
}

//! A row of a list: a post, a wish in the outbox.
[[nodiscard]] inline Sought rowWith(const QString &words)
{
    return {QAccessible::ListItem, words, true};
}

//! An account of the rail.
[[nodiscard]] inline Sought accountWith(const QString &words)
{
    return {QAccessible::RadioButton, words, true};
}

} // namespace Petrel
