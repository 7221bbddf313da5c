// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoworld.h"

#include "demo/demopictures.h"
#include "support/blurhashof.h"
#include "support/fakemastodon/world.h"

#include <QBuffer>
#include <QHash>

namespace Petrel {

namespace {

using DemoPictures::Scene;

QByteArray fileOf(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 82);
    return bytes;
}

//! What a post has besides its words.
struct Extra {
    const char *language = "en";
    const char *warning = "";
    const char *visibility = "public";
    QString parent;
    QVector<Fake::WorldPicture> pictures;
    bool sensitive = false;
};

//! Writes a world down post by post, each some half minutes before its end: Mastodon puts nothing into a home
//! that is older than six hours.
class Scribe {
public:
    Scribe(Fake::World &world, qint64 nowMs)
        : m_world(world),
          m_nowMs(nowMs)
    {
        m_world.addFile(QStringLiteral("petrel.png"), {"image/png", fileOf(DemoPictures::bird(96), "PNG")});
        m_world.addEmoji(QStringLiteral("petrel"), QStringLiteral("petrel.png"));
    }

    void person(const char *acct, const char *name)
    {
        stranger(acct, name);
        const QString key = QString::fromLatin1(acct);
        if (key != demoPerson())
            m_world.follow(demoPerson(), key);
    }
    //! Somebody whom the demonstration's person does not follow: only a boost brings a post of theirs.
    void stranger(const char *acct, const char *name)
    {
        const QString key = QString::fromLatin1(acct);
        if (key.contains(QLatin1Char('@')))
            m_world.addRemoteUser(key);
        else
            m_world.addUser(key);
        auto *user = m_world.editUser(key);
        user->displayName = QString::fromUtf8(name);
        // Whoever tries Petrel writes in a language of their own.
        user->defaultLanguage.clear();
        const QString file = key.section(QLatin1Char('@'), 0, 0) + QStringLiteral(".png");
        m_world.addFile(file, {"image/png", fileOf(DemoPictures::avatar(++m_people), "PNG")});
        user->avatar = file;
    }
    void bot(const char *acct, const char *name)
    {
        person(acct, name);
        m_world.editUser(QString::fromLatin1(acct))->bot = true;
    }

    QString post(int halfMinutesAgo, const char *acct, const char *text, const Extra &extra = {})
    {
        Fake::WorldDraft draft;
        draft.text = QString::fromUtf8(text);
        draft.warning = QString::fromUtf8(extra.warning);
        draft.visibility = QString::fromLatin1(extra.visibility);
        draft.language = QString::fromLatin1(extra.language);
        draft.parentUri = extra.parent;
        draft.pictures = extra.pictures;
        draft.sensitive = extra.sensitive;
        draft.createdAtMs = m_nowMs - halfMinutesAgo * 30'000LL;
        return m_world.publish(QString::fromLatin1(acct), draft);
    }
    QString reply(int halfMinutesAgo, const char *acct, const QString &parent, const char *text,
                  const char *language = "en")
    {
        Extra extra;
        extra.parent = parent;
        extra.language = language;
        return post(halfMinutesAgo, acct, text, extra);
    }

