// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/invocation.h"
#include "command/verbs.h"

#include <QtTest>

using namespace Petrel;

namespace {

QStringList split(const QString &line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class InvocationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLineThatIsUnderstood_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("verb");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("add") << QStringLiteral("account add one.example") << QStringLiteral("account add")
                             << QStringList{QStringLiteral("one.example")};
        QTest::newRow("add token") << QStringLiteral("account add --token-stdin one.example")
                                   << QStringLiteral("account add")
                                   << QStringList{QStringLiteral("one.example")};
        QTest::newRow("list") << QStringLiteral("account list") << QStringLiteral("account list")
                              << QStringList();
        QTest::newRow("remove") << QStringLiteral("account remove me@one.example --force")
                                << QStringLiteral("account remove")
                                << QStringList{QStringLiteral("me@one.example")};
        QTest::newRow("sync") << QStringLiteral("--profile /tmp/p sync --timeline home")
                              << QStringLiteral("sync") << QStringList();
        QTest::newRow("timeline") << QStringLiteral("timeline") << QStringLiteral("timeline")
                                  << QStringList();
        QTest::newRow("unified") << QStringLiteral("timeline unified --limit 5 --json")
                                 << QStringLiteral("timeline") << QStringList{QStringLiteral("unified")};
        QTest::newRow("post") << QStringLiteral("post --cw w --visibility followers --wait 5 hello")
                              << QStringLiteral("post") << QStringList{QStringLiteral("hello")};
        QTest::newRow("post dashes") << QStringLiteral("post -- --hello") << QStringLiteral("post")
                                     << QStringList{QStringLiteral("--hello")};
        QTest::newRow("post stdin") << QStringLiteral("post -") << QStringLiteral("post")
                                    << QStringList{QStringLiteral("-")};
        QTest::newRow("post equals") << QStringLiteral("post --cw=a=b hello") << QStringLiteral("post")
                                     << QStringList{QStringLiteral("hello")};
        QTest::newRow("unboost") << QStringLiteral("unboost --account a https://one.example/1")
                                 << QStringLiteral("unboost")
                                 << QStringList{QStringLiteral("https://one.example/1")};
        QTest::newRow("outbox") << QStringLiteral("outbox") << QStringLiteral("outbox") << QStringList();
        QTest::newRow("outbox list") << QStringLiteral("outbox list") << QStringLiteral("outbox list")
                                     << QStringList();
        QTest::newRow("outbox run") << QStringLiteral("outbox run --wait 3") << QStringLiteral("outbox run")
                                    << QStringList();
        QTest::newRow("retry") << QStringLiteral("outbox retry 12") << QStringLiteral("outbox retry")
                               << QStringList{QStringLiteral("12")};
        QTest::newRow("weather") << QStringLiteral("weather --json") << QStringLiteral("weather")
                                 << QStringList();
    }
    void aLineThatIsUnderstood()
    {
        QFETCH(QString, line);
        const auto parsed = parseInvocation(split(line));
        QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(parsed.error().message));
        QTEST(QString::fromLatin1(parsed.value().verb->name), "verb");
        QTEST(parsed.value().words, "words");
    }

    void aLineThatIsAUsageError_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {
                 "",
                 "frobnicate",
                 "search hello", // a verb of later work is an unknown one
                 "follow --account a b@c",
                 "account",
                 "account frob",
                 "account add",
                 "account add one two",
                 "account add one --force",
                 "sync now",
                 "sync --timeline local",
                 "sync --timeline",
                 "timeline home two",
                 "timeline --limit many",
                 "timeline --limit 0",
                 "timeline --limit 1001",
                 "post",
                 "post one two",
                 "post --visibility secret hello",
                 "post --visibility unknown hello",
                 "post --media x hello",
                 "post --wait -1 hello",
                 "post --cw a --cw b hello",
                 "favourite",
                 "favourite --wait 5 https://one.example/1",
                 "outbox frob",
                 "outbox retry",
                 "outbox cancel 1 2",
                 "weather --frob",
                 "weather -v",
                 "weather --json=yes",
             })
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void aLineThatIsAUsageError()
    {
        QFETCH(QString, line);
        const auto parsed = parseInvocation(split(line));
        QVERIFY(!parsed.ok());
        QVERIFY(!parsed.error().message.isEmpty());
    }

    void optionsMayRepeatWhereThatMeansSomething()
    {
        const auto parsed = parseInvocation(split(QStringLiteral("post --account a --account b hello")));
        QVERIFY(parsed.ok());
        QCOMPARE(parsed.value().options.value(QStringLiteral("account")),
                 (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    }

    void helpAndVersionNeedNoVerb()
    {
        QVERIFY(parseInvocation({QStringLiteral("--help")}).value().help);
        QVERIFY(parseInvocation(split(QStringLiteral("post --help"))).value().help);
        QVERIFY(parseInvocation({QStringLiteral("--version")}).value().version);
    }

    void standardInputIsReadOnlyWhereItIsAskedFor()
    {
        QVERIFY(parseInvocation(split(QStringLiteral("post -"))).value().wantsStdin());
        QVERIFY(parseInvocation(split(QStringLiteral("account add x --token-stdin"))).value().wantsStdin());
        QVERIFY(!parseInvocation(split(QStringLiteral("post hello"))).value().wantsStdin());
        QVERIFY(!parseInvocation(split(QStringLiteral("account add -"))).value().wantsStdin());
    }

    void everyVerbIsInTheHelp()
    {
        const QString help = helpText();
        for (const Verb &verb : verbs())
            QVERIFY2(help.contains(QLatin1String("  ") + QLatin1String(verb.name)), verb.name);
    }
};

QTEST_GUILESS_MAIN(InvocationTest)
#include "invocationtest.moc"
