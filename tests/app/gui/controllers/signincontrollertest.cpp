// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/signincontroller.h"

#include "support/fakebrowser.h"
#include "windowfixture.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QtTest>

using namespace Petrel;

namespace {

QString oneExample()
{
    return QStringLiteral("one.example");
}

//! A window on its sign-in page, with a person who has a browser.
struct SigningIn : WindowFixture {
    void begin()
    {
        openWindow();
        app->setPage(QStringLiteral("signin"));
        settle();
    }
    SignInController &page() { return *app->signIn(); }
    //! The person goes through the pages that were opened last.
    void useBrowser(bool refuses = false)
    {
        browser = std::make_unique<FakeBrowser>(*transport);
        browser->signIn(opened.last(), QStringLiteral("alice"), QStringLiteral("correct horse"), refuses)
            .finally(browser.get(), [this](const Result<BrowserVisit> &visit) {
                if (!visit.ok())
                    return;
                if (!visit.value().redirect.isEmpty())
                    network.get(QNetworkRequest(visit.value().redirect));
                code = visit.value().answer.queryItemValue(QStringLiteral("code"), QUrl::FullyDecoded);
            });
        settle();
    }
    //! The way back from the browser is a real socket.
    bool becomes(const QString &state)
    {
        return QTest::qWaitFor(
            [&] {
                settle();
                return page().stateName() == state;
            },
            20'000);
    }
    std::unique_ptr<FakeBrowser> browser;
    QNetworkAccessManager network;
    QString code;
};

} // namespace

class SignInControllerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBrowserComesBackAndTheHomeOpens()
    {
        SigningIn f;
        f.one.world().publish(QStringLiteral("bob"), QStringLiteral("hello"));
        f.begin();
        QCOMPARE(f.page().stateName(), QStringLiteral("idle"));
        QCOMPARE(f.page().keychainWords(), QString());
        f.page().begin(QStringLiteral(" Alice@One.Example "));
        QCOMPARE(f.page().stateName(), QStringLiteral("looking"));
        f.settle();
        QCOMPARE(f.page().stateName(), QStringLiteral("browser"));
        QCOMPARE(f.opened.size(), 1);
        QCOMPARE(f.page().address(), QString::fromLatin1(f.opened.first().toEncoded()));
        f.useBrowser();
        QVERIFY(f.becomes(QStringLiteral("idle")));
        QCOMPARE(f.app->page(), QStringLiteral("home"));
        QVERIFY(f.app->hasAccounts());
        QCOMPARE(f.app->composer()->handle(), QStringLiteral("alice@one.example"));
        f.settle();
        QCOMPARE(f.shownText(0), QStringLiteral("hello"));
    }

    void aPastedCodeIsTheOtherWay()
    {
        SigningIn f;
        f.begin();
        f.page().begin(oneExample());
        f.settle();
        f.page().preferCode();
        f.settle();
        QCOMPARE(f.page().stateName(), QStringLiteral("code"));
        QCOMPARE(f.opened.size(), 2);
        f.useBrowser();
        QVERIFY(!f.code.isEmpty());
        f.page().useCode(QLatin1Char(' ') + f.code + QLatin1Char('\n'));
        f.settle();
        QVERIFY(f.app->hasAccounts());
    }

    void aServerThatDoesNotExistIsToldWithAHint()
    {
        SigningIn f;
        f.begin();
        f.page().begin(QStringLiteral("nowhere.example"));
        f.settle();
        QCOMPARE(f.page().stateName(), QStringLiteral("failed"));
        QVERIFY(!f.page().errorWords().isEmpty());
        QVERIFY(f.page().hintWords().contains(QStringLiteral("spelt")));
        QVERIFY(f.opened.isEmpty());
    }

    void whatIsNoServerIsTold()
    {
        SigningIn f;
        f.begin();
        f.page().begin(QStringLiteral("not a server at all"));
        f.settle();
        QCOMPARE(f.page().stateName(), QStringLiteral("failed"));
        QVERIFY(!f.page().errorWords().isEmpty());
        QCOMPARE(f.transport->sent(), 0);
    }

    void refusingInTheBrowserMakesNoAccount()
    {
        SigningIn f;
        f.begin();
        f.page().begin(oneExample());
        f.settle();
        f.useBrowser(true);
        QVERIFY(f.becomes(QStringLiteral("failed")));
        QVERIFY(!f.page().errorWords().isEmpty());
        QVERIFY(!f.app->hasAccounts());
    }

    void withoutAKeychainThePageSaysSoBeforeAnybodySignsIn()
    {
        SigningIn f;
        f.openWindow();
        f.credentials->failing = true;
        f.app->setPage(QStringLiteral("signin"));
        f.settle();
        QVERIFY(!f.page().keychainWords().isEmpty());
        f.page().begin(oneExample());
        f.settle();
        QCOMPARE(f.page().stateName(), QStringLiteral("failed"));
        QCOMPARE(f.transport->sent(), 0);
        f.credentials->failing = false;
        f.page().checkKeychain();
        f.settle();
        QCOMPARE(f.page().keychainWords(), QString());
    }

    void whereNoBrowserOpensTheAddressIsThereToCopy()
    {
        SigningIn f;
        f.browserWorks = false;
        f.begin();
        f.page().begin(oneExample());
        f.settle();
        QVERIFY(!f.page().address().isEmpty());
        QVERIFY(f.page().hintWords().contains(QStringLiteral("Copy the address")));
        f.page().openBrowserAgain();
        QCOMPARE(f.opened.size(), 2);
    }

    void leavingThePageGivesUp()
    {
        SigningIn f;
        f.begin();
        f.page().begin(oneExample());
        f.app->setPage(QStringLiteral("welcome"));
        f.settle();
        QCOMPARE(f.page().stateName(), QStringLiteral("idle"));
        QVERIFY(f.opened.isEmpty());
        QVERIFY(!f.app->hasAccounts());
    }

    void beginningAgainForgetsTheFirstServer()
    {
        SigningIn f;
        f.begin();
        f.page().begin(oneExample());
        f.page().begin(QStringLiteral("two.example"));
        f.settle();
        QCOMPARE(f.opened.size(), 1);
        QCOMPARE(f.opened.first().host(), QStringLiteral("two.example"));
    }
};

QTEST_GUILESS_MAIN(SignInControllerTest)
#include "signincontrollertest.moc"
