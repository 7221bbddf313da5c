// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

#include "person.h"

#include <QHash>

#include <functional>

namespace Petrel {

namespace {

using Verb = std::function<bool(Person &, const QStringList &)>;

const QHash<QString, Verb> &verbs()
{
    static const QHash<QString, Verb> table{
        {QStringLiteral("starts"), [](Person &p, const QStringList &) { return p.starts(); }},
        {QStringLiteral("quits"), [](Person &p, const QStringList &) { return p.quits(); }},
        {QStringLiteral("signsIn"),
         [](Person &p, const QStringList &w) { return p.signsIn(w.value(0), w.value(1), w.value(2)); }},
        {QStringLiteral("sees"), [](Person &p, const QStringList &w) { return p.sees(w.value(0)); }},
        {QStringLiteral("seesAtOnce"),
         [](Person &p, const QStringList &w) { return p.eyes().find(rowWith(w.value(0))) != nullptr; }},
        {QStringLiteral("seesNoMore"),
         [](Person &p, const QStringList &w) { return p.seesNoMore(w.value(0)); }},
        {QStringLiteral("seesRows"),
         [](Person &p, const QStringList &w) { return p.seesRows(w.value(0), w.value(1).toInt()); }},
        {QStringLiteral("seesButton"),
         [](Person &p, const QStringList &w) { return p.seesButton(button(w.value(0))); }},
        {QStringLiteral("opens"), [](Person &p, const QStringList &w) { return p.opens(w.value(0)); }},
        {QStringLiteral("goesBack"), [](Person &p, const QStringList &) { return p.goesBack(); }},
        {QStringLiteral("fetches"), [](Person &p, const QStringList &) { return p.fetches(); }},
        {QStringLiteral("writes"),
         [](Person &p, const QStringList &w) { return p.writes(w.value(0), w.value(1), w.value(2)); }},
        {QStringLiteral("answers"),
         [](Person &p, const QStringList &w) { return p.answers(w.value(0), w.value(1), w.value(2)); }},
        {QStringLiteral("favourites"),
         [](Person &p, const QStringList &w) { return p.favourites(w.value(0)); }},
        {QStringLiteral("boosts"), [](Person &p, const QStringList &w) { return p.boosts(w.value(0)); }},
        {QStringLiteral("opensOutbox"), [](Person &p, const QStringList &) { return p.opensOutbox(); }},
        {QStringLiteral("leavesOutbox"), [](Person &p, const QStringList &) { return p.leavesOutbox(); }},
        {QStringLiteral("triesNow"), [](Person &p, const QStringList &) { return p.triesNow(); }},
    };
    return table;
}

} // namespace

bool carryOut(Person &person, const QString &verb, const QStringList &words)
{
    const Verb deed = verbs().value(verb);
    return deed && deed(person, words);
}

} // namespace Petrel
