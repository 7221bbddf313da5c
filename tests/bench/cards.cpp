// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/cards.h"

#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>

#include <algorithm>
#include <iterator>

namespace Petrel {

namespace {

bool isOf(const QQuickItem &item, const char *type)
{
    // "PostCard_QMLTYPE_12"
    const char *name = item.metaObject()->className();
    const auto length = qstrlen(type);
    return qstrncmp(name, type, length) == 0 && name[length] == '_';
}

//! A card kept for another post stays where it was, unseen: the list does not know it by its number any more.
bool isShown(QQuickItem &list, const QQuickItem &card)
{
    QQuickItem *shown = nullptr;
    QMetaObject::invokeMethod(&list, "itemAtIndex", Q_RETURN_ARG(QQuickItem *, shown),
                              Q_ARG(int, card.property("index").toInt()));
    return shown == &card;
}

QQuickItem *firstOf(QQuickItem &root, const char *type)
{
    if (isOf(root, type))
        return &root;
    const auto children = root.childItems();
    for (QQuickItem *child : children) {
        if (QQuickItem *found = firstOf(*child, type))
            return found;
    }
    return nullptr;
}

} // namespace

Cards::Cards(QQuickWindow &window)
    : m_window(window)
{ }

QQuickWindow *Cards::shownWindow()
{
    const auto windows = QGuiApplication::topLevelWindows();
    for (QWindow *top : windows) {
        auto *quick = qobject_cast<QQuickWindow *>(top);
        if (quick && quick->isVisible())
            return quick;
    }
    return nullptr;
}

QQuickItem *Cards::list() const
{
    if (!m_list)
        m_list = firstOf(*m_window.contentItem(), "PostList");
    return m_list;
}

QVector<QQuickItem *> Cards::alive() const
{
    QVector<QQuickItem *> cards;
    const QQuickItem *list = this->list();
    auto *content = list ? list->property("contentItem").value<QQuickItem *>() : nullptr;
    const auto children = content ? content->childItems() : QList<QQuickItem *>();
    std::copy_if(children.cbegin(), children.cend(), std::back_inserter(cards),
                 [](const QQuickItem *item) { return isOf(*item, "PostCard"); });
    return cards;
}

QVector<QQuickItem *> Cards::inSight() const
{
    QVector<QQuickItem *> cards;
    QQuickItem *list = this->list();
    if (!list)
        return cards;
    const qreal top = list->property("contentY").toReal();
    const auto all = alive();
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(cards), [&](const QQuickItem *card) {
        return card->y() < top + list->height() && card->y() + card->height() > top + 1
            && isShown(*list, *card);
    });
    std::sort(cards.begin(), cards.end(),
              [](const QQuickItem *a, const QQuickItem *b) { return a->y() < b->y(); });
    return cards;
}

QString Cards::entryOf(const QQuickItem &card)
{
    const auto *model = card.property("model").value<QObject *>();
    return model ? model->property("identity").toString() : QString();
}

} // namespace Petrel
