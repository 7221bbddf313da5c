// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "person.h"

#include <QQuickItem>

namespace Petrel {

namespace {

Sought composerText()
{
    return field(QStringLiteral("Your post"));
}

Sought serverField()
{
    return field(QStringLiteral("Server"));
}

} // namespace

Person::Person(const QString &profileDirectory, const QString &credentialsFile, Hands::Way way)
    : m_profileDirectory(profileDirectory),
      m_credentialsFile(credentialsFile),
      m_way(way)
{ }

Person::~Person() = default;

bool Person::starts()
{
    m_petrel = std::make_unique<RunningPetrel>(m_profileDirectory, m_credentialsFile);
    if (!m_petrel->isUp())
        return false;
    m_hands.emplace(m_petrel->window(), m_way);
    return true;
}

bool Person::quits()
{
    m_hands.reset();
    const auto code = m_petrel->close();
    m_petrel.reset();
    return code == 0;
}

// Seeing

bool Person::sees(const QString &words) const
{
    return m_hands->until([&] { return eyes().read(words); }, QStringLiteral("the words «%1»").arg(words));
}

bool Person::seesNoMore(const QString &words) const
{
    return m_hands->until([&] { return !eyes().read(words); },
                          QStringLiteral("the end of the words «%1»").arg(words));
}

bool Person::seesRows(const QString &words, int count) const
{
    return m_hands->until([&] { return eyes().all(rowWith(words)).size() == count; },
                          QStringLiteral("%1 rows with «%2»").arg(count).arg(words));
}

bool Person::seesButton(const Sought &sought) const
{
    return m_hands->until([&] { return eyes().find(sought); },
                          QStringLiteral("the button «%1»").arg(sought.name));
}

bool Person::seesField(const QString &name, const QString &text) const
{
    return m_hands->until(
        [&] {
            QQuickItem *item = eyes().find(field(name));
            return item && item->property("text").toString() == text;
        },
        QStringLiteral("«%1» in the field «%2»").arg(text, name));
}

// Signing in

bool Person::addsAnAccount()
{
    return m_hands->press(button(QStringLiteral("Add an account")))
        && sees(QStringLiteral("On which server"));
}

bool Person::namesServer(const QString &address)
{
    if (!m_hands->fill(serverField(), address))
        return false;
    if (!m_hands->byMouse()) {
        m_hands->key(Qt::Key_Return);
        return true;
    }
    const auto again = button(QStringLiteral("Try again"));
    return m_hands->press(eyes().find(again) ? again : button(QStringLiteral("Continue")));
}

bool Person::goesToBrowser(const QString &address)
{
    const int before = m_browser.opened();
    return namesServer(address) && sees(QStringLiteral("Go on in your browser"))
        && m_hands->until([&] { return m_browser.opened() == before + 1; }, QStringLiteral("the browser"));
}

bool Person::signsIn(const QString &address, const QString &name, const QString &password)
{
    if (!addsAnAccount() || !goesToBrowser(address))
        return false;
    const auto page = m_browser.signIn(name, password);
    if (!page || !page->isEmpty())
        qWarning().noquote() << "the browser did not come back:" << page.value_or(QStringLiteral("no page"));
    return page && page->isEmpty() && seesButton(button(QStringLiteral("Write a post")));
}

// Reading

bool Person::goesTo(const QString &post)
{
    if (!leavesComposer())
        return false;
    if (m_hands->byMouse())
        return m_hands->scrollTo(rowWith(post));
    if (!m_hands->until([&] { return eyes().find(rowWith(QString())); }, QStringLiteral("a list of posts")))
        return false;
    // Down to the end, then up again: one of them passes it.
    for (const char letter : {'j', 'k'}) {
        for (int i = 0; i < 30 && !eyes().isMarked(rowWith(post)); ++i)
            m_hands->type(QString(QLatin1Char(letter)));
    }
    return m_hands->until([&] { return eyes().isMarked(rowWith(post)); },
                          QStringLiteral("the keyboard at «%1»").arg(post));
}

bool Person::opens(const QString &post)
{
    if (!goesTo(post))
        return false;
    if (m_hands->byMouse()) {
        if (!m_hands->press(rowWith(post)))
            return false;
    } else {
        m_hands->key(Qt::Key_Return);
    }
    return sees(QStringLiteral("Conversation"));
}

bool Person::goesBack()
{
    if (!m_hands->byMouse())
        m_hands->key(Qt::Key_Escape);
    else if (!m_hands->press(button(QStringLiteral("Back"))))
        return false;
    return seesNoMore(QStringLiteral("Conversation"));
}

bool Person::fetches()
{
    const auto fetch = button(QStringLiteral("Fetch what is new"));
    const auto rests = [&] {
        return m_hands->until(
            [&] {
                const QQuickItem *item = eyes().find(fetch);
                return item && item->isEnabled();
            },
            QStringLiteral("the end of the fetching"));
    };
    if (!leavesComposer() || !rests())
        return false;
    if (!m_hands->byMouse())
        m_hands->key(Qt::Key_F5);
    else if (!m_hands->press(fetch))
        return false;
    return rests();
}

bool Person::switchesTo(int account, const QString &handle)
{
    if (m_hands->byMouse()) {
        if (!m_hands->press(accountWith(handle)))
            return false;
    } else {
        m_hands->key(Qt::Key(Qt::Key_0 + account), Qt::ControlModifier);
    }
    return sees(QStringLiteral("Home"))
        && m_hands->until(
            [&] {
                QQuickItem *item = eyes().find(accountWith(handle));
                return item && QAccessible::queryAccessibleInterface(item)->state().checked;
            },
            QStringLiteral("the account ") + handle);
}

// Writing

bool Person::leavesComposer()
{
    if (m_hands->byMouse() || !eyes().focusIsOn(composerText()))
        return true;
    m_hands->key(Qt::Key_Escape);
    return m_hands->until([&] { return !eyes().focusIsOn(composerText()); },
                          QStringLiteral("the way out of the composer"));
}

bool Person::opensComposer()
{
    if (eyes().focusIsOn(composerText()))
        return true;
    if (!m_hands->byMouse()) {
        m_hands->type(QStringLiteral("n"));
    } else if (eyes().find(composerText())) {
        // Open already: something stands in it.
        return m_hands->goTo(composerText());
    } else if (!m_hands->press(button(QStringLiteral("Write a post")))) {
        return false;
    }
    return m_hands->until([&] { return eyes().focusIsOn(composerText()); }, QStringLiteral("the composer"));
}

bool Person::warns(const QString &warning)
{
    return m_hands->press(button(QStringLiteral("Add a content warning")))
        && m_hands->fill(field(QStringLiteral("Content warning")), warning);
}

bool Person::sends(const QString &word)
{
    const auto send = buttonWith(word + QStringLiteral(" as "));
    if (!seesButton(send))
        return false;
    if (m_hands->byMouse())
        return m_hands->press(send);
    m_hands->key(Qt::Key_Return, Qt::ControlModifier);
    return true;
}

bool Person::writes(const QString &text, const QString &word, const QString &warning)
{
    if (!opensComposer() || !m_hands->fill(composerText(), text))
        return false;
    return (warning.isEmpty() || warns(warning)) && sends(word)
        && seesField(QStringLiteral("Your post"), QString());
}

bool Person::answers(const QString &post, const QString &text, const QString &word)
{
    if (!acts(post, QStringLiteral("Reply"), Qt::Key_R) || !sees(QStringLiteral("In reply to "))
        || !m_hands->until([&] { return eyes().focusIsOn(composerText()); }, QStringLiteral("the composer")))
        return false;
    m_hands->type(text);
    return sends(word) && seesField(QStringLiteral("Your post"), QString());
}

bool Person::acts(const QString &post, const QString &word, Qt::Key key)
{
    if (!goesTo(post))
        return false;
    if (m_hands->byMouse())
        return m_hands->press(button(word), eyes().find(rowWith(post)));
    m_hands->key(key);
    return true;
}

bool Person::favourites(const QString &post)
{
    return acts(post, QStringLiteral("Favourite"), Qt::Key_F)
        && seesButton(buttonWith(QStringLiteral("No longer a favourite")));
}

bool Person::boosts(const QString &post)
{
    return acts(post, QStringLiteral("Boost"), Qt::Key_B)
        && seesButton(buttonWith(QStringLiteral("Take the boost back")));
}

// What waits

bool Person::opensOutbox()
{
    if (!leavesComposer())
        return false;
    if (m_hands->byMouse()) {
        if (!m_hands->press(buttonWith(QStringLiteral("Outbox"))))
            return false;
    } else {
        m_hands->type(QStringLiteral("go"));
    }
    return m_hands->until(
        [&] {
            return eyes().find({QAccessible::Heading, QStringLiteral("Outbox"), false});
        },
        QStringLiteral("the outbox"));
}

bool Person::leavesOutbox()
{
    if (!m_hands->byMouse())
        m_hands->type(QStringLiteral("gh"));
    else if (!m_hands->press(button(QStringLiteral("Back"))))
        return false;
    return m_hands->until(
        [&] {
            return eyes().find({QAccessible::Heading, QStringLiteral("Home"), false});
        },
        QStringLiteral("the way home"));
}

bool Person::triesNow()
{
    return m_hands->press(button(QStringLiteral("Try now")));
}

} // namespace Petrel
