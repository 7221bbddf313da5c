// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demolife.h"

#include "base/clock.h"
#include "demo/demoworld.h"
#include "support/fakemastodon/world.h"

namespace Petrel {

namespace {

constexpr qint64 betweenMs = 25'000;

struct Line {
    bool sea;
    const char *acct;
    const char *language;
    const char *text;
};

const Line lines[] = {
    {true, "nils", "en", "Still here. Horizon at forty degrees, kettle at ninety."},
    {false, "jonas", "en", "Somebody’s tarpaulin just went past the window at eye level."},
    {true, "vigie", "fr", "Rafale à 54 nœuds relevée au bout du môle. #météo"},
    {true, "oriane", "en", "Three petrels in the lee of the lighthouse. Not even trying hard. :petrel:"},
    {false, "bertille", "fr", "Plus de courant au quai. Je ponce à la bougie, c’est très beau et très bête."},
    {true, "aicha@encre.example", "fr", "J’écris pendant que ça souffle. Les phrases penchent un peu."},
    {true, "tomas", "en", "Jib sheets: holding. Biscuits: critical."},
    {false, "maud@lisiere.example", "fr", "La forêt fait le bruit de la mer, ce soir."},
    {true, "yusuf@bahr.example", "ar", "العاصفة تقترب، والقهوة جاهزة."},
    {true, "vigie", "fr", "Accalmie vers 2 h. Bonne nuit aux bateaux."},
};

const char *const answers[] = {"Reçu ! 🌊", "Lovely.", "C’est noté.", "Aye. :petrel:"};

} // namespace

DemoLife::DemoLife(Fake::World &sea, Fake::World &harbour, Clock &clock)
    : m_sea(sea),
      m_harbour(harbour),
      m_clock(clock)
{
    wait();
}

DemoLife::~DemoLife() = default;

void DemoLife::wait()
{
    m_alarm = m_clock.alarm(betweenMs, [this] { happen(); });
}

void DemoLife::happen()
{
    const Line &line = lines[m_round % int(std::size(lines))];
    Fake::WorldDraft draft;
    draft.text = QString::fromUtf8(line.text);
    draft.language = QString::fromLatin1(line.language);
    (line.sea ? m_sea : m_harbour).publish(QString::fromLatin1(line.acct), draft);
    answer(m_sea);
    answer(m_harbour);
    ++m_round;
    wait();
}

//! The newest post of the person who tries Petrel gets a reader, and every second one a word back.
void DemoLife::answer(Fake::World &world)
{
    const auto own = world.postsBy(demoPerson());
    if (own.isEmpty())
        return;
    const Fake::WorldPost &post = own.last();
    QString friendOfTheirs;
    for (const QString &name : world.localUsers()) {
        if (name != demoPerson() && friendOfTheirs.isEmpty() && !world.user(name)->bot)
            friendOfTheirs = name;
    }
    if (friendOfTheirs.isEmpty() || world.favourited(friendOfTheirs, post.uri))
        return;
    world.setFavourite(friendOfTheirs, post.uri, true);
    if (m_round % 2 == 0) {
        Fake::WorldDraft draft;
        draft.text = QString::fromUtf8(answers[(m_round / 2) % int(std::size(answers))]);
        draft.parentUri = post.uri;
        world.publish(friendOfTheirs, draft);
    }
}

} // namespace Petrel
