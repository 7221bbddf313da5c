// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/idmaker.h"

#include <QCryptographicHash>

namespace Petrel::Fake {

namespace {

QByteArray md5(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Md5);
}

// Crockford's alphabet: 48 bits of time, then 80 bits of which the counter fills the last 40.
QString ulid(quint64 ms, quint64 high, quint64 low)
{
    static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    QString text(26, QLatin1Char('0'));
    for (int i = 9; i >= 0; --i, ms >>= 5)
        text[i] = QLatin1Char(digits[ms & 31]);
    for (int i = 17; i >= 10; --i, high >>= 5)
        text[i] = QLatin1Char(digits[high & 31]);
    for (int i = 25; i >= 18; --i, low >>= 5)
        text[i] = QLatin1Char(digits[low & 31]);
    return text;
}

QString base62(quint64 number, int width)
{
    static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    QString text(width, QLatin1Char('0'));
    for (int i = width - 1; i >= 0; --i, number /= 62)
        text[i] = QLatin1Char(digits[number % 62]);
    return text;
}

} // namespace

QString IdMaker::statusId(qint64 atMs)
{
    ++m_serial;
    switch (m_shape) {
    case IdShape::Snowflake:
        return QString::number((quint64(atMs) << 16) | (m_serial & 0xffff));
    case IdShape::Ulid:
        return ulid(quint64(atMs), 0x5A5A5A5A5Aull, m_serial);
    case IdShape::SnacFile:
        return {};
    case IdShape::Flake:
        return base62(quint64(atMs), 9) + base62(m_serial, 9);
    }
    Q_UNREACHABLE();
}

QString IdMaker::accountId(const QString &actor)
{
    const QByteArray hash = md5(actor);
    switch (m_shape) {
    case IdShape::Snowflake:
        return QString::number(m_accounts += 65'537);
    case IdShape::Ulid: {
        quint64 a = 0;
        quint64 b = 0;
        for (int i = 0; i < 5; ++i) {
            a = (a << 8) | quint8(hash[i]);
            b = (b << 8) | quint8(hash[i + 5]);
        }
        return ulid(0x018F00000000ull + (a & 0xffffff), a, b);
    }
    case IdShape::SnacFile:
        return QString::fromLatin1(hash.toHex());
    case IdShape::Flake:
        return base62(1'600'000'000'000ull, 9) + base62(++m_accounts, 9);
    }
    Q_UNREACHABLE();
}

QString snacId(qint64 modifiedS, const QString &uri)
{
    return QStringLiteral("%1%2")
        .arg(modifiedS, 10, 10, QLatin1Char('0'))
        .arg(QString::fromLatin1(md5(uri).toHex()));
}

bool idLess(const QString &a, const QString &b)
{
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

} // namespace Petrel::Fake
