// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/postmaker.h"

#include <QSize>
#include <QUrl>

#include <array>

namespace Petrel {

namespace {

constexpr qint64 betweenPostsMs = 97'000;
//! Servers count ids upwards, so the newest has the highest.
constexpr qint64 newestRef = 110'000'000'000'000;

//! Chance that depends on nothing but what it is asked for: unlike a generator, it gives entry 90,000 without
//! having made those before.
class Dice {
public:
    Dice(int number, int purpose)
        : m_state(quint64(number) * 0x9e3779b97f4a7c15 + quint64(purpose) * 0xd1b54a32d192ed03)
    { }
    //! 0 … below - 1
    int roll(int below)
    {
        m_state += 0x9e3779b97f4a7c15;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return int((z ^ (z >> 31)) % quint64(below));
    }
    bool oneIn(int sides) { return roll(sides) == 0; }
    template <typename List> auto pick(const List &list) -> decltype(list[0])
    {
        return list[roll(int(std::size(list)))];
    }

private:
    quint64 m_state;
};

//! What is rolled for; one number per question, so that a new question changes no old answer.
enum Purpose { ofAuthor = 1, ofShape, ofText, ofPictures, ofCounts, ofBooster, ofPerson };

constexpr std::array hosts{"brume.example",      "havre.example", "sound.example", "marée.example",
                           "lighthouse.example", "mina.example",  "tidal.example", "skerry.example"};
constexpr std::array givenNames{"Ann", "Bob",  "Chloé", "Daoud", "Élodie", "Farid", "Gwen",  "Hanna",
                                "Ian", "José", "Kim",   "Léa",   "Mina",   "Noor",  "Oscar", "ريم"};
constexpr std::array familyNames{"Arnaud", "Baker", "Cohen", "Dubois", "Evans", "Faure", "Garcia", "Holm"};
constexpr std::array english{"the",   "tide",  "went", "out",     "slowly", "and",    "a",     "boat",
                             "came",  "in",    "with", "nothing", "but",    "rope",   "so",    "we",
                             "wrote", "down",  "what", "gulls",   "said",   "today",  "again", "because",
                             "it",    "seems", "that", "nobody",  "else",   "listens"};
constexpr std::array french{"la",       "marée",    "descend", "doucement", "et",       "le",
                            "phare",    "s’allume", "quand",   "personne",  "n’écoute", "les",
                            "mouettes", "crient",   "déjà",    "où",        "nous",     "étions",
                            "hier",     "soir",     "à",       "l’heure",   "du",       "thé"};
constexpr std::array arabic{"البحر", "هادئ", "هذا",     "المساء", "والقارب", "يعود",
                            "ببطء",  "إلى",  "الميناء", "مع",     "الفجر"};
constexpr std::array hebrew{"הים", "שקט", "הערב", "והסירה", "חוזרת", "לאט", "אל", "הנמל", "עם", "שחר"};
constexpr std::array smileys{"🌊",  "⛵",      "🐦",   "🌧️", "☀️", "👩‍🔬", "🏳️‍🌈",
                             "🇧🇿", "❤️", "🦀"};
constexpr std::array tags{"Tide", "Lighthouse", "Marée", "Birds", "Knots", "Fog"};
constexpr std::array emoji{"petrel", "anchor", "fog", "knot", "gull", "buoy", "lamp", "crab"};
constexpr std::array warnings{"food", "Politique locale", "long, and about knots",
                              "spoilers for the regatta"};
constexpr std::array hashes{"LEHV6nWB2yk8pyo0adR*.7kCMdnj", "LGF5]+Yk^6#M@-5c,1J5@[or[Q6.",
                            "L6PZfSi_.AyE_3t7t7R**0o#DgR4", "LKO2?U%2Tw=w]~RBVZRi};RPxuwH"};
constexpr std::array shapes{QSize(1280, 720), QSize(1024, 1024), QSize(900, 1350), QSize(1600, 900)};

QString words(const char *text)
{
    return QString::fromUtf8(text);
}

//! Writes a text and marks what is to be more than words.
class Draft {
public:
    void say(const QString &word)
    {
        if (!m_text.text.isEmpty() && !m_text.text.endsWith(QLatin1Char('\n')))
            m_text.text += QLatin1Char(' ');
        m_text.text += word;
    }
    void mark(Facet::Kind kind, const QString &word, const QString &target, const QString &extra = {})
    {
        say(word);
        m_text.facets.append({kind, int(m_text.text.size() - word.size()), int(word.size()), target, extra});
    }
    void paragraph() { m_text.text += QStringLiteral("\n\n"); }
    [[nodiscard]] RichText take() { return std::move(m_text); }

private:
    RichText m_text;
};

enum class Script { English, French, Arabic, Hebrew, Smileys };

Script scriptOf(int number)
{
    const int roll = Dice(number, ofShape).roll(20);
    if (roll < 9)
        return Script::English;
    if (roll < 15)
        return Script::French;
    if (roll < 17)
        return Script::Arabic;
    return roll < 19 ? Script::Hebrew : Script::Smileys;
}

QString languageOf(Script script)
{
    switch (script) {
    case Script::French:
        return QStringLiteral("fr");
    case Script::Arabic:
        return QStringLiteral("ar");
    case Script::Hebrew:
        return QStringLiteral("he");
    case Script::English:
    case Script::Smileys:
        break;
    }
    return QStringLiteral("en");
}

QString wordIn(Script script, Dice &dice)
{
    switch (script) {
    case Script::English:
        break;
    case Script::French:
        return words(dice.pick(french));
    case Script::Arabic:
        return words(dice.pick(arabic));
    case Script::Hebrew:
        return words(dice.pick(hebrew));
    case Script::Smileys:
        return words(dice.pick(smileys));
    }
    return words(dice.pick(english));
}

QString hostOf(int person)
{
    return QString::fromLatin1(QUrl::toAce(words(hosts[std::size_t(person) % hosts.size()])));
}

QString userOf(int person)
{
    return QStringLiteral("person%1").arg(person);
}

QString addressOf(int person)
{
    return QStringLiteral("https://%1/users/%2").arg(hostOf(person), userOf(person));
}

int authorOf(int number)
{
    return Dice(number, ofAuthor).roll(PostMaker::people);
}

QString postUri(int number)
{
    return QStringLiteral("%1/statuses/%2").arg(addressOf(authorOf(number))).arg(number);
}

QString refOf(qint64 number)
{
    return QString::number(newestRef - number * 2);
}

} // namespace

PostMaker::PostMaker(const QString &media, qint64 newestMs)
    : m_media(media),
      m_newestMs(newestMs)
{ }

int PostMaker::numberOf(const QString &entryUri)
{
    bool ok = false;
    const int number =
        entryUri.section(QStringLiteral("/statuses/"), 1).section(QLatin1Char('/'), 0, 0).toInt(&ok);
    return ok ? number : -1;
}

int PostMaker::emojiCount()
{
    return int(emoji.size());
}

QString PostMaker::avatarAddress(int person) const
{
    return QStringLiteral("%1/avatars/%2.png").arg(m_media).arg(person);
}

QString PostMaker::pictureAddress(int picture) const
{
    return QStringLiteral("%1/pictures/%2.jpg").arg(m_media).arg(picture);
}

QString PostMaker::emojiAddress(int number) const
{
    return QStringLiteral("%1/emoji/%2.png").arg(m_media).arg(number);
}

Profile PostMaker::person(int number) const
{
    Dice dice(number, ofPerson);
    Profile profile;
    profile.handle = userOf(number) + QLatin1Char('@') + hostOf(number);
    profile.uri = addressOf(number);
    profile.ref = RemoteRef(QString::number(1'000 + number));
    profile.displayName = words(dice.pick(givenNames)) + QLatin1Char(' ') + words(dice.pick(familyNames));
    if (dice.oneIn(6)) {
        const int which = dice.roll(int(emoji.size()));
        const QString code = QStringLiteral(":%1:").arg(words(emoji[std::size_t(which)]));
        profile.nameFacets.append({Facet::Kind::Emoji,
                                   int(profile.displayName.size()) + 1,
                                   int(code.size()),
                                   emojiAddress(which),
                                   {}});
        profile.displayName += QLatin1Char(' ') + code;
    }
    profile.url = QStringLiteral("https://%1/@%2").arg(hostOf(number), userOf(number));
    profile.avatarUrl = avatarAddress(number);
    profile.bot = dice.oneIn(20);
    return profile;
}

RichText PostMaker::text(int number) const
{
    Dice dice(number, ofText);
    const Script script = scriptOf(number);
    Draft draft;
    // Most people write little, and some write much.
    const int length = dice.oneIn(8) ? 60 + dice.roll(60)
        : dice.oneIn(3)              ? 3 + dice.roll(8)
                                     : 12 + dice.roll(30);
    const int words = script == Script::Smileys ? 1 + length / 10 : length;
    if (dice.oneIn(4)) {
        const int whom = dice.roll(people);
        draft.mark(Facet::Kind::Mention, QLatin1Char('@') + userOf(whom), addressOf(whom),
                   QStringLiteral("@%1@%2").arg(userOf(whom), hostOf(whom)));
    }
    for (int i = 0; i < words; ++i) {
        draft.say(wordIn(script, dice));
        if (i % 40 == 39)
            draft.paragraph();
        if (dice.oneIn(40)) {
            const int which = dice.roll(int(emoji.size()));
            draft.mark(Facet::Kind::Emoji,
                       QStringLiteral(":%1:").arg(Petrel::words(emoji[std::size_t(which)])),
                       emojiAddress(which));
        }
    }
    if (dice.oneIn(3)) {
        const QString path = QStringLiteral("notes/2026/%1").arg(dice.roll(100'000));
        draft.mark(Facet::Kind::Link, hostOf(number) + QLatin1Char('/') + path,
                   QStringLiteral("https://%1/%2").arg(hostOf(number), path));
    }
    for (int i = dice.roll(6); i > 3; --i) {
        const QString tag = Petrel::words(dice.pick(tags));
        draft.mark(Facet::Kind::Tag, QLatin1Char('#') + tag,
                   QStringLiteral("https://%1/tags/%2").arg(hostOf(number), tag));
    }
    return draft.take();
}

QVector<Attachment> PostMaker::attachments(int number) const
{
    Dice dice(number, ofPictures);
    QVector<Attachment> list;
    if (!dice.oneIn(4))
        return list;
    for (int i = dice.oneIn(2) ? 1 : 1 + dice.roll(4); i > 0; --i) {
        Attachment one;
        one.kind = Attachment::Kind::Image;
        one.url = pictureAddress(dice.roll(pictures));
        one.previewUrl = one.url;
        one.altText =
            dice.oneIn(3) ? QString() : QStringLiteral("A grey bird above water that is greyer still");
        one.blurhash = QString::fromLatin1(dice.pick(hashes));
        const QSize size = dice.pick(shapes);
        one.width = size.width();
        one.height = size.height();
        list.append(one);
    }
    return list;
}

Entry PostMaker::entry(int number) const
{
    Dice shape(number, ofShape);
    // The first roll of this purpose chose the script.
    (void)shape.roll(20);
    Entry entry;
    Post &post = entry.post;
    post.uri = PostUri(postUri(number));
    post.ref = RemoteRef(refOf(number));
    post.url = QStringLiteral("https://%1/@%2/%3")
                   .arg(hostOf(authorOf(number)), userOf(authorOf(number)))
                   .arg(number);
    post.author = person(authorOf(number));
    post.createdAtMs = m_newestMs - number * betweenPostsMs;
    post.editedAtMs = shape.oneIn(15) ? post.createdAtMs + 60'000 : 0;
    post.body = text(number);
    post.contentWarning = shape.oneIn(12) ? words(shape.pick(warnings)) : QString();
    post.attachments = attachments(number);
    post.sensitive = !post.contentWarning.isEmpty() || shape.oneIn(25);
    post.visibility = shape.oneIn(8) ? Visibility::Unlisted
        : shape.oneIn(12)            ? Visibility::Followers
                                     : Visibility::Public;
    post.language = languageOf(scriptOf(number));
    if (shape.oneIn(5)) {
        const int older = number + 1 + shape.roll(20);
        post.replyToUri = PostUri(postUri(older));
        post.replyToRef = RemoteRef(refOf(older));
        post.replyToHandle = person(authorOf(older)).handle;
    }
    Dice counts(number, ofCounts);
    post.replyCount = counts.roll(5);
    post.boostCount = counts.oneIn(10) ? counts.roll(4'000) : counts.roll(12);
    post.favouriteCount = counts.oneIn(10) ? counts.roll(9'000) : counts.roll(30);
    post.flags.favourited = counts.oneIn(9);
    post.flags.boosted = counts.oneIn(30);
    post.flags.bookmarked = counts.oneIn(30);
    entry.uri = post.uri.value();
    entry.ref = post.ref;
    entry.timeMs = post.createdAtMs;
    if (shape.oneIn(6)) {
        entry.uri += QStringLiteral("/activity");
        entry.ref = RemoteRef(QString::number(newestRef - number * 2 + 1));
        entry.boostedBy = person(Dice(number, ofBooster).roll(people));
        post.visibility = Visibility::Public;
        // What is boosted is older than its boost.
        post.createdAtMs -= 40 * betweenPostsMs;
    }
    return entry;
}

} // namespace Petrel
