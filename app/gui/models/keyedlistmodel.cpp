// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/keyedlistmodel.h"

namespace Petrel {

QSet<int> steadyPlaces(const QVector<int> &places)
{
    QVector<int> ends; // by length of the series: the index of its smallest end
    QVector<int> before(places.size(), -1);
    for (int i = 0; i < places.size(); ++i) {
        const auto at = std::lower_bound(ends.begin(), ends.end(), places[i],
                                         [&places](int end, int place) { return places[end] < place; });
        if (at != ends.begin())
            before[i] = *(at - 1);
        if (at == ends.end())
            ends.append(i);
        else
            *at = i;
    }
    QSet<int> steady;
    for (int i = ends.isEmpty() ? -1 : ends.last(); i >= 0; i = before[i])
        steady.insert(places[i]);
    return steady;
}

} // namespace Petrel
