// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/draftkeeper.h"

#include "base/clock.h"
#include "store/draftstore.h"
#include "store/store.h"

namespace Petrel {

DraftKeeper::DraftKeeper(Store &store, Clock &clock, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_clock(clock)
{ }

DraftKeeper::~DraftKeeper() = default;

std::optional<Draft> DraftKeeper::newest(const AccountId &account) const
{
    auto drafts = DraftStore(m_store.reader()).of(account);
    if (!drafts.ok() || drafts.value().isEmpty())
        return std::nullopt;
    return drafts.value().first();
}

Draft DraftKeeper::blank(const AccountId &account) const
{
    Draft draft;
    draft.id = randomToken(m_clock);
    draft.account = account;
    return draft;
}

bool DraftKeeper::holdsWords(const Draft &draft)
{
    return !draft.content.text.trimmed().isEmpty() || !draft.content.contentWarning.trimmed().isEmpty();
}

void DraftKeeper::keep(const Draft &draft)
{
    m_unsaved = draft;
    m_unsaved->updatedAtMs = m_clock.nowMs();
    if (m_writing == 0 && !m_held)
        write();
    Q_EMIT changed();
}

void DraftKeeper::release()
{
    m_held = false;
    if (m_unsaved && m_writing == 0)
        write();
}

void DraftKeeper::forget()
{
    m_unsaved.reset();
    ++m_version;
}

void DraftKeeper::flush()
{
    if (m_unsaved && !m_held)
        write();
}

void DraftKeeper::write()
{
    const Draft draft = *std::exchange(m_unsaved, std::nullopt);
    const int version = ++m_version;
    m_retry.reset();
    ++m_writing;
    auto saved = m_store.journal([draft](JournalTx &tx) -> Result<Unit> {
        tx.changes.drafts = true;
        if (holdsWords(draft))
            return DraftStore(tx.db).save(draft);
        auto removed = DraftStore(tx.db).remove(draft.id);
        return removed.ok() ? Result<Unit>(Unit{}) : removed.error();
    });
    saved.finally(this, [this, draft, version](const Result<Unit> &result) {
        --m_writing;
        written(draft, version, result);
    });
}

void DraftKeeper::written(const Draft &draft, int version, const Result<Unit> &result)
{
    m_error = result.ok() ? std::nullopt : std::optional(result.error());
    // Unless something newer was told, or handed on, since.
    const bool lost = !result.ok() && !m_unsaved && version == m_version;
    if (lost) {
        m_unsaved = draft;
        m_retry = m_clock.alarm(retryMs, [this] { flush(); });
    } else if (m_unsaved && m_writing == 0 && !m_held) {
        write();
    }
    Q_EMIT changed();
}

} // namespace Petrel
