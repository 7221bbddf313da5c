// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capabilities.h"
#include "gui/controllers/answergift.h"
#include "gui/controllers/draftkeeper.h"
#include "outbox/outbox.h"

#include <QObject>
#include <QString>
#include <QVariantList>

#include <optional>

namespace Petrel {

class AccountsModel;
class AccountSession;
class Engine;

//! What one account is writing. Every change is on the disk at once (DraftKeeper) and is there again after
//! any end of the program; posting turns the draft into a wish in one commit. Nothing here waits for a
//! server.
class ComposerController : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(QString contentWarning READ contentWarning WRITE setContentWarning NOTIFY changed)
    Q_PROPERTY(bool warningShown READ isWarningShown WRITE setWarningShown NOTIFY changed)
    Q_PROPERTY(QString visibility READ visibility WRITE setVisibility NOTIFY changed)
    //! List of {value, words, explanation}: what the server honours.
    Q_PROPERTY(QVariantList visibilities READ visibilities NOTIFY accountChanged)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed)
    //! List of {value, words}.
    Q_PROPERTY(QVariantList languages READ languages CONSTANT)
    Q_PROPERTY(bool replyTo READ isReply NOTIFY changed)
    Q_PROPERTY(QString replyToHandle READ replyToHandle NOTIFY changed)
    Q_PROPERTY(QString replyToExcerpt READ replyToExcerpt NOTIFY changed)
    Q_PROPERTY(QString accountId READ accountIdText CONSTANT)
    Q_PROPERTY(QString handle READ handle NOTIFY accountChanged)
    Q_PROPERTY(QString colour READ colour NOTIFY accountChanged)
    Q_PROPERTY(QString avatar READ avatar NOTIFY accountChanged)
    //! Length by the server's own rules.
    Q_PROPERTY(int used READ used NOTIFY changed)
    Q_PROPERTY(int limit READ limit NOTIFY accountChanged)
    Q_PROPERTY(int remaining READ remaining NOTIFY changed)
    Q_PROPERTY(bool canPost READ canPost NOTIFY changed)
    Q_PROPERTY(QString whyNot READ whyNot NOTIFY changed)
    //! The server is away: what is posted now waits.
    Q_PROPERTY(bool willQueue READ willQueue NOTIFY changed)
    Q_PROPERTY(QString buttonWords READ buttonWords NOTIFY changed)
    Q_PROPERTY(QString savedWords READ savedWords NOTIFY changed)
    Q_PROPERTY(QString unsavedWords READ unsavedWords NOTIFY changed)
    Q_PROPERTY(bool posting READ isPosting NOTIFY changed)
    Q_PROPERTY(bool canWarn READ canWarn NOTIFY accountChanged)
    Q_PROPERTY(bool canLanguage READ canLanguage NOTIFY accountChanged)
public:
    //! All references must outlive it. Takes up the account's newest draft.
    ComposerController(Engine &engine, const AccountsModel &accounts, const AccountId &account,
                       QObject *parent = nullptr);

    [[nodiscard]] QString text() const { return m_draft.content.text; }
    void setText(const QString &text);
    [[nodiscard]] QString contentWarning() const { return m_draft.content.contentWarning; }
    void setContentWarning(const QString &warning);
    [[nodiscard]] bool isWarningShown() const { return m_draft.warningShown; }
    void setWarningShown(bool shown);
    [[nodiscard]] QString visibility() const;
    //! By its name; words that name none are ignored.
    void setVisibility(const QString &name);
    [[nodiscard]] QVariantList visibilities() const;
    [[nodiscard]] QString language() const { return m_draft.content.language; }
    void setLanguage(const QString &tag);
    [[nodiscard]] QVariantList languages();
    [[nodiscard]] bool isReply() const;
    [[nodiscard]] QString replyToHandle() const { return m_draft.subject.author; }
    [[nodiscard]] QString replyToExcerpt() const { return m_draft.subject.excerpt; }
    [[nodiscard]] QString accountIdText() const { return m_account.value(); }
    [[nodiscard]] QString handle() const;
    [[nodiscard]] QString colour() const;
    [[nodiscard]] QString avatar() const;
    [[nodiscard]] int used() const;
    [[nodiscard]] int limit() const;
    [[nodiscard]] int remaining() const { return limit() - used(); }
    [[nodiscard]] bool canPost() const;
    [[nodiscard]] QString whyNot() const;
    [[nodiscard]] bool willQueue() const;
    [[nodiscard]] QString buttonWords() const;
    [[nodiscard]] QString savedWords() const;
    [[nodiscard]] QString unsavedWords() const;
    [[nodiscard]] bool isPosting() const { return m_posting; }
    [[nodiscard]] bool canWarn() const;
    [[nodiscard]] bool canLanguage() const;

    Q_INVOKABLE void post();
    Q_INVOKABLE void clearReply();
    Q_INVOKABLE void discard();

    //! Begins to answer a post; what is written stays, and answers it from now on.
    void reply(const QString &uri);
    //! Takes a waiting post back out of the outbox, to be written on. Refused with words where other words
    //! are here.
    void takeBack(const ActionId &action);
    //! Hands what is not written yet to the store.
    void flush() { m_keeper.flush(); }
    //! The account, its session or the weather may have changed.
    void look();

Q_SIGNALS:
    void changed();
    void accountChanged();
    void posted();
    void focusWanted();
    void said(const QString &words, bool isError);

private:
    [[nodiscard]] AccountSession *session() const;
    [[nodiscard]] Capabilities capabilities() const;
    [[nodiscard]] PostContent content() const;
    [[nodiscard]] bool holdsOwnWords() const;
    [[nodiscard]] std::optional<Error> refusal() const;
    void edited();
    void prefill(const QString &uri);
    void queued(bool typedOn);
    void refused(const Draft &asked, const Error &error);
    [[nodiscard]] Draft following();
    void lookAtWeather();
    void takenBack(const Result<Draft> &draft);
    [[nodiscard]] Visibility usualVisibility() const;
    [[nodiscard]] QString usualLanguage() const;
    void takeUsual();
    void begin();
    void kept();
    void complain(const Error &error);

    Engine &m_engine;
    const AccountsModel &m_accounts;
    AccountId m_account;
    DraftKeeper m_keeper;
    QVariantList m_languages;
    Draft m_draft;
    Visibility m_usual = Visibility::Public; //!< how the account posts by default, as last looked at
    AnswerGift m_gift; //!< what we put there, not the person
    bool m_posting = false;
    bool m_away = false; //!< the server is
};

} // namespace Petrel
