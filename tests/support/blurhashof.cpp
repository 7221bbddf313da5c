// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/blurhashof.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace Petrel {

double lightOf(int value)
{
    const double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

int valueOf(double light)
{
    const double v = std::clamp(light, 0.0, 1.0);
    return int((v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055) * 255 + 0.5);
}

namespace {

using Factor = std::array<double, 3>;

Factor factorOf(const QImage &image, int i, int j)
{
    Factor sum{};
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const double basis =
                std::cos(M_PI * i * x / image.width()) * std::cos(M_PI * j * y / image.height());
            const QRgb pixel = image.pixel(x, y);
            sum[0] += basis * lightOf(qRed(pixel));
            sum[1] += basis * lightOf(qGreen(pixel));
            sum[2] += basis * lightOf(qBlue(pixel));
        }
    }
    const double scale = (i == 0 && j == 0 ? 1.0 : 2.0) / (image.width() * image.height());
    for (double &part : sum)
        part *= scale;
    return sum;
}

int quantised(double value)
{
    return std::clamp(int(std::floor(std::copysign(std::sqrt(std::abs(value)), value) * 9 + 9.5)), 0, 18);
}

} // namespace

QString blurhashDigits(int value, int count)
{
    QString text;
    for (int i = 0; i < count; ++i, value /= 83)
        text.prepend(QLatin1Char(blurhashAlphabet[value % 83]));
    return text;
}

QString blurhashOf(const QImage &image, int across, int down)
{
    std::vector<Factor> factors;
    double strongest = 0;
    for (int j = 0; j < down; ++j) {
        for (int i = 0; i < across; ++i) {
            factors.push_back(factorOf(image, i, j));
            for (const double part : factors.back())
                strongest = factors.size() > 1 ? std::max(strongest, std::abs(part)) : 0;
        }
    }
    QString text = blurhashDigits((across - 1) + (down - 1) * 9, 1);
    const int level = std::clamp(int(std::floor(strongest * 166 - 0.5)), 0, 82);
    text += blurhashDigits(factors.size() > 1 ? level : 0, 1);
    const Factor &dc = factors.front();
    text += blurhashDigits((valueOf(dc[0]) << 16) + (valueOf(dc[1]) << 8) + valueOf(dc[2]), 4);
    const double scale = (level + 1) / 166.0;
    for (size_t k = 1; k < factors.size(); ++k) {
        const Factor &ac = factors[k];
        text += blurhashDigits(
            quantised(ac[0] / scale) * 361 + quantised(ac[1] / scale) * 19 + quantised(ac[2] / scale), 2);
    }
    return text;
}

} // namespace Petrel
