// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/keyedlistmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest>

using namespace Petrel;

namespace {

struct Letter {
    QString name;
    int weight = 0;

    friend bool operator==(const Letter &, const Letter &) = default;
};

class Letters : public KeyedListModel<Letter> {
    Q_OBJECT
public:
    enum Role { LetterNameRole = Qt::UserRole + 1, WeightRole };
    Q_ENUM(Role)

    QHash<int, QByteArray> roleNames() const override { return roleNamesOf<Role>(); }
    //! "a b2 c": letters with their weights.
    static QVector<Letter> of(const QString &text)
    {
        QVector<Letter> letters;
        for (const QString &part : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
            letters.append({part.left(1), part.mid(1).toInt()});
        return letters;
    }
    void become(const QString &text) { patch(of(text)); }
    void addBelow(const QString &text) { append(of(text)); }
    void addAbove(const QString &text) { prepend(of(text)); }
    void keep(int first, int count) { keepOnly(first, count); }
    [[nodiscard]] QString text() const
    {
        QStringList parts;
        for (const Letter &letter : rows())
            parts << letter.name + (letter.weight ? QString::number(letter.weight) : QString());
        return parts.join(QLatin1Char(' '));
    }
    int lengths = 0;

protected:
    QString keyOf(const Letter &row) const override { return row.name; }
    QVariant value(const Letter &row, int role) const override
    {
        return role == WeightRole ? QVariant(row.weight) : role == LetterNameRole ? row.name : QVariant();
    }
    void lengthChanged() override { ++lengths; }
};

} // namespace

class KeyedListModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLeastThatChangedIsTold_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("inserts");
        QTest::addColumn<int>("removals");
        QTest::addColumn<int>("moves");
        QTest::addColumn<int>("changes");
        const auto row = [](const char *name, const char *from, const char *to, int inserts, int removals,
                            int moves, int changes) {
            QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to) << inserts << removals
                                << moves << changes;
        };
        row("nothing", "a b c", "a b c", 0, 0, 0, 0);
        row("from empty", "", "a b c", 1, 0, 0, 0);
        row("to empty", "a b c", "", 0, 1, 0, 0);
        row("on top", "c d", "a b c d", 1, 0, 0, 0);
        row("below", "a b", "a b c", 1, 0, 0, 0);
        row("two places", "a d", "a b c d e", 2, 0, 0, 0);
        row("two holes", "a b c d e", "a c e", 0, 2, 0, 0);
        row("first to last", "a b c d", "b c d a", 0, 0, 1, 0);
        row("last to first", "a b c d", "d a b c", 0, 0, 1, 0);
        row("changed", "a b c", "a b5 c", 0, 0, 0, 1);
        row("moved and changed", "a b c", "b c a7", 0, 0, 1, 1);
        row("one for another", "a b c", "a x c", 1, 1, 0, 0);
        row("all at once", "a b c d", "x d1 b", 1, 1, 1, 1);
    }

    void theLeastThatChangedIsTold()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        Letters letters;
        const QAbstractItemModelTester tester(&letters,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        letters.become(from);
        const QSignalSpy inserted(&letters, &QAbstractItemModel::rowsInserted);
        const QSignalSpy removed(&letters, &QAbstractItemModel::rowsRemoved);
        const QSignalSpy moved(&letters, &QAbstractItemModel::rowsMoved);
        const QSignalSpy changed(&letters, &QAbstractItemModel::dataChanged);
        const QSignalSpy reset(&letters, &QAbstractItemModel::modelReset);
        letters.become(to);
        QCOMPARE(letters.text(), to);
        QTEST(int(moved.size()), "moves");
        QTEST(int(changed.size()), "changes");
        QTEST(int(inserted.size()), "inserts");
        const bool wrapped = QLatin1String(QTest::currentDataTag()) == QLatin1String("all at once");
        if (!wrapped)
            QTEST(int(removed.size()), "removals");
        QCOMPARE(reset.size(), 0);
    }

    void onlyTheRolesThatChangedAreTold()
    {
        Letters letters;
        letters.become(QStringLiteral("a b"));
        const QSignalSpy changed(&letters, &QAbstractItemModel::dataChanged);
        letters.become(QStringLiteral("a b3"));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(changed[0][2].value<QVector<int>>(), QVector<int>{Letters::WeightRole});
    }

    void aSecondRowOfTheSameKeyIsLeftOut()
    {
        Letters letters;
        letters.become(QStringLiteral("a b a2 b"));
        QCOMPARE(letters.text(), QStringLiteral("a b"));
    }

    void theLengthIsToldOncePerPatch()
    {
        Letters letters;
        letters.become(QStringLiteral("a b"));
        letters.become(QStringLiteral("b c"));
        QCOMPARE(letters.lengths, 1);
        letters.become(QStringLiteral("b"));
        QCOMPARE(letters.lengths, 2);
    }

    void whatComesAtAnEndIsAddedThere()
    {
        Letters letters;
        const QAbstractItemModelTester tester(&letters,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        letters.become(QStringLiteral("c d"));
        const QSignalSpy inserted(&letters, &QAbstractItemModel::rowsInserted);
        letters.addBelow(QStringLiteral("d9 e c f e"));
        QCOMPARE(letters.text(), QStringLiteral("c d e f"));
        letters.addAbove(QStringLiteral("a b d"));
        QCOMPARE(letters.text(), QStringLiteral("a b c d e f"));
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(letters.lengths, 3);
        letters.addBelow(QStringLiteral("a f"));
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(letters.lengths, 3);
    }

    void onlyWhatIsKeptStays()
    {
        Letters letters;
        const QAbstractItemModelTester tester(&letters,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        letters.become(QStringLiteral("a b c d e"));
        letters.keep(1, 3);
        QCOMPARE(letters.text(), QStringLiteral("b c d"));
        letters.keep(0, 3);
        QCOMPARE(letters.text(), QStringLiteral("b c d"));
        QCOMPARE(letters.lengths, 2);
        letters.keep(0, 1);
        QCOMPARE(letters.text(), QStringLiteral("b"));
        letters.keep(1, 0);
        QCOMPARE(letters.text(), QString());
    }

    void rolesAreNamedAfterTheEnum()
    {
        const QHash<int, QByteArray> names = Letters().roleNames();
        QCOMPARE(names.value(Letters::LetterNameRole), QByteArray("letterName"));
        QCOMPARE(names.value(Letters::WeightRole), QByteArray("weight"));
    }

    void whateverComesIsWhatIsShown()
    {
        QRandomGenerator random(7);
        Letters letters;
        const QAbstractItemModelTester tester(&letters,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int round = 0; round < 500; ++round) {
            QStringList parts;
            for (char name = 'a'; name <= 'p'; ++name) {
                const int weight = random.bounded(3);
                if (random.bounded(3) > 0)
                    parts << QLatin1Char(name) + (weight ? QString::number(weight) : QString());
            }
            for (int swap = random.bounded(6); swap > 0 && parts.size() > 1; --swap)
                parts.swapItemsAt(random.bounded(int(parts.size())), random.bounded(int(parts.size())));
            letters.become(parts.join(QLatin1Char(' ')));
            QCOMPARE(letters.text(), parts.join(QLatin1Char(' ')));
        }
    }
};

QTEST_GUILESS_MAIN(KeyedListModelTest)
#include "keyedlistmodeltest.moc"
