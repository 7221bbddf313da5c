// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/postlistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace Petrel;

namespace {

class Posts : public PostListModel {
    Q_OBJECT
public:
    using PostListModel::patch;
};

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

PostRow rowNamed(const char *name)
{
    PostRow row;
    row.shown.identity = s(name);
    row.shown.entry.uri = s(name);
    Post &post = row.shown.entry.post;
    post.uri = PostUri(s(name));
    post.author.handle = s("ann@example.org");
    post.author.displayName = s("Ann");
    post.createdAtMs = 1'790'000'000'000;
    post.body.text = s("text of ") + s(name);
    return row;
}

} // namespace

class PostListModelTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<Posts> m_posts;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    QVariant at(PostListModel::Role role, int row = 0) const
    {
        return m_posts->data(m_posts->index(row), role);
    }
    static PostContext contextOf(const char *handle = "me@example.org")
    {
        PostContext context;
        context.account = AccountId(s("me"));
        context.handle = s(handle);
        context.avatarUrl = s("https://example.org/me.png");
        context.describe = [](const Action &action) { return s("state of ") + action.uid; };
        return context;
    }

private Q_SLOTS:
    void init()
    {
        m_posts = std::make_unique<Posts>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_posts.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_posts->setContext(contextOf());
    }

    void everyRoleOfTheContractHasAName()
    {
        const QList<QByteArray> names = m_posts->roleNames().values();
        const char *contract =
            "identity uri timeMs authorName authorPlain authorHandle authorAvatar authorBot boosterName "
            "boosterHandle replyToHandle isReply body bodyPlain bodyCut contentWarning sensitive visibility "
            "visibilityWords language attachments replyCount boostCount favouriteCount favourited boosted "
            "bookmarked favouritePending boostPending bookmarkPending removalPending canBoost own edited "
            "webUrl accountId ghost ghostAction ghostState ghostWords ghostCanRetry ghostCanEdit "
            "ghostCanCancel gapBelow gapWords gapFilling depth opened spoken";
        for (const QByteArray &name : QByteArray(contract).split(' '))
            QVERIFY2(names.contains(name), name.constData());
        m_posts->patch({rowNamed("a")});
        const QList<int> roles = m_posts->roleNames().keys();
        for (const int role : roles)
            QVERIFY2(m_posts->data(m_posts->index(0), role).isValid(), m_posts->roleNames().value(role));
    }

    void hostileTextIsHarmlessInEveryMarkup()
    {
        PostRow row = rowNamed("a");
        Post &post = row.shown.entry.post;
        post.body.text = s("<img src='http://evil.example/1'>");
        post.author.displayName = s("<img src='http://evil.example/2'>");
        post.replyToHandle = s("<img src='http://evil.example/4'>@c");
        Profile booster;
        booster.handle = s("<img src='http://evil.example/3'>@b");
        row.shown.entry.boostedBy = booster;
        post.url = s("javascript:1");
        Attachment attachment;
        attachment.url = s("file:///etc/passwd");
        attachment.previewUrl = s("data:image/png,x");
        post.attachments = {attachment};
        m_posts->patch({row});
        for (const auto role : {PostListModel::BodyRole, PostListModel::AuthorNameRole,
                                PostListModel::BoosterNameRole, PostListModel::ReplyToHandleRole})
            QVERIFY2(!at(role).toString().contains(QLatin1Char('<')), qPrintable(at(role).toString()));
        QCOMPARE(at(PostListModel::WebUrlRole).toString(), QString());
        const QVariantMap shown = at(PostListModel::AttachmentsRole).toList().value(0).toMap();
        QCOMPARE(shown.value(s("source")).toString(), QString());
        QCOMPARE(shown.value(s("preview")).toString(), QString());
        QCOMPARE(shown.value(s("url")).toString(), QString());
    }

    void anEndlessTextIsCutSoThatItCostsLittle_data()
    {
        QTest::addColumn<bool>("opened");
        QTest::addColumn<int>("most");
        QTest::newRow("in a list") << false << 2'000;
        QTest::newRow("opened") << true << 16'000;
    }
    void anEndlessTextIsCutSoThatItCostsLittle()
    {
        QFETCH(bool, opened);
        QFETCH(int, most);
        PostRow row = rowNamed("a");
        row.opened = opened;
        QString &text = row.shown.entry.post.body.text;
        text = QString(512 * 1024, QLatin1Char('x'));
        m_posts->patch({row});
        QCOMPARE(at(PostListModel::BodyRole).toString().size(), most + 2);
        QVERIFY(at(PostListModel::BodyCutRole).toBool());
        text.truncate(most);
        m_posts->patch({row});
        QCOMPARE(at(PostListModel::BodyRole).toString().size(), most);
        QVERIFY(!at(PostListModel::BodyCutRole).toBool());
    }

    void aPersonWithoutANameIsCalledByTheHandle()
    {
        PostRow row = rowNamed("a");
        row.shown.entry.post.author.displayName.clear();
        m_posts->patch({row});
        QCOMPARE(at(PostListModel::AuthorPlainRole).toString(), s("ann@example.org"));
        QCOMPARE(at(PostListModel::AuthorNameRole).toString(), s("ann@example.org"));
        QCOMPARE(at(PostListModel::AuthorHandleRole).toString(), s("@ann@example.org"));
    }

    void whatMayBeBoosted_data()
    {
        QTest::addColumn<int>("visibility");
        QTest::addColumn<bool>("may");
        QTest::newRow("public") << int(Visibility::Public) << true;
        QTest::newRow("unlisted") << int(Visibility::Unlisted) << true;
        QTest::newRow("followers") << int(Visibility::Followers) << false;
        QTest::newRow("direct") << int(Visibility::Direct) << false;
        QTest::newRow("unknown") << int(Visibility::Unknown) << false;
    }

    void whatMayBeBoosted()
    {
        QFETCH(int, visibility);
        PostRow row = rowNamed("a");
        row.shown.entry.post.visibility = Visibility(visibility);
        m_posts->patch({row});
        QTEST(at(PostListModel::CanBoostRole).toBool(), "may");
        PostContext context = contextOf();
        context.can.boosts = false;
        m_posts->setContext(context);
        QCOMPARE(at(PostListModel::CanBoostRole).toBool(), false);
    }

    void anOwnPostIsKnownByItsHandle()
    {
        m_posts->patch({rowNamed("a")});
        QVERIFY(!at(PostListModel::OwnRole).toBool());
        const QSignalSpy changed(m_posts.get(), &QAbstractItemModel::dataChanged);
        m_posts->setContext(contextOf("ann@example.org"));
        QCOMPARE(changed.size(), 1);
        QVERIFY(at(PostListModel::OwnRole).toBool());
    }

    void aWaitingPostHasItsStateAndThePictureOfItsAccount()
    {
        PostRow row = rowNamed("uid");
        Action action;
        action.id = ActionId(7);
        action.uid = s("uid");
        row.shown.ghost = action;
        row.shown.entry.post.uri = {};
        m_posts->patch({row});
        QVERIFY(at(PostListModel::GhostRole).toBool());
        QCOMPARE(at(PostListModel::GhostActionRole).toString(), s("7"));
        QCOMPARE(at(PostListModel::GhostStateRole).toString(), s("queued"));
        QCOMPARE(at(PostListModel::GhostWordsRole).toString(), s("state of uid"));
        QVERIFY(at(PostListModel::GhostCanEditRole).toBool());
        QVERIFY(at(PostListModel::OwnRole).toBool());
        QVERIFY(!at(PostListModel::CanBoostRole).toBool());
        QVERIFY(at(PostListModel::AuthorAvatarRole).toString().contains(s("me.png")));
    }

    void aFavouriteChangesItsOwnRolesAlone()
    {
        m_posts->patch({rowNamed("a"), rowNamed("b")});
        PostRow liked = rowNamed("b");
        liked.shown.entry.post.flags.favourited = true;
        liked.shown.favouritePending = true;
        const QSignalSpy changed(m_posts.get(), &QAbstractItemModel::dataChanged);
        m_posts->patch({rowNamed("a"), liked});
        QCOMPARE(changed.size(), 1);
        auto roles = changed[0][2].value<QVector<int>>();
        std::sort(roles.begin(), roles.end());
        QCOMPARE(roles,
                 (QVector<int>{PostListModel::FavouritedRole, PostListModel::FavouritePendingRole,
                               PostListModel::SpokenRole}));
    }

    void aGapIsSaidAndItsFillingShown()
    {
        PostRow row = rowNamed("a");
        row.shown.gapBelow = true;
        m_posts->patch({row, rowNamed("b")});
        QVERIFY(!at(PostListModel::GapWordsRole).toString().isEmpty());
        QVERIFY(!at(PostListModel::GapFillingRole).toBool());
        const QSignalSpy changed(m_posts.get(), &QAbstractItemModel::dataChanged);
        m_posts->setGapFilling(s("a"), true);
        m_posts->setGapFilling(s("a"), true);
        QVERIFY(at(PostListModel::GapFillingRole).toBool());
        QCOMPARE(changed.size(), 1);
        m_posts->setGapFilling(s("a"), false);
        QVERIFY(!at(PostListModel::GapFillingRole).toBool());
    }

    void rowsAreFoundByIdentityAndByPost()
    {
        m_posts->patch({rowNamed("a"), rowNamed("b")});
        QCOMPARE(m_posts->rowOf(s("b")), 1);
        QCOMPARE(m_posts->rowOf(s("c")), -1);
        QVERIFY(m_posts->rowWith(s("a")).has_value());
        QVERIFY(!m_posts->rowOfPost(PostUri(s("c"))).has_value());
        QCOMPARE(m_posts->rowOfPost(PostUri(s("b")))->shown.identity, s("b"));
    }
};

QTEST_GUILESS_MAIN(PostListModelTest)
#include "postlistmodeltest.moc"
