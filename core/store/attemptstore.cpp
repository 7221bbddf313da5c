// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attemptstore.h"

#include "store/sqlrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Petrel {

namespace {

const QString attemptColumns = QStringLiteral(
    "id, action, number, payload, key, baseline, started_at, ended_at, ending, words, server_date");

template <typename T> QJsonArray textsToJson(const QVector<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(value.value());
    return array;
}

template <typename T> QVector<T> textsFromJson(const QJsonValue &json)
{
    QVector<T> values;
    for (const auto &value : json.toArray())
        values.append(T(value.toString()));
    return values;
}

QString packJson(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<QJsonObject> unpackJson(const QString &text)
{
    const auto document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return Error{ErrorKind::Storage, {}, QStringLiteral("unreadable note of an attempt"), {}};
    return document.object();
}

QString packBaseline(const Baseline &baseline)
{
    return packJson({{QStringLiteral("takenAt"), baseline.takenAtMs},
                     {QStringLiteral("uris"), textsToJson(baseline.uris)},
                     {QStringLiteral("newest"), baseline.newestMs},
                     {QStringLiteral("reachedStart"), baseline.reachedStart}});
}

Result<Baseline> unpackBaseline(const QString &text)
{
    auto json = unpackJson(text);
    if (!json.ok())
        return json.error();
    const QJsonObject &object = json.value();
    Baseline baseline;
    baseline.takenAtMs = object.value(QStringLiteral("takenAt")).toInteger();
    baseline.uris = textsFromJson<PostUri>(object.value(QStringLiteral("uris")));
    baseline.newestMs = object.value(QStringLiteral("newest")).toInteger();
    baseline.reachedStart = object.value(QStringLiteral("reachedStart")).toBool();
    return baseline;
}

QString packCheck(const Check &check)
{
    return packJson({{QStringLiteral("negativeRounds"), check.negativeRounds},
                     {QStringLiteral("blindRounds"), check.blindRounds},
                     {QStringLiteral("firstRoundAt"), check.firstRoundAtMs},
                     {QStringLiteral("lastRoundAt"), check.lastRoundAtMs},
                     {QStringLiteral("uptime"), check.uptimeMs}});
}

Result<Check> unpackCheck(const ActionId &action, const QString &text)
{
    auto json = unpackJson(text);
    if (!json.ok())
        return json.error();
    const QJsonObject &object = json.value();
    Check check;
    check.action = action;
    check.negativeRounds = object.value(QStringLiteral("negativeRounds")).toInt();
    check.blindRounds = object.value(QStringLiteral("blindRounds")).toInt();
    check.firstRoundAtMs = object.value(QStringLiteral("firstRoundAt")).toInteger();
    check.lastRoundAtMs = object.value(QStringLiteral("lastRoundAt")).toInteger();
    check.uptimeMs = object.value(QStringLiteral("uptime")).toInteger();
    return check;
}

Result<Attempt> attemptAt(const Statement &row)
{
    const auto ending = attemptEndingFromName(row.text(8));
    auto baseline = unpackBaseline(row.text(5));
    if (!baseline.ok())
        return baseline.error();
    if (!ending)
        return Error{
            ErrorKind::Storage, {}, QStringLiteral("attempt %1 ended unknown").arg(row.integer(0)), {}};
    Attempt attempt;
    attempt.id = row.integer(0);
    attempt.action = ActionId(row.integer(1));
    attempt.number = int(row.integer(2));
    attempt.payload = row.bytes(3);
    attempt.key = row.text(4);
    attempt.baseline = baseline.take();
    attempt.startedAtMs = row.integer(6);
    attempt.endedAtMs = row.integer(7);
    attempt.ending = *ending;
    attempt.words = row.text(9);
    attempt.serverDateMs = row.integer(10);
    return attempt;
}

void bindAttempt(Statement &write, const Attempt &attempt)
{
    write.bind(attempt.action).bind(attempt.number).bind(attempt.payload).bind(attempt.key);
    write.bind(packBaseline(attempt.baseline)).bind(attempt.startedAtMs).bind(attempt.endedAtMs);
    write.bind(attemptEndingName(attempt.ending)).bind(attempt.words).bind(attempt.serverDateMs);
}

} // namespace

Result<Unit> AttemptStore::insert(Attempt &attempt)
{
    Statement write =
        m_db.statement(QStringLiteral("INSERT INTO attempt (%1) VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                           .arg(attemptColumns));
    bindAttempt(write, attempt);
    if (auto done = write.run(); !done.ok())
        return done.error();
    attempt.id = write.insertedId();
    return Unit{};
}

Result<Unit> AttemptStore::update(const Attempt &attempt)
{
    Statement write = m_db.statement(
        QStringLiteral("UPDATE attempt SET action = ?, number = ?, payload = ?, key = ?, baseline = ?, "
                       "started_at = ?, ended_at = ?, ending = ?, words = ?, server_date = ? WHERE id = ?"));
    bindAttempt(write, attempt);
    write.bind(attempt.id);
    auto done = write.run();
    if (!done.ok())
        return done.error();
    if (done.value() == 0)
        return Error{ErrorKind::NotFound, {}, QStringLiteral("no attempt %1").arg(attempt.id), {}};
    return Unit{};
}

Result<QVector<Attempt>> AttemptStore::of(const ActionId &action)
{
    Statement read = m_db.statement(
        QStringLiteral("SELECT %1 FROM attempt WHERE action = ? ORDER BY number").arg(attemptColumns));
    read.bind(action);
    QVector<Attempt> attempts;
    for (;;) {
        auto row = read.step();
        if (!row.ok())
            return row.error();
        if (!row.value())
            return attempts;
        auto attempt = attemptAt(read);
        if (!attempt.ok())
            return attempt.error();
        attempts.append(attempt.take());
    }
}

Result<std::optional<Attempt>> AttemptStore::last(const ActionId &action)
{
    Statement read =
        m_db.statement(QStringLiteral("SELECT %1 FROM attempt WHERE action = ? ORDER BY number DESC LIMIT 1")
                           .arg(attemptColumns));
    read.bind(action);
    auto row = read.step();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return std::optional<Attempt>{};
    auto attempt = attemptAt(read);
    if (!attempt.ok())
        return attempt.error();
    return std::optional<Attempt>{attempt.take()};
}

Result<std::optional<Check>> AttemptStore::check(const ActionId &action)
{
    Statement read = m_db.statement(QStringLiteral("SELECT state FROM \"check\" WHERE action = ?"));
    read.bind(action);
    auto row = read.step();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return std::optional<Check>{};
    auto check = unpackCheck(action, read.text(0));
    if (!check.ok())
        return check.error();
    return std::optional<Check>{check.take()};
}

Result<Unit> AttemptStore::saveCheck(const Check &check)
{
    return runSql(m_db,
                  QStringLiteral("INSERT INTO \"check\" (action, state) VALUES (?, ?) "
                                 "ON CONFLICT (action) DO UPDATE SET state = excluded.state"),
                  check.action, packCheck(check));
}

Result<Unit> AttemptStore::dropCheck(const ActionId &action)
{
    return runSql(m_db, QStringLiteral("DELETE FROM \"check\" WHERE action = ?"), action);
}

Result<QVector<Watch>> AttemptStore::watches(const AccountId &account)
{
    Statement read = m_db.statement(QStringLiteral(
        "SELECT watch.action, watch.remaining, watch.last_look_at FROM watch "
        "JOIN action ON action.id = watch.action WHERE ? IN ('', action.account) ORDER BY watch.action"));
    read.bind(account);
    QVector<Watch> watches;
    for (;;) {
        auto row = read.step();
        if (!row.ok())
            return row.error();
        if (!row.value())
            return watches;
        watches.append(Watch{ActionId(read.integer(0)), read.integer(1), read.integer(2)});
    }
}

Result<Unit> AttemptStore::saveWatch(const Watch &watch)
{
    return runSql(
        m_db,
        QStringLiteral(
            "INSERT INTO watch (action, remaining, last_look_at) VALUES (?, ?, ?) ON CONFLICT (action) "
            "DO UPDATE SET remaining = excluded.remaining, last_look_at = excluded.last_look_at"),
        watch.action, watch.remainingMs, watch.lastLookAtMs);
}

Result<Unit> AttemptStore::dropWatch(const ActionId &action)
{
    return runSql(m_db, QStringLiteral("DELETE FROM watch WHERE action = ?"), action);
}

Result<std::optional<AttemptStore::Claim>> AttemptStore::claimOn(const AccountId &account, const PostUri &uri)
{
    Statement read =
        m_db.statement(QStringLiteral("SELECT action, tentative FROM claim WHERE account = ? AND uri = ?"));
    read.bind(account).bind(uri);
    auto row = read.step();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return std::optional<Claim>{};
    return std::optional<Claim>{Claim{ActionId(read.integer(0)), read.boolean(1)}};
}

Result<bool> AttemptStore::claim(const AccountId &account, const PostUri &uri, const ActionId &action,
                                 bool tentative)
{
    {
        Statement write = m_db.statement(
            QStringLiteral("INSERT INTO claim (account, uri, action, tentative) VALUES (?, ?, ?, ?) "
                           "ON CONFLICT (account, uri) DO UPDATE SET action = excluded.action, tentative = 0 "
                           "WHERE claim.tentative = 1 AND excluded.tentative = 0"));
        write.bind(account).bind(uri).bind(action).bind(tentative);
        if (auto done = write.run(); !done.ok())
            return done.error();
    }
    auto holder = claimOn(account, uri);
    if (!holder.ok())
        return holder.error();
    return holder.value() && holder.value()->action == action;
}

Result<Unit> AttemptStore::dropTentative(const ActionId &action)
{
    return runSql(m_db, QStringLiteral("DELETE FROM claim WHERE action = ? AND tentative = 1"), action);
}

} // namespace Petrel
