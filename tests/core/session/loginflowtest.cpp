// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/loginflow.h"

#include "sessionfixture.h"
#include "support/fakebrowser.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QtTest>

using namespace Petrel;

namespace {

QString alice()
{
    return QStringLiteral("alice");
}

//! A person with a browser: signs in at the page the flow opens and comes back to the loopback address.
class Person : public QObject {
public:
    explicit Person(SessionFixture &fixture)
        : m_fixture(fixture)
    { }
    bool refuses = false;
    QUrl opened;
    QString codeToPaste;
    int questions = 0;

    LoginFlow::Hands hands()
    {
        return {[this](const QUrl &url) { visit(url); },
                [this]() -> Task<QString> {
                    ++questions;
                    return m_code.task();
                }};
    }

private:
    void visit(const QUrl &url)
    {
        opened = url;
        m_browser = std::make_unique<FakeBrowser>(*m_fixture.transport);
        m_browser->signIn(url, alice(), QStringLiteral("correct horse"), refuses)
            .finally(this, [this](const Result<BrowserVisit> &visit) {
                if (!visit.ok())
                    return;
                if (!visit.value().redirect.isEmpty())
                    m_network.get(QNetworkRequest(visit.value().redirect));
                else
                    m_code.finish(
                        visit.value().answer.queryItemValue(QStringLiteral("code"), QUrl::FullyDecoded));
            });
    }
    SessionFixture &m_fixture;
    QNetworkAccessManager m_network;
    std::unique_ptr<FakeBrowser> m_browser;
    Promise<QString> m_code;
};

//! The loopback redirect needs a real socket, so real turns of the event loop; nothing is waited for by time.
template <typename T> Result<T> waitReal(SessionFixture &fixture, Task<T> task)
{
    std::optional<Result<T>> result;
    QObject context;
    task.finally(&context, [&](Result<T> r) { result.emplace(std::move(r)); });
    const bool ended = QTest::qWaitFor(
        [&] {
            fixture.settle();
            return result.has_value();
        },
        20'000);
    return ended ? *result : Result<T>(Error{ErrorKind::Timeout, {}, QStringLiteral("never ended"), {}});
}

} // namespace

class LoginFlowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBrowserComesBackAndTheAccountIsThere()
    {
        SessionFixture f;
        f.open();
        Person person(f);
        LoginFlow flow(f.engine->registry(), f.engine->accounts(), person.hands());
        const auto account =
            waitReal(f, flow.signIn(QStringLiteral(" @Alice@One.Example "), LoginFlow::Way::Browser));
        QVERIFY2(account.ok(), account.ok() ? "" : qPrintable(describeError(account.error())));
        QCOMPARE(account.value().handle, QStringLiteral("alice@one.example"));
        QCOMPARE(person.questions, 0);
        QVERIFY(f.tokens.contains(account.value().id.value()));
        QVERIFY(!QString::fromLatin1(person.opened.toEncoded()).contains(QStringLiteral("oob")));
    }

    void aPastedCodeIsTheWayWithoutComingBack()
    {
        SessionFixture f;
        f.open();
        Person person(f);
        LoginFlow flow(f.engine->registry(), f.engine->accounts(), person.hands());
        const auto account = f.wait(flow.signIn(QStringLiteral("one.example"), LoginFlow::Way::PastedCode));
        QVERIFY2(account.ok(), account.ok() ? "" : qPrintable(describeError(account.error())));
        QCOMPARE(person.questions, 1);
        QCOMPARE(f.engine->accounts().accounts().size(), 1);
    }

    void refusingAtTheServerMakesNoAccount()
    {
        SessionFixture f;
        f.open();
        Person person(f);
        person.refuses = true;
        LoginFlow flow(f.engine->registry(), f.engine->accounts(), person.hands());
        const auto account = waitReal(f, flow.signIn(QStringLiteral("one.example"), LoginFlow::Way::Browser));
        QVERIFY(!account.ok());
        QVERIFY(f.engine->accounts().accounts().isEmpty());
        QVERIFY(f.tokens.isEmpty());
    }

    void whatNamesNoServerIsRejectedWithWords()
    {
        SessionFixture f;
        f.open();
        LoginFlow flow(f.engine->registry(), f.engine->accounts(), {});
        const auto account = f.wait(flow.withToken(QStringLiteral("not a server at all"), Secret("x")));
        QVERIFY(!account.ok());
        QVERIFY(!describeError(account.error()).isEmpty());
        QCOMPARE(f.transport->sent(), 0);
    }

    void aServerThatIsAwayIsToldAsSuch()
    {
        SessionFixture f;
        f.open();
        f.one.setDown(true);
        LoginFlow flow(f.engine->registry(), f.engine->accounts(), {});
        const auto account = f.wait(flow.withToken(QStringLiteral("one.example"), Secret("x")));
        QVERIFY(!account.ok());
        QVERIFY(account.error().isOutage());
    }

    void aDeadTokenIsNotTakenIn()
    {
        SessionFixture f;
        f.open();
        const Secret token = f.tokenOf(f.one, alice());
        f.one.world().revokeTokensOf(alice());
        LoginFlow flow(f.engine->registry(), f.engine->accounts(), {});
        const auto account = f.wait(flow.withToken(QStringLiteral("one.example"), token));
        QVERIFY(!account.ok());
        QVERIFY(f.engine->accounts().accounts().isEmpty());
    }

    void leavingTheFlowGivesUp()
    {
        SessionFixture f;
        f.open();
        auto flow =
            std::make_unique<LoginFlow>(f.engine->registry(), f.engine->accounts(), LoginFlow::Hands{});
        auto task = flow->withToken(QStringLiteral("one.example"), f.tokenOf(f.one, alice()));
        flow.reset();
        const auto account = f.wait(std::move(task));
        QVERIFY(!account.ok());
        QCOMPARE(account.error().kind, ErrorKind::Cancelled);
        QVERIFY(f.engine->accounts().accounts().isEmpty());
    }
};

QTEST_GUILESS_MAIN(LoginFlowTest)
#include "loginflowtest.moc"
