// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/roundedimage.h"

#include <algorithm>
#include <cmath>

namespace Petrel {

namespace {

//! A premultiplied pixel, a part of it.
QRgb faded(QRgb pixel, double share)
{
    const auto part = [share](int value) { return int(std::lround(value * share)); };
    return qRgba(part(qRed(pixel)), part(qGreen(pixel)), part(qBlue(pixel)), part(qAlpha(pixel)));
}

} // namespace

QImage roundedImage(const QImage &image, int radius)
{
    QImage result = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    const int width = result.width();
    const int height = result.height();
    const double round = std::min({double(radius), width / 2.0, height / 2.0});
    if (result.isNull() || round <= 0)
        return result;
    const int corner = int(std::ceil(round));
    for (int y = 0; y < corner; ++y) {
        auto *top = reinterpret_cast<QRgb *>(result.scanLine(y));
        auto *bottom = reinterpret_cast<QRgb *>(result.scanLine(height - 1 - y));
        for (int x = 0; x < corner; ++x) {
            const double distance = std::hypot(round - x - 0.5, round - y - 0.5);
            const double share = std::clamp(round - distance + 0.5, 0.0, 1.0);
            if (share >= 1)
                continue;
            const int right = width - 1 - x;
            // The middle line and column of an odd image are both sides at once and are faded once.
            top[x] = faded(top[x], share);
            if (right != x)
                top[right] = faded(top[right], share);
            if (bottom == top)
                continue;
            bottom[x] = faded(bottom[x], share);
            if (right != x)
                bottom[right] = faded(bottom[right], share);
        }
    }
    return result;
}

} // namespace Petrel
