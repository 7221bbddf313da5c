// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/spoken.h"

#include <QtTest>

using namespace Petrel;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class SpokenTest : public QObject {
    Q_OBJECT
private:
    PostRow m_row;
    PostContext m_context;

    QString spoken() const { return spokenPost(m_row, m_context); }
    QString time() const
    {
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(m_row.shown.entry.post.createdAtMs),
                                  QLocale::ShortFormat);
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init()
    {
        m_row = {};
        m_context = {};
        Post &post = m_row.shown.entry.post;
        post.author.displayName = s("Ann");
        post.author.handle = s("ann@example.org");
        post.createdAtMs = 1'790'000'000'000;
        post.body.text = s("A bird!\nLook");
    }

    void authorTimeAndTextAreOneSentenceEach()
    {
        QCOMPARE(spoken(), s("Ann. %1. A bird! Look.").arg(time()));
    }

    void aWarnedTextIsNotReadOut()
    {
        m_row.shown.entry.post.contentWarning = s("spiders");
        QCOMPARE(spoken(), s("Ann. %1. Content warning: spiders.").arg(time()));
    }

    void everythingElseIsSaidBehind()
    {
        Post &post = m_row.shown.entry.post;
        Profile booster;
        booster.displayName = s("Bob");
        m_row.shown.entry.boostedBy = booster;
        post.replyToHandle = s("cat@example.org");
        post.visibility = Visibility::Followers;
        Attachment picture;
        picture.kind = Attachment::Kind::Image;
        picture.altText = s("a gull");
        Attachment sound;
        sound.kind = Attachment::Kind::Audio;
        post.attachments = {picture, sound};
        post.flags.favourited = true;
        m_row.shown.favouritePending = true;
        QCOMPARE(spoken(),
                 s("Ann, boosted by Bob, in reply to @cat@example.org. %1. followers only. A bird! "
                   "Look. picture: a gull. sound without description. favourited, waiting for the "
                   "server.")
                     .arg(time()));
    }

    void aWaitingPostSaysWhy()
    {
        m_row.shown.ghost = Action{};
        m_context.describe = [](const Action &) { return s("Waiting for the server."); };
        QVERIFY(spoken().endsWith(s("Look. Waiting for the server.")));
    }

    void whatReordersOrEndlessTextIsCut()
    {
        Post &post = m_row.shown.entry.post;
        post.author.displayName = s("A\u202Enn");
        post.body.text = QString(100'000, QLatin1Char('x'));
        QVERIFY(spoken().startsWith(s("Ann. ")));
        QVERIFY(spoken().size() < 1'100);
    }
};

QTEST_GUILESS_MAIN(SpokenTest)
#include "spokentest.moc"
