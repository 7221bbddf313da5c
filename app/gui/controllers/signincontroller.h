// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "domain/account.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace Petrel {

class Engine;
class LoginFlow;

//! One sign-in after another, as a page: from the server's name through the browser, or a pasted code, to the
//! account.
class SignInController : public QObject {
    Q_OBJECT
    //! "idle", "looking" (asking the server), "browser" (the person is in the browser), "code" (a code is to
    //! be pasted), "finishing", "failed", "done"
    Q_PROPERTY(QString state READ stateName NOTIFY changed)
    Q_PROPERTY(QString server READ server NOTIFY changed)
    Q_PROPERTY(QString errorWords READ errorWords NOTIFY changed)
    Q_PROPERTY(QString hintWords READ hintWords NOTIFY changed)
    //! To be opened in a browser; empty = none yet.
    Q_PROPERTY(QString address READ address NOTIFY changed)
    //! Why tokens cannot be kept here, and what to do; empty = they can.
    Q_PROPERTY(QString keychainWords READ keychainWords NOTIFY changed)
public:
    enum class State { Idle, Looking, Browser, Code, Finishing, Failed, Done };
    //! Opens an address in the person's browser; false where that did not work.
    using OpenBrowser = std::function<bool(const QUrl &)>;

    //! The engine must outlive it.
    SignInController(Engine &engine, OpenBrowser openBrowser, QObject *parent = nullptr);
    ~SignInController() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString stateName() const;
    [[nodiscard]] QString server() const { return m_server; }
    [[nodiscard]] QString errorWords() const { return m_errorWords; }
    [[nodiscard]] QString hintWords() const;
    [[nodiscard]] QString address() const { return QString::fromLatin1(m_address.toEncoded()); }
    [[nodiscard]] QString keychainWords() const { return m_keychainWords; }

    //! Looks whether tokens can be kept, so that nobody signs in for nothing. The desktop may ask the person
    //! to unlock its keychain: call it when the page is opened.
    void checkKeychain();

    Q_INVOKABLE void begin(const QString &server);
    //! What the server's page showed.
    Q_INVOKABLE void useCode(const QString &code);
    //! The browser does not come back: begins again by the way of a code.
    Q_INVOKABLE void preferCode();
    Q_INVOKABLE void openBrowserAgain();
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void changed();
    void signedIn(const Petrel::AccountId &account);

private:
    void start(bool byCode);
    void setState(State state);
    void sendToBrowser(const QUrl &address);
    [[nodiscard]] Task<QString> askForCode();
    void ended(const Result<Account> &account);
    void giveUp();

    Engine &m_engine;
    OpenBrowser m_openBrowser;
    State m_state = State::Idle;
    ErrorKind m_failure = ErrorKind::Cancelled;
    bool m_browserFailed = false;
    int m_turn = 0; //!< goes up with each flow begun or given up
    QString m_server;
    QString m_errorWords;
    QString m_keychainWords;
    QUrl m_address;
    std::optional<Promise<QString>> m_code;
    std::unique_ptr<LoginFlow> m_flow;
};

} // namespace Petrel
