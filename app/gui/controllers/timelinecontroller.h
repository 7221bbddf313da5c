// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/timeline.h"
#include "gui/controllers/postcontroller.h"
#include "gui/controllers/readingplace.h"
#include "gui/models/timelinemodel.h"

namespace Petrel {

class AccountsModel;
class Engine;
class HomeRefresher;
struct RefreshReport;

//! One account's home timeline as a page: its model, how old it is, its gaps and where reading stopped.
class TimelineController : public PostController {
    Q_OBJECT
    Q_PROPERTY(Petrel::TimelineModel *model READ model CONSTANT)
    Q_PROPERTY(QString title READ title CONSTANT)
    Q_PROPERTY(bool refreshing READ isRefreshing NOTIFY stateChanged)
    //! "as of 13:40, server down since 13:42"
    Q_PROPERTY(QString ageWords READ ageWords NOTIFY stateChanged)
    //! Older than it should be: the server is away, or has not answered for a while.
    Q_PROPERTY(bool stale READ isStale NOTIFY stateChanged)
    Q_PROPERTY(bool everRead READ wasEverRead NOTIFY stateChanged)
    //! A page below the end of what is known is on its way.
    Q_PROPERTY(bool loadingOlder READ isLoadingOlder NOTIFY stateChanged)
    //! The server is known to have nothing below what is here.
    Q_PROPERTY(bool atEnd READ isAtEnd NOTIFY stateChanged)
    Q_PROPERTY(QString errorWords READ errorWords NOTIFY stateChanged)
    Q_PROPERTY(int newCount READ newCount NOTIFY newCountChanged)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY emptyChanged)
    //! Where reading stopped, here or before this start.
    Q_PROPERTY(QString restoredIdentity READ restoredIdentity NOTIFY placeSaved)
    Q_PROPERTY(double restoredOffset READ restoredOffset NOTIFY placeSaved)
public:
    //! All references must outlive it.
    TimelineController(Engine &engine, const AccountsModel &accounts, WishDesk &wishes,
                       HomeRefresher &refresher, const AccountId &account, QObject *parent = nullptr);

    [[nodiscard]] TimelineModel *model() { return &m_model; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool isRefreshing() const;
    [[nodiscard]] QString ageWords() const { return m_ageWords; }
    [[nodiscard]] bool isStale() const { return m_stale; }
    [[nodiscard]] bool wasEverRead() const { return m_refreshedAtMs != 0; }
    [[nodiscard]] bool isLoadingOlder() const { return m_loadingOlder; }
    [[nodiscard]] bool isAtEnd() const { return m_atEnd; }
    [[nodiscard]] QString errorWords() const;
    [[nodiscard]] int newCount() const { return m_model.newCount(); }
    [[nodiscard]] bool isEmpty() const { return m_model.count() == 0; }
    [[nodiscard]] QString restoredIdentity() const { return m_place.last().identity; }
    [[nodiscard]] double restoredOffset() const { return m_place.last().offsetPx; }

    Q_INVOKABLE void refresh();
    //! The end of what is known was reached: asks the server for what is below, again after each refresh
    //! until it has answered.
    Q_INVOKABLE void olderWanted();
    //! Fetches one page of what is missing below a row.
    Q_INVOKABLE void fillGap(const QString &identity);
    Q_INVOKABLE void savePlace(const QString &identity, double offsetPx);
    //! Hands what is not written yet to the store.
    void flush() { m_place.flush(); }

    //! The account or its session may have changed.
    void look();
    //! The weather may have changed, or the timeline.
    void lookAtAge();

Q_SIGNALS:
    void stateChanged();
    void newCountChanged();
    void emptyChanged();
    void placeSaved();
    void said(const QString &words, bool isError);

private:
    void refreshed();
    void askOlder();
    void olderCame(const Result<RefreshReport> &report);
    void walkBelow(qint64 segment, const QString &identity);

    Engine &m_engine;
    const AccountsModel &m_accounts;
    HomeRefresher &m_refresher;
    TimelineKey m_key;
    TimelineModel m_model;
    ReadingPlace m_place;
    bool m_walking = false;
    bool m_loadingOlder = false;
    int m_olderAsks = 0; //!< empty answers to be had before nothing older is expected; 0 = nothing is wanted
    bool m_atEnd = false;
    bool m_stale = false;
    qint64 m_refreshedAtMs = 0;
    QString m_ageWords;
};

} // namespace Petrel
