// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/blurhash.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

namespace Petrel {

namespace {

constexpr int longestSide = 64;
constexpr qsizetype longestHash = 4 + 2 * 9 * 9;

//! Red, green, blue in linear light.
using Light = std::array<float, 3>;

struct Waves {
    int across = 0;
    int down = 0;
    std::vector<Light> factors; //!< row by row
};

std::optional<int> digits83(const QByteArray &text, qsizetype from, qsizetype count)
{
    static const QByteArray alphabet(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~");
    int value = 0;
    for (qsizetype i = from; i < from + count; ++i) {
        const qsizetype digit = alphabet.indexOf(text.at(i));
        if (digit < 0)
            return {};
        value = value * 83 + int(digit);
    }
    return value;
}

float lightOf(int value)
{
    const float v = float(value) / 255;
    return v <= 0.04045F ? v / 12.92F : std::pow((v + 0.055F) / 1.055F, 2.4F);
}

int valueOf(float light)
{
    const float v = std::clamp(light, 0.0F, 1.0F);
    const float shown = v <= 0.0031308F ? v * 12.92F : 1.055F * std::pow(v, 1 / 2.4F) - 0.055F;
    return int(shown * 255 + 0.5F);
}

float signedSquare(int quantised)
{
    const float v = float(quantised - 9) / 9;
    return std::copysign(v * v, v);
}

std::optional<Waves> parse(const QString &blurhash)
{
    if (blurhash.size() < 6 || blurhash.size() > longestHash)
        return {};
    const QByteArray text = blurhash.toUtf8();
    const auto shape = digits83(text, 0, 1);
    const auto strongest = digits83(text, 1, 1);
    const auto average = digits83(text, 2, 4);
    if (!shape || !strongest || !average || *shape >= 81 || *average > 0xFFFFFF)
        return {};
    Waves waves{*shape % 9 + 1, *shape / 9 + 1, {}};
    const qsizetype count = qsizetype(waves.across) * waves.down;
    if (text.size() != 4 + 2 * count)
        return {};
    waves.factors.push_back(
        {lightOf(*average >> 16), lightOf(*average >> 8 & 0xFF), lightOf(*average & 0xFF)});
    const float scale = float(*strongest + 1) / 166;
    for (qsizetype i = 1; i < count; ++i) {
        const auto packed = digits83(text, 4 + 2 * i, 2);
        if (!packed || *packed >= 19 * 19 * 19)
            return {};
        waves.factors.push_back({signedSquare(*packed / (19 * 19)) * scale,
                                 signedSquare(*packed / 19 % 19) * scale,
                                 signedSquare(*packed % 19) * scale});
    }
    return waves;
}

//! cos(π · wave · position / length), wave by wave.
std::vector<float> cosines(int length, int waves)
{
    std::vector<float> table;
    table.reserve(size_t(length) * size_t(waves));
    for (int wave = 0; wave < waves; ++wave) {
        for (int i = 0; i < length; ++i)
            table.push_back(std::cos(std::numbers::pi_v<float> * float(wave * i) / float(length)));
    }
    return table;
}

} // namespace

QImage blurhashImage(const QString &blurhash, const QSize &size)
{
    const auto waves = parse(blurhash);
    if (!waves)
        return {};
    const int width = std::clamp(size.width(), 1, longestSide);
    const int height = std::clamp(size.height(), 1, longestSide);
    const auto across = cosines(width, waves->across);
    const auto down = cosines(height, waves->down);
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < width; ++x) {
            Light sum{};
            for (int j = 0; j < waves->down; ++j) {
                for (int i = 0; i < waves->across; ++i) {
                    const float weight = across[size_t(i * width + x)] * down[size_t(j * height + y)];
                    const Light &factor = waves->factors[size_t(j * waves->across + i)];
                    for (size_t c = 0; c < sum.size(); ++c)
                        sum[c] += factor[c] * weight;
                }
            }
            line[x] = qRgb(valueOf(sum[0]), valueOf(sum[1]), valueOf(sum[2]));
        }
    }
    return image;
}

} // namespace Petrel
