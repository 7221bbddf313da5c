// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/appcontroller.h"

#include "base/logging.h"
#include "domain/words.h"
#include "gui/controllers/accountdesk.h"
#include "gui/controllers/postcontextof.h"
#include "gui/controllers/threadsource.h"
#include "gui/controllers/wishdesk.h"
#include "session/engine.h"
#include "store/actionstore.h"
#include "store/keyvalues.h"
#include "weather/outagedetector.h"

#include <QUrl>

namespace Petrel {

namespace {

constexpr QLatin1String accountKey{"window.account"};

QString homePage()
{
    return QStringLiteral("home");
}

QString welcomePage()
{
    return QStringLiteral("welcome");
}

QString signInPage()
{
    return QStringLiteral("signin");
}

} // namespace

AppController::AppController(Hands hands, QObject *parent)
    : QObject(parent),
      m_hands(std::move(hands)),
      m_page(welcomePage())
{ }

AppController::~AppController()
{
    end();
}

void AppController::fail(const QString &words)
{
    m_startError = words;
    Q_EMIT readyChanged();
}

void AppController::open(Engine &engine)
{
    m_engine = &engine;
    m_startError.clear();
    m_notes = engine.notes();
    m_wishes = std::make_unique<WishDesk>(engine);
    connect(m_wishes.get(), &WishDesk::said, this, &AppController::said);
    m_accounts = std::make_unique<AccountsModel>(
        engine.store(), engine.clock(),
        AccountsModel::Asked{serverReports(engine),
                             [this](const AccountId &account) { return problemWords(account); }});
    m_outbox = std::make_unique<OutboxController>(engine, *m_wishes);
    connect(m_outbox.get(), &OutboxController::editWanted, this, &AppController::edit);
    m_signIn = std::make_unique<SignInController>(engine, m_hands.openBrowser);
    connect(m_signIn.get(), &SignInController::signedIn, this, &AppController::signedIn);
    m_weather = std::make_unique<WeatherController>(engine, *m_wishes);
    connect(m_weather.get(), &WeatherController::askWanted, this, [this](const ServerHost &host) {
        for (const auto &[id, desk] : m_desks) {
            const auto account = m_engine->accounts().account(id);
            if (account && account->host == host)
                desk->refresher().refresh();
        }
    });
    connect(&engine.accounts(), &AccountManager::changed, this, &AppController::takeAccounts);
    connect(&engine.weather(), &OutageDetector::changed, this, &AppController::look);
    takeAccounts();
    setPage(hasAccounts() ? homePage() : welcomePage());
    Q_EMIT notesChanged();
    Q_EMIT readyChanged();
}

void AppController::begin()
{
    m_begun = true;
    takeAccounts();
}

void AppController::end()
{
    if (!m_engine)
        return;
    m_engine->accounts().disconnect(this);
    m_engine->weather().disconnect(this);
    m_engine = nullptr;
    m_current = {};
    // QML lets go of what it shows before that is destroyed.
    auto desks = std::exchange(m_desks, {});
    const auto thread = std::move(m_thread);
    const auto outbox = std::move(m_outbox);
    const auto signIn = std::move(m_signIn);
    const auto weather = std::move(m_weather);
    const auto accounts = std::move(m_accounts);
    Q_EMIT currentChanged();
    Q_EMIT threadChanged();
    Q_EMIT readyChanged();
    desks.clear();
}

void AppController::flush()
{
    Q_EMIT flushing();
    for (const auto &[id, desk] : m_desks)
        desk->flush();
}

AccountDesk *AppController::desk(const AccountId &account) const
{
    const auto found = m_desks.find(account);
    return found == m_desks.end() ? nullptr : found->second.get();
}

TimelineController *AppController::home()
{
    auto *current = desk(m_current);
    return current ? &current->home() : nullptr;
}

ComposerController *AppController::composer()
{
    auto *current = desk(m_current);
    return current ? &current->composer() : nullptr;
}

//! Somebody came, went, or is no longer what he was.
void AppController::takeAccounts()
{
    for (const Account &account : m_engine->accounts().accounts()) {
        if (!desk(account.id))
            addDesk(account.id);
        if (m_begun)
            goOn(account.id);
    }
    dropDesks();
    if (!desk(m_current))
        choose(remembered());
    m_accounts->refresh();
    for (const auto &[id, desk] : m_desks)
        desk->look();
    if (m_thread)
        m_thread->setContext(postContextOf(*m_engine, *m_accounts, m_thread->account()));
    if (!hasAccounts() && m_page != signInPage())
        setPage(welcomePage());
    Q_EMIT accountsChanged();
}

void AppController::addDesk(const AccountId &account)
{
    auto desk = std::make_unique<AccountDesk>(*m_engine, *m_accounts, *m_wishes, account);
    connect(desk.get(), &AccountDesk::said, this, &AppController::said);
    connect(desk.get(), &AccountDesk::editWanted, this, &AppController::edit);
    // From wherever it is wanted: what is not shown must not have the keyboard.
    connect(desk.get(), &AccountDesk::writingWanted, this, [this] { setPage(homePage()); });
    connect(desk.get(), &AccountDesk::replyWanted, this, [this](const AccountId &id, const QString &uri) {
        if (auto *writing = this->desk(id))
            writing->composer().reply(uri);
    });
    m_desks.emplace(account, std::move(desk));
}

void AppController::dropDesks()
{
    for (auto place = m_desks.begin(); place != m_desks.end();) {
        if (m_engine->accounts().account(place->first)) {
            ++place;
            continue;
        }
        const AccountId gone = place->first;
        // QML lets go of it first.
        place->second.release()->deleteLater();
        place = m_desks.erase(place);
        if (gone == m_current)
            choose({});
    }
}

//! Lets an account's queue go out and its home be read, once its session is there.
void AppController::goOn(const AccountId &account)
{
    auto *session = m_engine->accounts().session(account);
    if (!session || !session->hasToken() || session->isSending())
        return;
    session->startSending();
    desk(account)->refresher().begin();
}

AccountId AppController::remembered() const
{
    auto kept = KeyValues::journal(m_engine->store().reader()).text(accountKey);
    const AccountId last(kept.ok() ? kept.value() : QString());
    const auto &all = m_engine->accounts().accounts();
    if (desk(last) || all.isEmpty())
        return last;
    return all.first().id;
}

void AppController::remember()
{
    auto written = m_engine->store().journal(
        [id = m_current.value()](JournalTx &tx) { return KeyValues::journal(tx.db).set(accountKey, id); });
    written.finally(this, [](const Result<Unit> &result) {
        if (!result.ok())
            qCWarning(logStore) << "the current account cannot be kept:" << result.error().detail;
    });
}

void AppController::choose(const AccountId &account)
{
    const AccountId chosen = desk(account) ? account : AccountId();
    if (chosen == m_current)
        return;
    closeThread();
    m_current = chosen;
    m_accounts->setCurrent(chosen);
    setPaces();
    Q_EMIT currentChanged();
}

void AppController::setCurrentAccount(const QString &id)
{
    if (!m_engine || !desk(AccountId(id)) || m_current.value() == id)
        return;
    choose(AccountId(id));
    remember();
}

void AppController::setPage(const QString &page)
{
    if (page == m_page)
        return;
    if (m_signIn && page == signInPage())
        m_signIn->checkKeychain();
    if (m_signIn && m_page == signInPage())
        m_signIn->cancel();
    m_page = page;
    Q_EMIT pageChanged();
}

void AppController::setWindowActive(bool active)
{
    m_active = active;
    setPaces();
}

void AppController::setPaces()
{
    for (const auto &[id, desk] : m_desks)
        desk->refresher().setPace(m_active && id == m_current ? HomeRefresher::Pace::Watched
                                                              : HomeRefresher::Pace::Background);
}

void AppController::look()
{
    m_accounts->refresh();
    for (const auto &[id, desk] : m_desks)
        desk->lookAtWeather();
    if (m_thread)
        m_thread->look();
}

void AppController::setDemo(DemoController *demo)
{
    m_demo = demo;
    Q_EMIT demoChanged();
}

void AppController::dismissNotes()
{
    m_notes.clear();
    Q_EMIT notesChanged();
}

void AppController::openThread(const QString &uri)
{
    if (!m_engine || !desk(m_current))
        return;
    const auto before = std::move(m_thread);
    m_thread = std::make_unique<ThreadController>(m_engine->store(), *m_wishes,
                                                  postContextOf(*m_engine, *m_accounts, m_current), uri,
                                                  threadSource(*m_engine, m_current, PostUri(uri)));
    auto *current = desk(m_current);
    connect(m_thread.get(), &PostController::replyWanted, current, &AccountDesk::replyWanted);
    connect(m_thread.get(), &PostController::editWanted, this, &AppController::edit);
    Q_EMIT threadChanged();
}

void AppController::closeThread()
{
    if (!m_thread)
        return;
    const auto before = std::move(m_thread);
    Q_EMIT threadChanged();
}

bool AppController::openLink(const QString &address)
{
    return isOpenableLink(address) && m_hands.openBrowser(QUrl(address));
}

void AppController::tryDemo()
{
    if (!isDemoOffered())
        return;
    if (m_hands.startDemo())
        Q_EMIT said(tr("The demonstration opens in a window of its own."), false);
    else
        Q_EMIT said(tr("The demonstration could not be started."), true);
}

void AppController::copyText(const QString &text)
{
    m_hands.copyText(text);
}

void AppController::signedIn(const AccountId &account)
{
    setCurrentAccount(account.value());
    if (auto *current = desk(account))
        current->refresher().refresh();
    setPage(homePage());
}

void AppController::signOut(const QString &id)
{
    m_engine->accounts().signOut(AccountId(id)).finally(this, [this](const Result<Unit> &result) {
        if (!result.ok())
            complain(result.error());
    });
}

void AppController::removeAccount(const QString &id, bool force)
{
    const AccountId account(id);
    m_engine->accounts()
        .remove(account, force)
        .finally(this, [this, account, force](const Result<AccountManager::Removal> &removal) {
            removed(account, removal, force);
        });
}

void AppController::removed(const AccountId &account, const Result<AccountManager::Removal> &removal,
                            bool force)
{
    if (!removal.ok() && removal.error().kind == ErrorKind::Conflict && !force)
        return Q_EMIT removalNeedsForce(account.value(), errorWords(removal.error()));
    if (!removal.ok())
        return complain(removal.error());
    const QString handle = removal.value().account.handle;
    if (const auto &notRevoked = removal.value().notRevoked)
        Q_EMIT said(
            tr("%1 is removed, but the server could not be told (%2). To revoke the token there too, use "
               "the list of apps in the account's settings on the server.")
                .arg(handle, errorWords(*notRevoked)),
            true);
    else
        Q_EMIT said(tr("%1 is removed.").arg(handle), false);
}

void AppController::edit(const QString &action)
{
    const auto found = ActionStore(m_engine->store().reader()).find(actionIdOf(action));
    if (!found.ok())
        return complain(found.error());
    setCurrentAccount(found.value().account.value());
    if (auto *writing = desk(found.value().account))
        writing->composer().takeBack(found.value().id);
}

void AppController::complain(const Error &error)
{
    if (error.kind != ErrorKind::Cancelled)
        Q_EMIT said(errorWords(error), true);
}

QString AppController::problemWords(const AccountId &account) const
{
    const auto known = m_engine->accounts().account(account);
    if (known && known->signedOut)
        return tr("Signed out. Sign in again to go on.");
    if (const auto problem = m_engine->accounts().problem(account))
        return errorWords(*problem);
    if (known && known->paused)
        return tr("Paused after repeated crashes: look at the outbox.");
    return {};
}

} // namespace Petrel
