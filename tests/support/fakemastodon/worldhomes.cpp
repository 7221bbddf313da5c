// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of World that says who gets to see what in a home timeline.
#include "support/fakemastodon/world.h"

#include "base/clock.h"

namespace Petrel::Fake {

namespace {

constexpr qint64 tooLateForHomesMs = 6 * 3'600'000LL;
constexpr int foldingDepth = 40;

bool isMastodon(Flavour flavour)
{
    return flavour == Flavour::Mastodon35 || flavour == Flavour::Mastodon42 || flavour == Flavour::Mastodon46;
}

} // namespace

void World::insert(const QString &acct, HomeEntry entry)
{
    QVector<HomeEntry> &entries = m_homes[acct].entries;
    // snac's index is a file that grows at its end; everywhere else the id decides.
    const auto before = [&](const HomeEntry &a, const HomeEntry &b) {
        return m_rules.ids == IdShape::SnacFile ? a.visibleAtMs < b.visibleAtMs : idLess(a.sortId, b.sortId);
    };
    entries.insert(std::upper_bound(entries.begin(), entries.end(), entry, before), entry);
    if (m_rules.homeCap > 0 && entries.size() > m_rules.homeCap)
        entries.remove(0, entries.size() - m_rules.homeCap);
}

void World::deliver(const WorldPost &post)
{
    const qint64 nowMs = m_clock.nowMs();
    const WorldPost *parent = this->post(post.parentUri);
    for (const QString &acct : std::as_const(m_order)) {
        const WorldUser &reader = m_users[acct];
        if (!reader.local || !visibleTo(acct, post))
            continue;
        const bool own = acct == post.author;
        const bool mentioned = post.mentions.contains(acct);
        if (!own && !follows(acct, post.author) && !(mentioned && m_rules.ids == IdShape::SnacFile))
            continue;
        if (isMastodon(m_rules.flavour) && nowMs - post.createdAtMs > tooLateForHomesMs)
            continue;
        if (!own && parent && !mentioned && parent->author != acct && parent->author != post.author
            && !follows(acct, parent->author))
            continue;
        HomeEntry entry;
        entry.postUri = post.uri;
        entry.sortId = post.id;
        entry.visibleAtMs = own ? nowMs : nowMs + m_rules.deliveryDelayMs;
        insert(acct, entry);
    }
}

void World::deliverBoost(const WorldBoost &boost)
{
    const qint64 nowMs = m_clock.nowMs();
    for (const QString &acct : std::as_const(m_order)) {
        const WorldUser &reader = m_users[acct];
        const bool own = acct == boost.booster;
        if (!reader.local || (!own && !follows(acct, boost.booster)))
            continue;
        const QVector<HomeEntry> &entries = m_homes[acct].entries;
        const qsizetype depth = m_rules.ids == IdShape::SnacFile ? entries.size() : foldingDepth;
        bool seen = false;
        for (qsizetype i = entries.size() - 1; i >= 0 && i >= entries.size() - depth && !seen; --i)
            seen = entries.at(i).postUri == boost.postUri;
        if (seen && !(own && isMastodon(m_rules.flavour)))
            continue;
        HomeEntry entry;
        entry.postUri = boost.postUri;
        entry.boostUri = boost.uri;
        entry.sortId = boost.id;
        entry.visibleAtMs = own ? nowMs : nowMs + m_rules.deliveryDelayMs;
        insert(acct, entry);
    }
}

void World::setRegenerating(const QString &acct, bool regenerating)
{
    if (regenerating)
        m_regenerating.insert(acct);
    else
        m_regenerating.remove(acct);
}

void World::regenerateHome(const QString &acct)
{
    QVector<HomeEntry> &entries = m_homes[acct].entries;
    const int cap = m_rules.homeCapRegenerated;
    if (cap > 0 && entries.size() > cap)
        entries.remove(0, entries.size() - cap);
}

QVector<HomeEntry> World::home(const QString &acct) const
{
    QVector<HomeEntry> shown;
    const auto it = m_homes.constFind(acct);
    if (it == m_homes.cend())
        return shown;
    const qint64 nowMs = m_clock.nowMs();
    for (qsizetype i = it->entries.size() - 1; i >= 0; --i) {
        const HomeEntry &entry = it->entries.at(i);
        const WorldPost *post = this->post(entry.postUri);
        if (entry.visibleAtMs > nowMs || !post || post->deleted)
            continue;
        if (!entry.boostUri.isEmpty() && !boostByUri(entry.boostUri))
            continue;
        shown.append(entry);
    }
    return shown;
}

} // namespace Petrel::Fake
