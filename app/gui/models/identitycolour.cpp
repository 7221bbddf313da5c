// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/identitycolour.h"

#include <array>

namespace Petrel {

QString identityColour(int number)
{
    // All of nearly the same lightness, as only a middle one stands out from light and from dark.
    static constexpr std::array colours{"#3478d4", "#c2560c", "#1f8f55", "#b0489f",
                                        "#c83f4d", "#0d8a97", "#7d62d9", "#8a7a12"};
    const int index = number < 0 ? 0 : number % int(colours.size());
    return QLatin1String(colours.at(size_t(index)));
}

} // namespace Petrel
