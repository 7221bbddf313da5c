// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>

#include <algorithm>
#include <optional>

namespace Petrel {

//! Where entries stand in the order as received. A slot is a rank without the timeline's share of it; higher
//! = newer.
using Slot = qint64;

//! Distance of neighbours: leaves room for late entries between them.
constexpr Slot slotStep = 1024;
//! Distance between a new run of entries and the one known below: room to fill the gap.
constexpr Slot slotGap = Slot(1) << 34;

//! Ranks of one timeline share their remainder, so that no two entries of different timelines have the same.
constexpr qint64 rankShare = 1024;
//! From here on stand entries that no complete page has placed.
constexpr qint64 looseRank = qint64(1) << 61;

//! Which of a page's known entries agree about the order: the longest strictly falling row of slots. The
//! others moved on the server, and are placed anew.
[[nodiscard]] inline QVector<std::optional<Slot>> agreeing(const QVector<std::optional<Slot>> &known)
{
    const int count = int(known.size());
    QVector<int> length(count, 0);
    QVector<int> next(count, -1);
    int best = -1;
    for (int i = count - 1; i >= 0; --i) {
        if (!known[i])
            continue;
        length[i] = 1;
        for (int j = i + 1; j < count; ++j) {
            if (known[j] && *known[j] < *known[i] && length[j] + 1 > length[i]) {
                length[i] = length[j] + 1;
                next[i] = j;
            }
        }
        if (best < 0 || length[i] >= length[best])
            best = i;
    }
    QVector<std::optional<Slot>> result(count);
    for (int i = best; i >= 0; i = next[i])
        result[i] = known[i];
    return result;
}

//! Slots for a whole page, newest first; or, where neighbours leave too little room, the slot below which
//! everything must first move down.
struct PageSlots {
    QVector<Slot> slots;
    std::optional<Slot> noRoomAbove;
};

//! Places the entries without a slot between their neighbours. `upper` and `lower` are the slots beyond the
//! page's ends, nothing = open; with nothing known at all the page begins at 0.
[[nodiscard]] inline PageSlots placePage(const QVector<std::optional<Slot>> &anchors,
                                         std::optional<Slot> upper, std::optional<Slot> lower)
{
    PageSlots result;
    result.slots.resize(anchors.size());
    const int count = int(anchors.size());
    int begin = 0;
    while (begin < count) {
        if (anchors[begin]) {
            upper = result.slots[begin] = *anchors[begin];
            ++begin;
            continue;
        }
        int end = begin;
        while (end < count && !anchors[end])
            ++end;
        const int run = end - begin;
        const std::optional<Slot> below = end < count ? anchors[end] : lower;
        if (upper && below && *upper - *below <= run) {
            result.noRoomAbove = below;
            return result;
        }
        const Slot spacing = upper && below ? std::min(slotStep, (*upper - *below) / (run + 1)) : slotStep;
        const Slot start = upper ? *upper : below ? *below + spacing * (run + 1) : spacing;
        for (int i = 0; i < run; ++i)
            result.slots[begin + i] = start - spacing * (i + 1);
        begin = end;
    }
    return result;
}

} // namespace Petrel
