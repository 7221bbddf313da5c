// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eyes.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QStringList>

#include <algorithm>

namespace Petrel {

namespace {

//! Lists keep cards that have left them, to use them again.
bool isLeftOver(const QQuickItem &item)
{
    const QQuickItem *content = item.parentItem();
    QQuickItem *list = content ? content->parentItem() : nullptr;
    const QVariant index = item.property("index");
    if (!list || !index.isValid() || list->metaObject()->indexOfMethod("itemAtIndex(int)") < 0)
        return false;
    QQuickItem *there = nullptr;
    QMetaObject::invokeMethod(list, "itemAtIndex", Q_RETURN_ARG(QQuickItem *, there),
                              Q_ARG(int, index.toInt()));
    return there != &item;
}

QString textOf(const QQuickItem &item)
{
    const QVariant text = item.property("text");
    return text.metaType().id() == QMetaType::QString ? text.toString() : QString();
}

//! Who would be asked first whether a press there is for them.
const QQuickItem *topAt(const QQuickItem &item, const QPointF &place)
{
    const bool within = item.contains(item.mapFromScene(place));
    if (!item.isVisible() || !item.isEnabled() || (item.clip() && !within))
        return nullptr;
    auto children = item.childItems();
    std::stable_sort(children.begin(), children.end(),
                     [](const QQuickItem *a, const QQuickItem *b) { return a->z() < b->z(); });
    for (auto child = children.crbegin(); child != children.crend(); ++child) {
        if (const QQuickItem *top = topAt(**child, place))
            return top;
    }
    // What carries menus and tips covers the window and lets through what is not for them.
    return within && item.acceptedMouseButtons() & Qt::LeftButton && !item.inherits("QQuickOverlay")
        ? &item
        : nullptr;
}

QAccessibleInterface *accessible(QQuickItem &item)
{
    return QAccessible::queryAccessibleInterface(&item);
}

} // namespace

Eyes::Eyes(QQuickWindow &window)
    : m_window(window)
{ }

void Eyes::visit(QQuickItem *item, const std::function<void(QQuickItem &)> &look) const
{
    if (!item->isVisible() || item->opacity() <= 0 || isLeftOver(*item))
        return;
    look(*item);
    const auto children = item->childItems();
    for (QQuickItem *child : children)
        visit(child, look);
}

QRectF Eyes::inSight(const QQuickItem &item) const
{
    QRectF seen = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        & QRectF(0, 0, m_window.width(), m_window.height());
    for (const QQuickItem *above = item.parentItem(); above; above = above->parentItem()) {
        if (above->clip())
            seen &= above->mapRectToScene(QRectF(0, 0, above->width(), above->height()));
    }
    return seen.width() > 1 && seen.height() > 1 ? seen : QRectF();
}

QPointF Eyes::middleOf(const QQuickItem &item)
{
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2));
}

bool Eyes::isOnTop(const QQuickItem &item) const
{
    const QQuickItem *top = topAt(*m_window.contentItem(), middleOf(item));
    return top && (top == &item || item.isAncestorOf(top));
}

QString Eyes::nameOf(QQuickItem &item)
{
    auto *found = accessible(item);
    return found ? found->text(QAccessible::Name) : QString();
}

bool Eyes::fits(QQuickItem &item, const Sought &sought)
{
    auto *found = accessible(item);
    if (!found || found->role() != sought.role)
        return false;
    const QString name = found->text(QAccessible::Name);
    return sought.part ? name.contains(sought.name) : name == sought.name;
}

QVector<QQuickItem *> Eyes::all(const Sought &sought, const QQuickItem *within) const
{
    QVector<QQuickItem *> found;
    visit(m_window.contentItem(), [&](QQuickItem &item) {
        const bool mayBe = !within || within == &item || within->isAncestorOf(&item);
        if (mayBe && fits(item, sought) && !inSight(item).isEmpty())
            found.append(&item);
    });
    return found;
}

QQuickItem *Eyes::find(const Sought &sought, const QQuickItem *within) const
{
    const auto found = all(sought, within);
    return found.isEmpty() ? nullptr : found.first();
}

bool Eyes::read(const QString &words) const
{
    bool found = false;
    visit(m_window.contentItem(), [&](QQuickItem &item) {
        if (!found && (textOf(item).contains(words) || nameOf(item).contains(words)))
            found = !inSight(item).isEmpty();
    });
    return found;
}

bool Eyes::focusIsOn(const Sought &sought) const
{
    QQuickItem *item = m_window.activeFocusItem();
    return item && fits(*item, sought) && !inSight(*item).isEmpty();
}

bool Eyes::isMarked(const Sought &row) const
{
    const auto rows = all(row);
    return std::any_of(rows.cbegin(), rows.cend(),
                       [](QQuickItem *item) { return accessible(*item)->state().focused; });
}

QString Eyes::focusWords() const
{
    QQuickItem *item = m_window.activeFocusItem();
    if (!item)
        return QStringLiteral("nothing");
    return QStringLiteral("%1 «%2»").arg(QString::fromLatin1(item->metaObject()->className()), nameOf(*item));
}

QString Eyes::everything() const
{
    QStringList lines;
    visit(m_window.contentItem(), [&](QQuickItem &item) {
        const QString name = nameOf(item);
        const QString words = name.isEmpty() ? textOf(item) : name;
        if (!words.isEmpty() && !lines.contains(words) && !inSight(item).isEmpty())
            lines.append(words);
    });
    return QStringLiteral("the focus is on %1, and the window says:\n  ").arg(focusWords())
        + lines.join(QStringLiteral("\n  "));
}

} // namespace Petrel
