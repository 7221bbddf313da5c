// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/draft.h"
#include "store/database.h"

#include <QVector>

#include <optional>

namespace Petrel {

//! Drafts in the journal. Works on any connection that sees the journal; writes need one that may. Whoever
//! writes sets ChangeSet::drafts.
class DraftStore {
public:
    //! The most that text and content warning of a draft may take together, in bytes of UTF-8.
    static constexpr qint64 mostBytes = 1'000'000;

    explicit DraftStore(Database &database)
        : m_db(database)
    { }
    //! Writes a draft, new or known. Rejected, with words and the old text kept, where it is longer than
    //! mostBytes. An action it names that is no longer there is forgotten.
    Result<Unit> save(const Draft &draft);
    Result<std::optional<Draft>> find(const QString &id);
    //! Last changed first; a null account = all.
    Result<QVector<Draft>> of(const AccountId &account);
    //! False where there was none.
    Result<bool> remove(const QString &id);

private:
    Database &m_db;
};

} // namespace Petrel
