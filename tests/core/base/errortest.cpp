// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/result.h"

#include <QSet>
#include <QTest>

using namespace Petrel;

namespace {

const QList<ErrorKind> &kinds()
{
    static const QList<ErrorKind> all{ErrorKind::Offline,     ErrorKind::Timeout,   ErrorKind::ServerDown,
                                      ErrorKind::RateLimited, ErrorKind::SignedOut, ErrorKind::Forbidden,
                                      ErrorKind::NotFound,    ErrorKind::Conflict,  ErrorKind::Rejected,
                                      ErrorKind::Malformed,   ErrorKind::Storage,   ErrorKind::Unsupported,
                                      ErrorKind::Cancelled};
    return all;
}

} // namespace

class ErrorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKindIsTested() { QCOMPARE(kinds().size(), qsizetype(ErrorKind::Cancelled) + 1); }

    void everyKindHasItsOwnWords()
    {
        QSet<QString> words;
        for (const auto kind : kinds()) {
            const QString said = describeError({kind, {}, QStringLiteral("detail for the log"), {}});
            QVERIFY(said.size() > 5);
            QVERIFY(!said.contains(QLatin1String("detail for the log")));
            words.insert(said);
        }
        QCOMPARE(words.size(), kinds().size());
    }

    void everyKindHasItsOwnName()
    {
        QSet<QString> names;
        for (const auto kind : kinds()) {
            const QString name = errorKindName(kind);
            QCOMPARE(name, name.toLower());
            QVERIFY(!name.isEmpty() && !name.contains(QLatin1Char(' ')));
            names.insert(name);
        }
        QCOMPARE(names.size(), kinds().size());
    }

    void theServersWordsFollowOurs()
    {
        const Error error{ErrorKind::Rejected, QStringLiteral("Text is too long"), {}, {}};
        const QString said = describeError(error);
        QVERIFY(said.endsWith(QLatin1String(" Text is too long")));
        QVERIFY(said.startsWith(describeError({ErrorKind::Rejected, {}, {}, {}})));
    }

    void everyOutageIsTransientButNotTheOtherWayRound()
    {
        int outages = 0;
        for (const auto kind : kinds()) {
            const Error error{kind, {}, {}, {}};
            if (error.isOutage()) {
                ++outages;
                QVERIFY(error.isTransient());
            }
        }
        QCOMPARE(outages, 3);
        QVERIFY((Error{ErrorKind::RateLimited, {}, {}, {}}.isTransient()));
        QVERIFY((!Error{ErrorKind::RateLimited, {}, {}, {}}.isOutage()));
    }

    void whatNeedsAPersonIsNotTransient()
    {
        for (const auto kind :
             {ErrorKind::SignedOut, ErrorKind::Rejected, ErrorKind::Forbidden, ErrorKind::Storage})
            QVERIFY((!Error{kind, {}, {}, {}}.isTransient()));
    }

    void aResultHoldsOneOfTwo()
    {
        Result<QString> good(QStringLiteral("yes"));
        QVERIFY(good.ok() && bool(good));
        QCOMPARE(good.value(), QStringLiteral("yes"));
        QCOMPARE(good.take(), QStringLiteral("yes"));
        const Result<QString> bad(Error{ErrorKind::Storage, {}, {}, {}});
        QVERIFY(!bad.ok());
        QCOMPARE(bad.error().kind, ErrorKind::Storage);
    }
};

QTEST_GUILESS_MAIN(ErrorTest)
#include "errortest.moc"
