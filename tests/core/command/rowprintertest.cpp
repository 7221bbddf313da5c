// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/rowprinter.h"

#include <QtTest>

using namespace Petrel;

namespace {

constexpr qint64 now = 1'790'000'000'000;

TimelineRow hostileRow()
{
    TimelineRow row;
    Post &post = row.entry.post;
    post.uri = PostUri(QStringLiteral("https://evil.example/1"));
    post.url = QStringLiteral("https://evil.example/1");
    post.author.handle = QStringLiteral("eve\u001b[31m@evil.example");
    post.author.displayName = QStringLiteral("Eve\u202e\r\nroot#");
    post.body.text = QStringLiteral("one\u001b]0;title\u0007\ntwo\u009b2J\u202etxt");
    post.contentWarning = QStringLiteral("cw\u0000\u0008x");
    Attachment picture;
    picture.kind = Attachment::Kind::Image;
    picture.altText = QStringLiteral("alt\u001b[2Jtext");
    post.attachments = {picture};
    row.entry.timeMs = now - 5 * 60'000;
    return row;
}

bool isHarmless(const QString &text)
{
    for (const QChar &c : text) {
        const bool control =
            (c.unicode() < 0x20 && c != QLatin1Char('\n')) || (c.unicode() >= 0x7f && c.unicode() < 0xa0);
        const bool bidi = (c.unicode() >= 0x202a && c.unicode() <= 0x202e)
            || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
        if (control || bidi)
            return false;
    }
    return true;
}

} // namespace

class RowPrinterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingAServerSaysReachesTheTerminalAsACommand()
    {
        const RowPrinter printer(now, {});
        const QString text = printer.toText(hostileRow(), QStringLiteral("me@one.example"));
        QVERIFY(isHarmless(text));
        QVERIFY(text.contains(QStringLiteral("two")));
        // A name of several lines stays on its line.
        QVERIFY(text.section(QLatin1Char('\n'), 0, 0).contains(QStringLiteral("root#")));
        const QJsonObject json = printer.toJson(hostileRow(), QStringLiteral("me@one.example"));
        QVERIFY(isHarmless(json.value(QStringLiteral("text")).toString()));
        QVERIFY(isHarmless(json.value(QStringLiteral("authorName")).toString()));
    }

    void marksSayWhatIsAndWhatWaits()
    {
        TimelineRow row;
        row.entry.post.flags.favourited = true;
        row.favouritePending = true;
        row.entry.post.flags.boosted = true;
        row.entry.post.flags.bookmarked = false;
        row.bookmarkPending = true;
        const QString text = RowPrinter(now, {}).toText(row, QStringLiteral("me@one.example"));
        QVERIFY(text.contains(QStringLiteral("favourited (waiting)")));
        QVERIFY(text.contains(QStringLiteral("boosted · ")));
        QVERIFY(text.contains(QStringLiteral("taking the bookmark away (waiting)")));
    }

    void aGhostShowsItsNumberAndState()
    {
        TimelineRow row;
        Action action;
        action.id = ActionId(7);
        action.state = ActionState::Waiting;
        action.reason = ActionReason::ServerDown;
        row.ghost = action;
        row.entry.post.body.text = QStringLiteral("soon");
        const QString text = RowPrinter(now, {}).toText(row, QStringLiteral("me@one.example"));
        QVERIFY(text.contains(QStringLiteral("outbox:7")));
        QVERIFY(text.contains(QStringLiteral("@me@one.example")));
    }

    void aGapTellsHowLongItSpans()
    {
        TimelineRow row;
        row.entry.timeMs = now;
        row.gapBelow = true;
        Gap gap;
        gap.newerMs = now;
        gap.olderMs = now - 3 * 3'600'000;
        QVERIFY(RowPrinter(now, {gap}).toText(row, {}).contains(QStringLiteral("posts of 3 h are missing")));
        gap.permanent = true;
        QVERIFY(RowPrinter(now, {gap}).toText(row, {}).contains(QStringLiteral("no longer")));
    }
};

QTEST_GUILESS_MAIN(RowPrinterTest)
#include "rowprintertest.moc"
