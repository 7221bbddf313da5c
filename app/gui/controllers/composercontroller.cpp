// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/composercontroller.h"

#include "base/clock.h"
#include "domain/replyopening.h"
#include "domain/words.h"
#include "gui/controllers/languagelist.h"
#include "gui/controllers/weathercontroller.h"
#include "gui/models/accountsmodel.h"
#include "gui/models/identitycolour.h"
#include "gui/models/styledtext.h"
#include "session/engine.h"
#include "session/refusal.h"
#include "session/target.h"
#include "store/actionstore.h"
#include "store/poststore.h"
#include "weather/outagedetector.h"

namespace Petrel {

namespace {

QString nameOf(Visibility visibility)
{
    switch (visibility) {
    case Visibility::Public:
        return ComposerController::tr("Public");
    case Visibility::Unlisted:
        return ComposerController::tr("Unlisted");
    case Visibility::Followers:
        return ComposerController::tr("Followers");
    case Visibility::Direct:
        return ComposerController::tr("Mentioned people");
    case Visibility::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

QString explanationOf(Visibility visibility)
{
    switch (visibility) {
    case Visibility::Public:
        return ComposerController::tr("Everybody can see it and come across it.");
    case Visibility::Unlisted:
        return ComposerController::tr("Everybody can see it, but it is not in public timelines.");
    case Visibility::Followers:
        return ComposerController::tr("Your followers and the people you mention can see it.");
    case Visibility::Direct:
        return ComposerController::tr("Only the people you mention can see it.");
    case Visibility::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

QString withoutEndingLines(QString text)
{
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

} // namespace

ComposerController::ComposerController(Engine &engine, const AccountsModel &accounts,
                                       const AccountId &account, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_accounts(accounts),
      m_account(account),
      m_keeper(engine.store(), engine.clock())
{
    connect(&m_keeper, &DraftKeeper::changed, this, &ComposerController::kept);
    // What the log says of an outage comes a moment after the weather itself.
    connect(&engine.store(), &Store::changed, this, [this](const ChangeSet &changes) {
        if (!changes.weather)
            return;
        lookAtWeather();
        Q_EMIT changed();
    });
    lookAtWeather();
    begin();
}

//! As the window shows it, which knows of an outage from before this start.
void ComposerController::lookAtWeather()
{
    const auto account = m_engine.accounts().account(m_account);
    const WeatherState state = account ? serverReports(m_engine)(account->host).state : WeatherState::Clear;
    m_away = state == WeatherState::Down || state == WeatherState::RateLimited;
}

//! With what was left unfinished, or with nothing.
void ComposerController::begin()
{
    m_gift.forget();
    if (auto kept = m_keeper.newest(m_account)) {
        m_draft = *kept;
    } else {
        m_draft = following();
    }
    Q_EMIT changed();
}

//! With nothing, but as the person writes.
Draft ComposerController::following()
{
    Draft next = m_keeper.blank(m_account);
    next.content.visibility = m_usual = usualVisibility();
    next.content.language = m_draft.id.isEmpty() ? usualLanguage() : m_draft.content.language;
    return next;
}

//! A post taken back while other words stood here waits until they are gone.
void ComposerController::kept()
{
    if (m_keeper.isSaved() && !m_posting && !DraftKeeper::holdsWords(m_draft) && !isReply()) {
        if (const auto other = m_keeper.newest(m_account); other && other->id != m_draft.id) {
            m_draft = *other;
            m_gift.forget();
        }
    }
    Q_EMIT changed();
}

AccountSession *ComposerController::session() const
{
    return m_engine.accounts().session(m_account);
}

Capabilities ComposerController::capabilities() const
{
    const auto *known = session();
    return known ? known->capabilities() : Capabilities{};
}

void ComposerController::edited()
{
    m_keeper.keep(m_draft);
    Q_EMIT changed();
}

void ComposerController::setText(const QString &text)
{
    if (text == m_draft.content.text)
        return;
    m_draft.content.text = text;
    edited();
}

void ComposerController::setContentWarning(const QString &warning)
{
    if (warning == m_draft.content.contentWarning)
        return;
    m_gift.warningEdited();
    m_draft.content.contentWarning = warning;
    edited();
}

void ComposerController::setWarningShown(bool shown)
{
    if (shown == m_draft.warningShown)
        return;
    m_gift.warningShown(shown);
    m_draft.warningShown = shown;
    edited();
}

QString ComposerController::visibility() const
{
    return visibilityName(m_draft.content.visibility);
}

void ComposerController::setVisibility(const QString &name)
{
    const auto wanted = visibilityFromName(name);
    if (!wanted)
        return;
    m_gift.visibilityChosen();
    if (*wanted == m_draft.content.visibility)
        return;
    m_draft.content.visibility = *wanted;
    edited();
}

QVariantList ComposerController::visibilities() const
{
    QVariantList list;
    for (const Visibility visibility : capabilities().visibilities)
        list.append(QVariantMap{{QStringLiteral("value"), visibilityName(visibility)},
                                {QStringLiteral("words"), nameOf(visibility)},
                                {QStringLiteral("explanation"), explanationOf(visibility)}});
    return list;
}

void ComposerController::setLanguage(const QString &tag)
{
    if (tag == m_draft.content.language)
        return;
    m_draft.content.language = tag;
    edited();
}

//! Made when it is first looked at: going through every language there is would hold up the start.
QVariantList ComposerController::languages()
{
    if (m_languages.isEmpty())
        m_languages = languageList(QStringList{usualLanguage()} + desktopLanguages());
    return m_languages;
}

bool ComposerController::isReply() const
{
    const Subject &subject = m_draft.subject;
    return !subject.uri.isNull() || !subject.url.isEmpty() || !m_draft.dependsOn.isNull();
}

QString ComposerController::handle() const
{
    const auto account = m_engine.accounts().account(m_account);
    return account ? account->handle : QString();
}

QString ComposerController::colour() const
{
    const auto account = m_engine.accounts().account(m_account);
    return identityColour(account ? account->colour : 0);
}

QString ComposerController::avatar() const
{
    return avatarSource(m_accounts.avatarUrl(m_account));
}

bool ComposerController::canWarn() const
{
    return capabilities().contentWarning;
}

bool ComposerController::canLanguage() const
{
    return capabilities().language;
}

//! What would be posted: a warning whose field is closed is kept, but not meant.
PostContent ComposerController::content() const
{
    PostContent content = m_draft.content;
    content.text = withoutEndingLines(content.text);
    if (!m_draft.warningShown || !canWarn())
        content.contentWarning.clear();
    if (!canLanguage())
        content.language.clear();
    return content;
}

int ComposerController::used() const
{
    const PostContent now = content();
    return countCharacters(capabilities().text, now.text, now.contentWarning);
}

int ComposerController::limit() const
{
    return capabilities().text.maxCharacters;
}

std::optional<Error> ComposerController::refusal() const
{
    const auto *known = session();
    if (!known)
        return m_engine.accounts().problem(m_account).value_or(Error{ErrorKind::Unsupported, {}, {}, {}});
    return whyNotPost(*known, content());
}

bool ComposerController::canPost() const
{
    return !m_posting && !content().text.isEmpty() && !refusal();
}

QString ComposerController::whyNot() const
{
    if (content().text.isEmpty())
        return {};
    const auto refused = refusal();
    return refused ? errorWords(*refused) : QString();
}

bool ComposerController::willQueue() const
{
    const auto account = m_engine.accounts().account(m_account);
    const auto *known = session();
    if (!account || !known || account->signedOut || account->paused || !known->hasToken())
        return true;
    return m_away;
}

QString ComposerController::buttonWords() const
{
    return willQueue() ? tr("Queue") : tr("Post");
}

QString ComposerController::savedWords() const
{
    if (m_keeper.error() || !DraftKeeper::holdsWords(m_draft) || !m_keeper.isSaved())
        return {};
    return tr("Saved on this computer");
}

QString ComposerController::unsavedWords() const
{
    const auto &error = m_keeper.error();
    return error ? tr("Not saved: %1").arg(errorWords(*error)) : QString();
}

Visibility ComposerController::usualVisibility() const
{
    const auto account = m_engine.accounts().account(m_account);
    return account ? account->defaultVisibility : Visibility::Public;
}

QString ComposerController::usualLanguage() const
{
    const auto account = m_engine.accounts().account(m_account);
    return account && !account->defaultLanguage.isEmpty() ? account->defaultLanguage : desktopLanguage();
}

//! The server told how the account posts: an empty composer that nobody has set otherwise follows.
void ComposerController::takeUsual()
{
    const Visibility former = std::exchange(m_usual, usualVisibility());
    m_gift.usualChanged(former, m_usual);
    if (former != m_usual && m_draft.content.visibility == former && !DraftKeeper::holdsWords(m_draft)
        && !isReply())
        m_draft.content.visibility = m_usual;
}

void ComposerController::look()
{
    lookAtWeather();
    takeUsual();
    Q_EMIT accountChanged();
    Q_EMIT changed();
}

void ComposerController::complain(const Error &error)
{
    if (error.kind != ErrorKind::Cancelled)
        Q_EMIT said(errorWords(error), true);
}

void ComposerController::post()
{
    if (!canPost())
        return;
    NewAction wish;
    wish.account = m_account;
    wish.kind = ActionKind::Publish;
    wish.content = content();
    wish.subject = m_draft.subject;
    wish.dependsOn = m_draft.dependsOn;
    wish.draft = m_draft.id;
    m_posting = true;
    m_keeper.hold();
    // What is typed from now on is the next post.
    const Draft next = following();
    const Draft asked = std::exchange(m_draft, next);
    m_gift.forget();
    Q_EMIT changed();
    m_engine.outbox().enqueue(wish).finally(this, [this, asked, next](const Result<Action> &action) {
        m_posting = false;
        if (action.ok())
            queued(m_draft != next);
        else
            refused(asked, action.error());
    });
}

void ComposerController::queued(bool typedOn)
{
    if (!typedOn)
        m_keeper.forget();
    m_keeper.release();
    if (!typedOn)
        begin();
    else
        Q_EMIT changed();
    Q_EMIT posted();
}

//! The words come back, before those that were typed since.
void ComposerController::refused(const Draft &asked, const Error &error)
{
    const QString since = m_draft.content.text;
    m_draft = asked;
    if (!since.isEmpty())
        m_draft.content.text += QLatin1Char('\n') + since;
    // Before the keeper may write again: what was typed since is part of this draft now and no second one.
    edited();
    m_keeper.release();
    complain(error);
}

void ComposerController::clearReply()
{
    if (!isReply())
        return;
    m_draft.subject = {};
    m_draft.dependsOn = {};
    // What was written for a few is not shown to more by itself.
    if (m_gift.holdsOwnText(m_draft))
        m_gift.visibilityChosen();
    m_gift.takeOut(m_draft);
    edited();
}

void ComposerController::discard()
{
    Draft empty = m_keeper.blank(m_account);
    empty.id = m_draft.id;
    empty.content.visibility = usualVisibility();
    empty.content.language = m_draft.content.language;
    m_gift.forget();
    m_draft = empty;
    edited();
}

bool ComposerController::holdsOwnWords() const
{
    return m_gift.holdsOwnText(m_draft) || m_gift.holdsOwnWarning(m_draft);
}

void ComposerController::reply(const QString &uri)
{
    const auto account = m_engine.accounts().account(m_account);
    if (!account)
        return;
    QString address = uri;
    // A post of our own that still waits is named by its wish.
    const auto ghost = ActionStore(m_engine.store().reader()).findByUid(uri);
    if (ghost.ok() && ghost.value())
        address = QStringLiteral("outbox:%1").arg(ghost.value()->id.value());
    const auto target = findTarget(m_engine.store(), *account, address);
    if (!target.ok())
        return complain(target.error());
    // What another post brought is not for this one.
    if (!m_gift.holdsOwnText(m_draft))
        m_gift.takeOut(m_draft);
    m_draft.subject = target.value().subject;
    m_draft.dependsOn = target.value().ghost;
    if (const auto &parent = target.value().visibility)
        m_gift.giveVisibility(m_draft, replyVisibility(*parent, m_draft.content.visibility, capabilities()));
    prefill(uri);
    edited();
    Q_EMIT focusWanted();
}

void ComposerController::prefill(const QString &uri)
{
    if (m_gift.holdsOwnText(m_draft))
        return;
    const auto found = PostStore(m_engine.store().reader()).findByAddress(uri, m_account);
    const std::optional<Post> parent = found.ok() ? found.value() : std::nullopt;
    m_gift.giveText(m_draft, parent ? replyOpening(*parent, handle()) : QString());
    if (parent && canWarn() && !parent->contentWarning.isEmpty() && !m_gift.holdsOwnWarning(m_draft))
        m_gift.giveWarning(m_draft, parent->contentWarning);
}

void ComposerController::takeBack(const ActionId &action)
{
    if (holdsOwnWords() || m_posting) {
        Q_EMIT said(tr("There is another text in the composer. Post it or discard it first."), true);
        Q_EMIT focusWanted();
        return;
    }
    // Under a name of its own: whatever is typed meanwhile overwrites nothing.
    m_engine.outbox()
        .takeBack(action, m_keeper.blank(m_account).id)
        .finally(this, [this](const Result<Draft> &draft) { takenBack(draft); });
}

void ComposerController::takenBack(const Result<Draft> &draft)
{
    if (!draft.ok())
        return complain(draft.error());
    if (holdsOwnWords()) {
        Q_EMIT said(tr("The post is a draft again. It comes back when the composer is empty."), false);
        return;
    }
    // What was only begun for the person goes.
    discard();
    m_draft = draft.value();
    Q_EMIT changed();
    Q_EMIT focusWanted();
}

} // namespace Petrel
