// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QString>
#include <QVector>

#include <optional>

namespace Petrel::Fake {

//! What goes wrong with a request.
enum class FaultKind {
    // Nothing happens on the server
    Refuse, //!< "refuse": no connection (over sockets: cut before a byte of the answer; use setDown for a
    //!< true refusal)
    Hang, //!< "hang": taken, never answered, never carried out
    LateCommit, //!< "late-commit": never answered, carried out after delayMs
    DropBeforeCommit, //!< "drop-before-commit": connection cut, not carried out
    Status500, //!< "500": the program's own error document
    BadGateway, //!< "502": HTML of a proxy
    Unavailable, //!< "503": with Retry-After: retryAfterS (0 = without)
    GatewayTimeout, //!< "504": HTML of a proxy
    RateLimit, //!< "429": with rate headers, over in retryAfterS (0 = 300)
    Redirect, //!< "302": to `location`
    // The server carries it out, the answer suffers
    CommitThenDrop, //!< "commit-then-drop": connection cut without an answer
    CommitThenHang, //!< "commit-then-hang": no answer, connection stays
    CommitThenEmpty, //!< "commit-then-empty": 200 without a body
    CommitThen500, //!< "commit-then-500"
    CommitThen502, //!< "commit-then-502"
    CommitThen503, //!< "commit-then-503"
    CommitThenRedirect, //!< "commit-then-302"
    HalfBody, //!< "half-body": carried out; the connection ends in the middle of the announced body
    TruncatedJson, //!< "truncated-json": carried out; a whole answer whose JSON stops in the middle
    WrongContentType, //!< "wrong-content-type": carried out; the right document called text/html
    Slow, //!< "slow": carried out and answered after delayMs
    // The server treats the key or the token differently
    KeyIgnored, //!< "key-ignored"
    KeyForgotten, //!< "key-forgotten"
    KeyAnswers500, //!< "key-500"
    KeyBurnt, //!< "key-burnt"
    TokenRevoked, //!< "token-revoked": the request's token is revoked before it is looked at
};

//! One planned fault. The first planned one that fits a request is used up by it.
struct Fault {
    FaultKind kind = FaultKind::Status500;
    QString method; //!< "POST"; empty = any
    QString path; //!< "/api/v1/statuses", '*' stands for anything; empty = any; the query is not looked at
    QString user; //!< only requests with a token of this acct; empty = any
    int count = 1; //!< how many requests; -1 = for ever
    int skip = 0; //!< as many fitting requests pass unharmed first
    qint64 delayMs = 0; //!< Slow, LateCommit
    int retryAfterS = 0; //!< Unavailable, RateLimit
    QString location; //!< Redirect; empty = https://elsewhere.example/trap
};

//! The faults still to come. Programs read them from JSON:
//! [{"kind":"commit-then-drop","method":"POST","path":"/api/v1/statuses","count":1,"skip":0,
//!   "delayMs":0,"retryAfterS":0,"user":"alice","location":""}, …]; only "kind" must be there.
class FaultPlan {
public:
    void add(const Fault &fault) { m_faults.append(fault); }
    //! The common case: `count` requests of this method and path meet `kind`.
    void add(FaultKind kind, const QString &method, const QString &path, int count = 1);
    void clear() { m_faults.clear(); }
    [[nodiscard]] bool isEmpty() const { return m_faults.isEmpty(); }
    //! Faults planned and not yet used up (those for ever included): a test may demand that none is left.
    [[nodiscard]] QVector<Fault> remaining() const { return m_faults; }
    //! Takes what this request meets.
    [[nodiscard]] std::optional<Fault> take(const QString &method, const QString &path, const QString &user);
    //! Adds every fault of a list; false, nothing added and `words` set where one cannot be understood.
    bool addJson(const QJsonArray &list, QString *words);

private:
    QVector<Fault> m_faults;
};

[[nodiscard]] QString faultName(FaultKind kind);
[[nodiscard]] std::optional<FaultKind> faultFromName(const QString &name);
[[nodiscard]] QStringList faultNames();
//! True where the request is carried out although (or before) its answer fails.
[[nodiscard]] bool carriesOut(FaultKind kind);

} // namespace Petrel::Fake
