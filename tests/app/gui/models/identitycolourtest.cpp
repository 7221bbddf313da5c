// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/identitycolour.h"

#include <QSet>
#include <QtTest>

#include <cmath>

using namespace Petrel;

namespace {

double luminance(const QString &colour)
{
    const auto part = [&colour](int at) {
        const double value = colour.mid(at, 2).toInt(nullptr, 16) / 255.0;
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

double contrast(const QString &a, const QString &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

class IdentityColourTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eightAccountsHaveEightColoursAndTheNinthBeginsAgain()
    {
        QSet<QString> colours;
        for (int i = 0; i < 8; ++i)
            colours.insert(identityColour(i));
        QCOMPARE(colours.size(), 8);
        QCOMPARE(identityColour(8), identityColour(0));
        QCOMPARE(identityColour(-1), identityColour(0));
    }

    void eachStandsOutFromLightAndFromDark()
    {
        for (int i = 0; i < 8; ++i) {
            for (const char *rail : {"#ffffff", "#f0f1f4", "#000000", "#1e2126"}) {
                const double ratio = contrast(identityColour(i), QLatin1String(rail));
                QVERIFY2(ratio >= 3,
                         qPrintable(QStringLiteral("%1 on %2: %3")
                                        .arg(identityColour(i), QLatin1String(rail))
                                        .arg(ratio)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(IdentityColourTest)
#include "identitycolourtest.moc"
