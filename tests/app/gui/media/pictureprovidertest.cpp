// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/media/pictureprovider.h"

#include "gui/media/blurhashprovider.h"
#include "gui/media/picturedesk.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QThread>
#include <QUrl>
#include <QtTest>

using namespace Petrel;

namespace {

//! Answers when the test says so.
class HeldSource : public PictureSource {
public:
    struct Asked {
        QString url;
        QSize size;
        PictureMode mode;
        Promise<QImage> promise;
        QPointer<QObject> asker;
    };
    Task<QImage> picture(const QString &url, const QSize &size, PictureMode mode, QObject *asker) override
    {
        onItsThread = onItsThread && QThread::currentThread() == qApp->thread();
        asked.push_back({url, size, mode, {}, asker});
        return asked.back().promise.task();
    }
    std::vector<Asked> asked;
    bool onItsThread = true;
};

QImage red()
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    return image;
}

QByteArray imageOf(const QString &source)
{
    return QStringLiteral(
               "import QtQuick\nImage { source: \"%1\"; sourceSize: Qt.size(8, 8); asynchronous: true }")
        .arg(source)
        .toUtf8();
}

QString address(const QString &mode)
{
    return QStringLiteral("image://media/") + mode + QLatin1Char('/')
        + QString::fromLatin1(
               QUrl::toPercentEncoding(QStringLiteral("https://far.example/a b/%25?x=1&y=2#z")));
}

//! An engine with the providers; QML items by source.
struct Pictures {
    Pictures()
        : desk(source)
    {
        engine.addImageProvider(QStringLiteral("media"), new PictureProvider(desk));
        engine.addImageProvider(QStringLiteral("blurhash"),
                                new BlurhashProvider([this](const QString &hash, const QSize &size) {
                                    blurredOnGui = blurredOnGui || QThread::currentThread() == qApp->thread();
                                    QImage image(size, QImage::Format_RGB32);
                                    image.fill(Qt::blue);
                                    return hash == QLatin1String("LEHV6n#%2") ? image : QImage();
                                }));
    }
    std::unique_ptr<QObject> show(const QString &from)
    {
        QQmlComponent component(&engine);
        component.setData(imageOf(from), QUrl());
        std::unique_ptr<QObject> item(component.create());
        if (!item)
            qWarning() << component.errorString();
        return item;
    }
    static int status(const QObject &item) { return item.property("status").toInt(); }

    HeldSource source;
    PictureDesk desk;
    std::atomic<bool> blurredOnGui = false;
    QQmlEngine engine;
};

constexpr int ready = 1;
constexpr int failed = 3;

} // namespace

class PictureProviderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anIdNamesModeAndAddress()
    {
        const auto parsed =
            PictureProvider::parse(QStringLiteral("avatar/https%3A%2F%2Ffar.example%2Fa.png"));
        QVERIFY(parsed);
        QCOMPARE(parsed->url, QStringLiteral("https://far.example/a.png"));
        QCOMPARE(parsed->mode, PictureMode::Avatar);
        QVERIFY(!PictureProvider::parse(QStringLiteral("huge/https%3A%2F%2Ffar.example%2Fa.png")));
        QVERIFY(!PictureProvider::parse(QStringLiteral("full/file%3A%2F%2F%2Fetc%2Fpasswd")));
        QVERIFY(!PictureProvider::parse(QStringLiteral("full")));
        QVERIFY(!PictureProvider::parse({}));
    }

    void aPictureThatComesIsShown()
    {
        Pictures f;
        const auto item = f.show(address(QStringLiteral("full")));
        QVERIFY(item);
        QTRY_COMPARE(f.source.asked.size(), 1u);
        QCOMPARE(f.source.asked[0].url, QStringLiteral("https://far.example/a b/%25?x=1&y=2#z"));
        QCOMPARE(f.source.asked[0].size, QSize(8, 8));
        QVERIFY(f.source.onItsThread);
        f.source.asked[0].promise.finish(red());
        QTRY_COMPARE(Pictures::status(*item), ready);
    }

    void aPictureThatDoesNotComeIsAnError()
    {
        Pictures f;
        const auto item = f.show(address(QStringLiteral("preview")));
        QTRY_COMPARE(f.source.asked.size(), 1u);
        f.source.asked[0].promise.finish(Error{ErrorKind::NotFound, {}, {}, {}});
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Not found")));
        QTRY_COMPARE(Pictures::status(*item), failed);
    }

    void anItemThatGoesGivesItsPictureUp()
    {
        Pictures f;
        auto item = f.show(address(QStringLiteral("avatar")));
        QTRY_COMPARE(f.source.asked.size(), 1u);
        QVERIFY(f.source.asked[0].asker);
        item.reset();
        QTRY_VERIFY(!f.source.asked[0].asker);
        // A late answer meets nobody.
        f.source.asked[0].promise.finish(red());
        QCoreApplication::processEvents();
    }

    void anEngineThatGoesLeavesNothingBehind()
    {
        auto f = std::make_unique<Pictures>();
        const auto item = f->show(address(QStringLiteral("emoji")));
        QTRY_COMPARE(f->source.asked.size(), 1u);
        const Promise<QImage> late = f->source.asked[0].promise;
        f.reset();
        late.finish(red());
        QCoreApplication::processEvents();
    }

    void aBlurIsMadeOutsideTheGuiThread()
    {
        Pictures f;
        const auto item = f.show(QStringLiteral("image://blurhash/LEHV6n%23%252"));
        QTRY_COMPARE(Pictures::status(*item), ready);
        QVERIFY(!f.blurredOnGui);
        const auto none = f.show(QStringLiteral("image://blurhash/nonsense"));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("not a blurhash")));
        QTRY_COMPARE(Pictures::status(*none), failed);
    }
};

QTEST_MAIN(PictureProviderTest)
#include "pictureprovidertest.moc"
