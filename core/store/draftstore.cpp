// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/draftstore.h"

#include <QCoreApplication>

namespace Petrel {

namespace {

const QString draftColumns = QStringLiteral(
    "id, account, body, content_warning, warning_shown, visibility, language, subject_uri, subject_ref, "
    "subject_url, subject_author, subject_excerpt, depends_on, updated_at");

Draft draftAt(const Statement &row)
{
    Draft draft;
    draft.id = row.text(0);
    draft.account = AccountId(row.text(1));
    // A name of a later Petrel must not take the text along; the composer shows what will be used.
    draft.content = {row.text(2), row.text(3), visibilityFromName(row.text(5)).value_or(Visibility::Public),
                     row.text(6)};
    draft.warningShown = row.boolean(4);
    draft.subject = {PostUri(row.text(7)), RemoteRef(row.text(8)), row.text(9), row.text(10), row.text(11)};
    draft.dependsOn = ActionId(row.integer(12));
    draft.updatedAtMs = row.integer(13);
    return draft;
}

Error tooLong()
{
    return Error{
        ErrorKind::Rejected,
        QCoreApplication::translate("Petrel::DraftStore", "This text is too long to be kept as a draft."),
        {},
        {}};
}

} // namespace

Result<Unit> DraftStore::save(const Draft &draft)
{
    if (draft.content.text.toUtf8().size() + draft.content.contentWarning.toUtf8().size() > mostBytes)
        return tooLong();
    Statement write = m_db.statement(
        QStringLiteral("INSERT INTO draft (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                       "(SELECT id FROM action WHERE id = ?), ?) ON CONFLICT (id) DO UPDATE SET "
                       "account = excluded.account, body = excluded.body, "
                       "content_warning = excluded.content_warning, warning_shown = excluded.warning_shown, "
                       "visibility = excluded.visibility, language = excluded.language, "
                       "subject_uri = excluded.subject_uri, subject_ref = excluded.subject_ref, "
                       "subject_url = excluded.subject_url, subject_author = excluded.subject_author, "
                       "subject_excerpt = excluded.subject_excerpt, depends_on = excluded.depends_on, "
                       "updated_at = excluded.updated_at")
            .arg(draftColumns));
    write.bind(draft.id).bind(draft.account).bind(draft.content.text).bind(draft.content.contentWarning);
    write.bind(draft.warningShown).bind(visibilityName(draft.content.visibility));
    write.bind(draft.content.language).bind(draft.subject.uri).bind(draft.subject.ref);
    write.bind(draft.subject.url).bind(draft.subject.author).bind(draft.subject.excerpt);
    write.bind(draft.dependsOn).bind(draft.updatedAtMs);
    if (auto done = write.run(); !done.ok())
        return done.error();
    return Unit{};
}

Result<std::optional<Draft>> DraftStore::find(const QString &id)
{
    Statement read = m_db.statement(QStringLiteral("SELECT %1 FROM draft WHERE id = ?").arg(draftColumns));
    read.bind(id);
    auto row = read.step();
    if (!row.ok())
        return row.error();
    return row.value() ? std::optional<Draft>(draftAt(read)) : std::optional<Draft>();
}

Result<QVector<Draft>> DraftStore::of(const AccountId &account)
{
    Statement read = m_db.statement(
        QStringLiteral("SELECT %1 FROM draft %2 ORDER BY updated_at DESC, id")
            .arg(draftColumns, account.isNull() ? QString() : QStringLiteral("WHERE account = ?")));
    if (!account.isNull())
        read.bind(account);
    QVector<Draft> drafts;
    for (;;) {
        auto row = read.step();
        if (!row.ok())
            return row.error();
        if (!row.value())
            return drafts;
        drafts.append(draftAt(read));
    }
}

Result<bool> DraftStore::remove(const QString &id)
{
    Statement write = m_db.statement(QStringLiteral("DELETE FROM draft WHERE id = ?"));
    write.bind(id);
    auto done = write.run();
    if (!done.ok())
        return done.error();
    return done.value() == 1;
}

} // namespace Petrel
