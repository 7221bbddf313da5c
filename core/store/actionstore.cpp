// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actionstore.h"

namespace Petrel {

namespace {

// The changeable columns stand in the middle, in the order of bindAction.
const QString actionColumns = QStringLiteral(
    "id, uid, account, kind, created_at, "
    "subject_uri, subject_ref, subject_url, subject_author, subject_excerpt, body, content_warning, "
    "visibility, "
    "language, wanted, state, reason, words, not_before, depends_on, approved, cancel_after_check, sends, "
    "failures, "
    "found_sending, settled_at, result_uri, result_ref, result_url, second_uri, second_ref, difference");

const QString openOnly = QStringLiteral("state NOT IN ('done', 'cancelled')");

void bindAction(Statement &write, const Action &action)
{
    write.bind(action.subject.uri).bind(action.subject.ref).bind(action.subject.url);
    write.bind(action.subject.author).bind(action.subject.excerpt);
    write.bind(action.content.text).bind(action.content.contentWarning);
    write.bind(visibilityName(action.content.visibility)).bind(action.content.language);
    write.bind(action.wanted).bind(actionStateName(action.state)).bind(actionReasonName(action.reason));
    write.bind(action.words).bind(action.notBeforeMs);
    if (action.dependsOn.isNull())
        write.bindNull();
    else
        write.bind(action.dependsOn);
    write.bind(action.approved).bind(action.cancelAfterCheck).bind(action.sends).bind(action.failures);
    write.bind(action.foundSending).bind(action.settledAtMs);
    write.bind(action.resultUri).bind(action.resultRef).bind(action.resultUrl);
    write.bind(action.secondUri).bind(action.secondRef).bind(action.difference);
}

Error unreadableAction(const Statement &row)
{
    return Error{ErrorKind::Storage,
                 {},
                 QStringLiteral("action %1 holds a name nobody knows").arg(row.integer(0)),
                 {}};
}

Result<Action> actionAt(const Statement &row)
{
    const auto kind = actionKindFromName(row.text(3));
    const auto visibility = visibilityFromName(row.text(12));
    const auto state = actionStateFromName(row.text(15));
    const auto reason = actionReasonFromName(row.text(16));
    if (!kind || !visibility || !state || !reason)
        return unreadableAction(row);

    Action action;
    action.id = ActionId(row.integer(0));
    action.uid = row.text(1);
    action.account = AccountId(row.text(2));
    action.kind = *kind;
    action.createdAtMs = row.integer(4);
    action.subject = {PostUri(row.text(5)), RemoteRef(row.text(6)), row.text(7), row.text(8), row.text(9)};
    action.content = {row.text(10), row.text(11), *visibility, row.text(13)};
    action.wanted = row.boolean(14);
    action.state = *state;
    action.reason = *reason;
    action.words = row.text(17);
    action.notBeforeMs = row.integer(18);
    action.dependsOn = ActionId(row.integer(19));
    action.approved = row.boolean(20);
    action.cancelAfterCheck = row.boolean(21);
    action.sends = int(row.integer(22));
    action.failures = int(row.integer(23));
    action.foundSending = int(row.integer(24));
    action.settledAtMs = row.integer(25);
    action.resultUri = PostUri(row.text(26));
    action.resultRef = RemoteRef(row.text(27));
    action.resultUrl = row.text(28);
    action.secondUri = PostUri(row.text(29));
    action.secondRef = RemoteRef(row.text(30));
    action.difference = row.text(31);
    return action;
}

struct Intent {
    QString field; //!< empty = the kind lays nothing over a post
    bool value = false;
};

Intent intentOf(const Action &action)
{
    switch (action.kind) {
    case ActionKind::Publish:
        return {};
    case ActionKind::Remove:
        return {QStringLiteral("removed"), true};
    case ActionKind::Favourite:
        return {QStringLiteral("favourited"), action.wanted};
    case ActionKind::Boost:
        return {QStringLiteral("boosted"), action.wanted};
    case ActionKind::Bookmark:
        return {QStringLiteral("bookmarked"), action.wanted};
    }
    Q_UNREACHABLE();
}

Result<Unit> insertIntent(Database &db, const Action &action)
{
    const Intent intent = intentOf(action);
    if (intent.field.isEmpty())
        return Unit{};
    Statement write = db.statement(
        QStringLiteral("INSERT INTO intent (action, subject, account, field, value) VALUES (?, ?, ?, ?, ?)"));
    write.bind(action.id).bind(action.subject.uri).bind(action.account).bind(intent.field).bind(intent.value);
    if (auto done = write.run(); !done.ok())
        return done.error();
    return Unit{};
}

Result<Unit> deleteIntents(Database &db, const ActionId &id)
{
    Statement remove = db.statement(QStringLiteral("DELETE FROM intent WHERE action = ?"));
    remove.bind(id);
    if (auto done = remove.run(); !done.ok())
        return done.error();
    return Unit{};
}

Result<std::optional<Action>> firstAction(Statement &read)
{
    auto row = read.step();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return std::optional<Action>{};
    auto action = actionAt(read);
    if (!action.ok())
        return action.error();
    return std::optional<Action>{action.take()};
}

} // namespace

Result<QVector<Action>> ActionStore::collect(Statement &statement)
{
    QVector<Action> actions;
    for (;;) {
        auto row = statement.step();
        if (!row.ok())
            return row.error();
        if (!row.value())
            return actions;
        auto action = actionAt(statement);
        if (!action.ok())
            return action.error();
        actions.append(action.take());
    }
}

Result<Unit> ActionStore::insert(Action &action)
{
    Statement write = m_db.statement(
        QStringLiteral(
            "INSERT INTO action (%1) VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
            "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .arg(actionColumns));
    write.bind(action.uid).bind(action.account).bind(actionKindName(action.kind)).bind(action.createdAtMs);
    bindAction(write, action);
    if (auto done = write.run(); !done.ok())
        return done.error();
    action.id = ActionId(write.insertedId());
    if (!action.isOpen())
        return Unit{};
    return insertIntent(m_db, action);
}

Result<Unit> ActionStore::update(const Action &action)
{
    Statement write = m_db.statement(QStringLiteral(
        "UPDATE action SET subject_uri = ?, subject_ref = ?, subject_url = ?, subject_author = ?, "
        "subject_excerpt = ?, body = ?, content_warning = ?, visibility = ?, language = ?, wanted = ?, "
        "state = ?, reason = ?, words = ?, not_before = ?, depends_on = ?, approved = ?, "
        "cancel_after_check = ?, sends = ?, failures = ?, found_sending = ?, settled_at = ?, "
        "result_uri = ?, result_ref = ?, result_url = ?, second_uri = ?, second_ref = ?, "
        "difference = ? WHERE id = ?"));
    bindAction(write, action);
    write.bind(action.id);
    auto done = write.run();
    if (!done.ok())
        return done.error();
    if (done.value() == 0)
        return Error{ErrorKind::NotFound, {}, QStringLiteral("no action %1").arg(action.id.value()), {}};
    // Written anew, as the subject or the wish itself may have changed.
    if (auto gone = deleteIntents(m_db, action.id); !gone.ok())
        return gone;
    return action.isOpen() ? insertIntent(m_db, action) : Result<Unit>(Unit{});
}

Result<bool> ActionStore::claimForSending(const ActionId &id)
{
    Statement write =
        m_db.statement(QStringLiteral("UPDATE action SET state = 'sending', reason = 'none' WHERE id = ? "
                                      "AND state IN ('queued', 'waiting', 'uncertain')"));
    write.bind(id);
    auto done = write.run();
    if (!done.ok())
        return done.error();
    return done.value() == 1;
}

Result<Action> ActionStore::find(const ActionId &id)
{
    Statement read = m_db.statement(QStringLiteral("SELECT %1 FROM action WHERE id = ?").arg(actionColumns));
    read.bind(id);
    auto found = firstAction(read);
    if (!found.ok())
        return found.error();
    if (!found.value())
        return Error{ErrorKind::NotFound, {}, QStringLiteral("no action %1").arg(id.value()), {}};
    return *found.value();
}

Result<std::optional<Action>> ActionStore::findByUid(const QString &uid)
{
    Statement read = m_db.statement(QStringLiteral("SELECT %1 FROM action WHERE uid = ?").arg(actionColumns));
    read.bind(uid);
    return firstAction(read);
}

Result<QVector<Action>> ActionStore::open(const AccountId &account)
{
    Statement read = m_db.statement(
        QStringLiteral("SELECT %1 FROM action WHERE %2 %3 ORDER BY id")
            .arg(actionColumns, openOnly, account.isNull() ? QString() : QStringLiteral("AND account = ?")));
    if (!account.isNull())
        read.bind(account);
    return collect(read);
}

Result<QHash<AccountId, ActionStore::OpenCount>> ActionStore::openCounts()
{
    Statement read = m_db.statement(
        QStringLiteral("SELECT account, count(*), count(CASE state WHEN 'needs-you' THEN 1 END)"
                       " FROM action WHERE %1 GROUP BY account")
            .arg(openOnly));
    QHash<AccountId, OpenCount> counts;
    for (;;) {
        auto row = read.step();
        if (!row.ok())
            return row.error();
        if (!row.value())
            return counts;
        counts.insert(AccountId(read.text(0)), OpenCount{int(read.integer(1)), int(read.integer(2))});
    }
}

Result<QVector<Action>> ActionStore::recent(const AccountId &account, int limit)
{
    Statement read = m_db.statement(
        QStringLiteral("SELECT %1 FROM action %2 ORDER BY id DESC LIMIT ?")
            .arg(actionColumns, account.isNull() ? QString() : QStringLiteral("WHERE account = ?")));
    if (!account.isNull())
        read.bind(account);
    read.bind(limit);
    return collect(read);
}

Result<QVector<Action>> ActionStore::openOn(const AccountId &account, ActionKind kind, const PostUri &subject)
{
    Statement read = m_db.statement(
        QStringLiteral(
            "SELECT %1 FROM action WHERE %2 AND account = ? AND kind = ? AND subject_uri = ? ORDER BY id")
            .arg(actionColumns, openOnly));
    read.bind(account).bind(actionKindName(kind)).bind(subject);
    return collect(read);
}

Result<QVector<Action>> ActionStore::dependents(const ActionId &id)
{
    Statement read =
        m_db.statement(QStringLiteral("SELECT %1 FROM action WHERE depends_on = ? AND %2 ORDER BY id")
                           .arg(actionColumns, openOnly));
    read.bind(id);
    return collect(read);
}

Result<qint64> ActionStore::purgeSettled(qint64 beforeMs)
{
    const QString old = QStringLiteral("state IN ('done', 'cancelled') AND settled_at < ? AND NOT EXISTS "
                                       "(SELECT 1 FROM action AS child WHERE child.depends_on = action.id "
                                       "AND child.state NOT IN ('done', 'cancelled'))");
    // A settled child that is younger stays, and need not remember what it once waited for.
    Statement loosen = m_db.statement(
        QStringLiteral(
            "UPDATE action SET depends_on = NULL WHERE depends_on IN (SELECT id FROM action WHERE %1)")
            .arg(old));
    loosen.bind(beforeMs);
    if (auto done = loosen.run(); !done.ok())
        return done;
    Statement remove = m_db.statement(QStringLiteral("DELETE FROM action WHERE %1").arg(old));
    remove.bind(beforeMs);
    return remove.run();
}

} // namespace Petrel
