// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/signincontroller.h"

#include "domain/words.h"
#include "session/engine.h"
#include "session/loginflow.h"

#include <QPointer>

namespace Petrel {

SignInController::SignInController(Engine &engine, OpenBrowser openBrowser, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_openBrowser(std::move(openBrowser))
{ }

SignInController::~SignInController() = default;

QString SignInController::stateName() const
{
    switch (m_state) {
    case State::Idle:
        return QStringLiteral("idle");
    case State::Looking:
        return QStringLiteral("looking");
    case State::Browser:
        return QStringLiteral("browser");
    case State::Code:
        return QStringLiteral("code");
    case State::Finishing:
        return QStringLiteral("finishing");
    case State::Failed:
        return QStringLiteral("failed");
    case State::Done:
        return QStringLiteral("done");
    }
    Q_UNREACHABLE();
}

namespace {

QString hintAfter(ErrorKind failure)
{
    switch (failure) {
    case ErrorKind::Offline:
        return SignInController::tr("Look at this computer's network, then try again.");
    case ErrorKind::Timeout:
    case ErrorKind::ServerDown:
        return SignInController::tr(
            "Is the name spelt right? If so, the server may be away: try again later.");
    case ErrorKind::RateLimited:
        return SignInController::tr("Wait a few minutes, then try again.");
    case ErrorKind::NotFound:
    case ErrorKind::Malformed:
        return SignInController::tr(
            "Type the name of the server you have an account on, as in your address: what "
            "follows the last @.");
    case ErrorKind::SignedOut:
    case ErrorKind::Forbidden:
    case ErrorKind::Rejected:
        return SignInController::tr("You can begin again at any time.");
    case ErrorKind::Conflict:
    case ErrorKind::Storage:
    case ErrorKind::Unsupported:
    case ErrorKind::Cancelled:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QString SignInController::hintWords() const
{
    switch (m_state) {
    case State::Idle:
    case State::Done:
        return {};
    case State::Looking:
        return tr("Asking %1 …").arg(m_server);
    case State::Browser:
        return m_browserFailed
            ? tr("No browser could be opened. Copy the address into one; this window goes on by itself.")
            : tr("Your browser shows the page of your server. Allow Petrel there; this window goes on by "
                 "itself.");
    case State::Code:
        return m_browserFailed
            ? tr("No browser could be opened. Copy the address into one, and paste the code that it shows "
                 "here.")
            : tr("Allow Petrel on the page in your browser, and paste the code that it shows here.");
    case State::Finishing:
        return tr("Signing in …");
    case State::Failed:
        return hintAfter(m_failure);
    }
    Q_UNREACHABLE();
}

void SignInController::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void SignInController::checkKeychain()
{
    m_engine.accounts().ready().finally(this, [this](const Result<Unit> &ready) {
        m_keychainWords = ready.ok() ? QString() : Petrel::errorWords(ready.error());
        Q_EMIT changed();
    });
}

void SignInController::begin(const QString &server)
{
    m_server = server.trimmed();
    start(false);
}

void SignInController::preferCode()
{
    if (!m_server.isEmpty() && m_state != State::Finishing && m_state != State::Done)
        start(true);
}

void SignInController::start(bool byCode)
{
    giveUp();
    m_errorWords.clear();
    setState(State::Looking);
    const QPointer<SignInController> self(this);
    const auto mine = [self, turn = m_turn] { return self && self->m_turn == turn; };
    LoginFlow::Hands hands;
    hands.openBrowser = [this, mine](const QUrl &address) {
        if (mine())
            sendToBrowser(address);
    };
    hands.askForCode = [this, mine]() -> Task<QString> {
        if (mine())
            return askForCode();
        return Error{ErrorKind::Cancelled, {}, {}, {}};
    };
    hands.cameBack = [this, mine] {
        if (mine())
            setState(State::Finishing);
    };
    m_flow = std::make_unique<LoginFlow>(m_engine.registry(), m_engine.accounts(), hands);
    const auto way = byCode ? LoginFlow::Way::PastedCode : LoginFlow::Way::Browser;
    m_flow->signIn(m_server, way).finally(this, [this, mine](const Result<Account> &account) {
        if (mine())
            ended(account);
    });
}

void SignInController::sendToBrowser(const QUrl &address)
{
    m_address = address;
    m_browserFailed = !m_openBrowser(address);
    setState(m_code ? State::Code : State::Browser);
}

void SignInController::openBrowserAgain()
{
    if (m_state != State::Browser && m_state != State::Code)
        return;
    m_browserFailed = !m_openBrowser(m_address);
    Q_EMIT changed();
}

Task<QString> SignInController::askForCode()
{
    m_code.emplace();
    return m_code->task();
}

void SignInController::useCode(const QString &code)
{
    if (code.trimmed().isEmpty())
        return;
    if (const auto asked = std::exchange(m_code, std::nullopt))
        asked->finish(code.trimmed());
}

void SignInController::cancel()
{
    giveUp();
    m_errorWords.clear();
    setState(State::Idle);
}

//! A flow may be on the stack: it goes when the event loop turns, and is not listened to meanwhile.
void SignInController::giveUp()
{
    ++m_turn;
    m_address.clear();
    m_browserFailed = false;
    if (m_flow)
        m_flow.release()->deleteLater();
    m_code.reset();
}

void SignInController::ended(const Result<Account> &account)
{
    giveUp();
    if (account.ok()) {
        setState(State::Done);
        Q_EMIT signedIn(account.value().id);
        return;
    }
    m_failure = account.error().kind;
    m_errorWords = Petrel::errorWords(account.error());
    if (m_failure == ErrorKind::Unsupported)
        checkKeychain();
    setState(State::Failed);
}

} // namespace Petrel
