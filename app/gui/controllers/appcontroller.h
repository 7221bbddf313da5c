// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "gui/controllers/composercontroller.h"
#include "gui/controllers/democontroller.h"
#include "gui/controllers/outboxcontroller.h"
#include "gui/controllers/signincontroller.h"
#include "gui/controllers/threadcontroller.h"
#include "gui/controllers/timelinecontroller.h"
#include "gui/controllers/weathercontroller.h"
#include "gui/models/accountsmodel.h"
#include "session/accountmanager.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>

namespace Petrel {

class AccountDesk;
class Engine;
class WishDesk;

//! Where everything that QML sees hangs: the singleton `App`. There before the profile is open, so that a
//! failure to open it is a page and not a silent end.
class AppController : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged)
    Q_PROPERTY(QString startError READ startError NOTIFY readyChanged)
    //! What opening the profile found that the person should know.
    Q_PROPERTY(QStringList notes READ notes NOTIFY notesChanged)
    Q_PROPERTY(Petrel::AccountsModel *accounts READ accounts NOTIFY readyChanged)
    Q_PROPERTY(bool hasAccounts READ hasAccounts NOTIFY accountsChanged)
    //! Id; empty = none.
    Q_PROPERTY(QString currentAccount READ currentAccount WRITE setCurrentAccount NOTIFY currentChanged)
    //! "home", "outbox", "signin" or "welcome"
    Q_PROPERTY(QString page READ page WRITE setPage NOTIFY pageChanged)
    Q_PROPERTY(Petrel::TimelineController *home READ home NOTIFY currentChanged)
    Q_PROPERTY(Petrel::ThreadController *thread READ thread NOTIFY threadChanged)
    Q_PROPERTY(Petrel::OutboxController *outbox READ outbox NOTIFY readyChanged)
    Q_PROPERTY(Petrel::ComposerController *composer READ composer NOTIFY currentChanged)
    Q_PROPERTY(Petrel::SignInController *signIn READ signIn NOTIFY readyChanged)
    Q_PROPERTY(Petrel::WeatherController *weather READ weather NOTIFY readyChanged)
    //! Null outside the demonstration.
    Q_PROPERTY(Petrel::DemoController *demo READ demo NOTIFY demoChanged)
    //! Whether there is a demonstration to try.
    Q_PROPERTY(bool demoOffered READ isDemoOffered NOTIFY demoChanged)
public:
    //! What the desktop does for the window.
    struct Hands {
        std::function<bool(const QUrl &)> openBrowser; //!< false where that did not work
        std::function<void(const QString &)> copyText;
        //! Starts the demonstration in a window of its own, false where that did not work; empty = there is none
        //! on this computer.
        std::function<bool()> startDemo = {};
    };

    explicit AppController(Hands hands, QObject *parent = nullptr);
    ~AppController() override;

    //! The profile is open: pages from now on. The engine must outlive the controller, or end() comes first.
    //! Call engine.start() before, whose task may still be under way, and begin() when it has ended.
    void open(Engine &engine);
    //! Tokens are read: asks the servers and sends what waits.
    void begin();
    //! The profile cannot be opened.
    void fail(const QString &words);
    //! Hands what is not written yet to the store, after asking the pages for theirs.
    void flush();
    //! Lets go of the engine.
    void end();
    //! Whether the person looks at the window; how often servers are asked follows it.
    void setWindowActive(bool active);
    void setDemo(DemoController *demo);

    [[nodiscard]] bool isReady() const { return m_engine != nullptr; }
    [[nodiscard]] QString startError() const { return m_startError; }
    [[nodiscard]] QStringList notes() const { return m_notes; }
    [[nodiscard]] AccountsModel *accounts() const { return m_accounts.get(); }
    [[nodiscard]] bool hasAccounts() const { return !m_desks.empty(); }
    [[nodiscard]] QString currentAccount() const { return m_current.value(); }
    void setCurrentAccount(const QString &id);
    [[nodiscard]] QString page() const { return m_page; }
    void setPage(const QString &page);
    [[nodiscard]] TimelineController *home();
    [[nodiscard]] ThreadController *thread() const { return m_thread.get(); }
    [[nodiscard]] OutboxController *outbox() const { return m_outbox.get(); }
    [[nodiscard]] ComposerController *composer();
    [[nodiscard]] SignInController *signIn() const { return m_signIn.get(); }
    [[nodiscard]] WeatherController *weather() const { return m_weather.get(); }
    [[nodiscard]] DemoController *demo() const { return m_demo; }
    [[nodiscard]] bool isDemoOffered() const { return !m_demo && m_hands.startDemo; }

    Q_INVOKABLE void dismissNotes();
    Q_INVOKABLE void openThread(const QString &uri);
    Q_INVOKABLE void closeThread();
    //! False where the scheme is not allowed, or nothing opens it.
    Q_INVOKABLE bool openLink(const QString &address);
    Q_INVOKABLE void tryDemo();
    Q_INVOKABLE void copyText(const QString &text);
    Q_INVOKABLE void removeAccount(const QString &id, bool force);
    Q_INVOKABLE void signOut(const QString &id);

Q_SIGNALS:
    void readyChanged();
    //! Whoever holds something back says it now.
    void flushing();
    void notesChanged();
    void accountsChanged();
    void currentChanged();
    void pageChanged();
    void threadChanged();
    void demoChanged();
    //! A short message.
    void said(const QString &words, bool isError);
    //! Open actions would be lost: the words say how many.
    void removalNeedsForce(const QString &id, const QString &words);

private:
    [[nodiscard]] AccountDesk *desk(const AccountId &account) const;
    void takeAccounts();
    void addDesk(const AccountId &account);
    void dropDesks();
    void goOn(const AccountId &account);
    void choose(const AccountId &account);
    void remember();
    [[nodiscard]] AccountId remembered() const;
    void look();
    void setPaces();
    void signedIn(const AccountId &account);
    void edit(const QString &action);
    void removed(const AccountId &account, const Result<AccountManager::Removal> &removal, bool force);
    void complain(const Error &error);
    [[nodiscard]] QString problemWords(const AccountId &account) const;

    Hands m_hands;
    Engine *m_engine = nullptr;
    QString m_startError;
    QStringList m_notes;
    QString m_page;
    AccountId m_current;
    bool m_begun = false;
    bool m_active = true;
    DemoController *m_demo = nullptr;
    std::unique_ptr<WishDesk> m_wishes;
    std::unique_ptr<AccountsModel> m_accounts;
    std::map<AccountId, std::unique_ptr<AccountDesk>> m_desks;
    std::unique_ptr<ThreadController> m_thread;
    std::unique_ptr<OutboxController> m_outbox;
    std::unique_ptr<SignInController> m_signIn;
    std::unique_ptr<WeatherController> m_weather;
};

} // namespace Petrel