    Fake::WorldPicture picture(Scene kind, const QSize &size, const char *altText)
    {
        const QImage image = DemoPictures::scene(kind, size, ++m_seed);
        const QString name = QStringLiteral("picture%1.jpg").arg(m_seed);
        const QString small = QStringLiteral("small%1.jpg").arg(m_seed);
        m_world.addFile(name, {"image/jpeg", fileOf(image, "JPG")});
        const QImage preview = image.scaled(640, 640, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        m_world.addFile(small, {"image/jpeg", fileOf(preview, "JPG")});
        return {
            name,         small,        QString::fromUtf8(altText), blurhashOf(image.scaled(32, 32), 4, 3),
            size.width(), size.height()};
    }
    void favourites(const QString &uri, std::initializer_list<const char *> accts)
    {
        for (const char *acct : accts)
            m_world.setFavourite(QString::fromLatin1(acct), uri, true);
    }
    void boost(const char *acct, const QString &uri) { m_world.boost(QString::fromLatin1(acct), uri); }

private:
    Fake::World &m_world;
    qint64 m_nowMs;
    quint32 m_seed = 40;
    quint32 m_people = 0;
};

Extra in(const char *language)
{
    Extra extra;
    extra.language = language;
    return extra;
}

Extra with(QVector<Fake::WorldPicture> pictures, const char *language = "en")
{
    Extra extra;
    extra.pictures = std::move(pictures);
    extra.language = language;
    return extra;
}

Extra warned(const char *warning, const char *language = "en")
{
    Extra extra;
    extra.warning = warning;
    extra.language = language;
    return extra;
}

} // namespace

void fillSeaWorld(Fake::World &world, qint64 nowMs)
{
    Scribe s(world, nowMs);
    s.person("lea", "Léa Marchand");
    s.person("oriane", "Oriane Kerbrat :petrel:");
    s.person("tomas", "Tomás Okafor");
    s.person("nils", "Nils Ødegård 🌊");
    s.bot("vigie", "La vigie du port");
    s.person("marguerite@jardin.example",
             "Marguerite de la Tour-d’Aubrac ✨ (elle) — jardin, pain, météo et longues phrases");
    s.person("yusuf@bahr.example", "يوسف البحري");
    s.person("aicha@encre.example", "Aïcha B.");
    s.stranger("gardien@phare.example", "Le gardien du phare");

    const QString light =
        s.post(655, "gardien@phare.example",
               "Cent douze ans de journal de bord. À chaque tempête, la même phrase, de la même "
               "écriture penchée : « Rien à signaler. »",
               in("fr"));
    s.post(640, "nils", "Good morning from 61° north. Two degrees, no wind, coffee on deck.");
    s.post(612, "vigie", "Coup de vent annoncé pour ce soir. Rentrez ce qui peut s’envoler. #météo",
           in("fr"));
    s.post(598, "marguerite@jardin.example",
           "Le pain a levé toute la nuit sur le rebord de la fenêtre, et ce matin la croûte chante. Je ne "
           "connais pas de plus joli bruit, sinon celui de la pluie sur la serre.",
           in("fr"));
    s.post(560, "aicha@encre.example",
           "J’ai retrouvé un carnet de 2009. Dedans : une liste de courses, un poème, et le nom d’un bateau. "
           "Le poème était sur la liste de courses.",
           in("fr"));
    s.post(533, "yusuf@bahr.example", "صباح الخير من البحر. الريح هادئة والنوارس تتبع القارب منذ الفجر.", [] {
        Extra extra;
        extra.language = "ar";
        return extra;
    }());
    const QString storm = s.post(
        505, "oriane",
        "People ask why storm petrels fly *towards* the gale. They don’t: they simply don’t turn round. "
        "Small bird, long patience. :petrel:",
        with({s.picture(Scene::Sea, {1600, 1000}, "Four petrels low over grey-blue waves, the sky pale")}));
    s.favourites(storm, {"nils", "tomas", "aicha@encre.example", "lea"});
    const QString first = s.reply(498, "tomas", storm, "“Small bird, long patience” is going on the boat.");
    s.reply(490, "oriane", first, "I’ll take a percentage in sardines.");
    s.reply(470, "nils", storm, "We had one asleep in the cockpit last night. Wet, cross, perfectly fine.");
    s.reply(455, "lea", storm, "C’est exactement ça.", "fr");
    s.post(430, "tomas",
           "Marina list for the week: new jib sheets, epoxy, the good biscuits. Prices at "
           "https://chandlery.example/catalogue/ropes-and-rigging?sort=price&page=2 have gone up again.");
    s.post(402, "aicha@encre.example", "Fin du roman. Je ne dis pas comment, mais le chien va bien.",
           warned("Divulgâche : « La Maison des marées », dernier chapitre", "fr"));
    s.post(377, "vigie", "Marée haute à 17 h 42, coefficient 94. #météo", in("fr"));
    s.post(341, "oriane", "Four minutes, four skies.",
           with({s.picture(Scene::Dusk, {1400, 1000}, "A low sun over dark water"),
                 s.picture(Scene::Sea, {1400, 1000}, "The same water, lighter, birds crossing"),
                 s.picture(Scene::Hills, {1400, 1000}, "Ridges behind ridges in mist"),
                 s.picture(Scene::Night, {1400, 1000}, "")}));
    s.post(310, "nils",
           "Question for the fleet: when your server goes quiet for an hour, what do you do? I used to press "
           "reload. Now I just keep writing and let it catch up. 🐦");
    s.post(268, "marguerite@jardin.example", "Les dernières tomates, alignées comme des notables.",
           with({s.picture(Scene::Garden, {1000, 1300}, "Des tomates rouges parmi les feuilles")}, "fr"));
    const QString photo = s.post(231, "tomas", "Home port, 07:10.",
                                 with({s.picture(Scene::Harbour, {1800, 900},
                                                 "Boats at their moorings, masts mirrored in still water")}));
    s.favourites(photo, {"oriane", "nils"});
    s.post(198, "yusuf@bahr.example",
           "Trois langues à bord : arabe pour les ordres, français pour les disputes, anglais pour la radio.",
           in("fr"));
    s.post(164, "oriane",
           "Sorting 4 000 photographs. 3 800 of them are of an empty sky where a bird had been.");
    s.post(121, "vigie", "Vent 35 nœuds, rafales 50. La jetée est fermée.", in("fr"));
    s.post(96, "aicha@encre.example",
           "@lea tu viens samedi ? Il y aura le carnet, le poème et probablement la liste de courses.",
           in("fr"));
    s.post(62, "nils", "Barometer dropped six in an hour. Everything tied down. Here we go.");
    s.post(31, "tomas", "It is here. :petrel: :petrel: :petrel:");
    s.post(9, "oriane",
           "If this post reaches you late, that is fine. It was written on time. #offline #petrels");
    s.boost("nils", light);
}

void fillHarbourWorld(Fake::World &world, qint64 nowMs)
{
    Scribe s(world, nowMs);
    s.person("lea", "Léa — atelier");
    s.person("bertille", "Bertille");
    s.person("jonas", "Jonas Whitlock");
    s.person("atelier", "L’atelier du quai 🪵");
    s.person("maud@lisiere.example", "Maud");

    s.post(720, "atelier", "Ouvert jusqu’à 18 h. Entrez, ça sent le pin.", in("fr"));
    s.post(650, "jonas", "Steamed the first rib today. It bent like it had been waiting for it.");
    s.post(588, "bertille", "Trois couches de vernis, trois jours de patience, une mouche.",
           with({s.picture(Scene::Harbour, {1500, 1000}, "Un voilier en bois devant l’atelier")}, "fr"));
    const QString tool = s.post(505, "jonas", "What is the tool you would save from a fire?");
    s.reply(492, "bertille", tool, "La varlope de ma grand-mère. Sans hésiter.", "fr");
    s.reply(470, "maud@lisiere.example", tool, "The fire extinguisher.");
    s.favourites(tool, {"bertille", "maud@lisiere.example"});
    s.post(377, "maud@lisiere.example", "Accident sans gravité à l’atelier : deux points de suture.",
           warned("Blessure, sang", "fr"));
    s.post(240, "atelier",
           "Le plan est en ligne : https://quai.example/plans/canot-de-4-metres — mesures comprises.",
           in("fr"));
    s.post(130, "jonas", "Night shift.",
           with({s.picture(Scene::Night, {1500, 900}, "Stars over a dark shoreline, a round moon")}));
    s.post(44, "bertille", "La houle se lève. On rentre les tréteaux.", in("fr"));
}

} // namespace Petrel
