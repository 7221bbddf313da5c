// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browser.h"
#include "hands.h"
#include "runningpetrel.h"

#include <memory>
#include <optional>

namespace Petrel {

//! Somebody who uses Petrel on one profile, with a mouse or by keyboard alone, and knows it by what it says.
//! Each deed gives false, with words on standard error, where the window does not let the person do it.
class Person {
public:
    Person(const QString &profileDirectory, const QString &credentialsFile, Hands::Way way);
    ~Person();

    [[nodiscard]] bool starts();
    [[nodiscard]] bool quits();

    // Seeing
    [[nodiscard]] bool sees(const QString &words) const;
    [[nodiscard]] bool seesNoMore(const QString &words) const;
    //! Exactly so many posts, wishes or whatever stands in rows, with these words.
    [[nodiscard]] bool seesRows(const QString &words, int count = 1) const;
    [[nodiscard]] bool seesButton(const Sought &sought) const;
    [[nodiscard]] bool seesField(const QString &name, const QString &text) const;
    [[nodiscard]] const Eyes &eyes() const { return m_hands->eyes(); }
    [[nodiscard]] Hands &hands() { return *m_hands; }
    [[nodiscard]] QQuickWindow &window() { return m_petrel->window(); }

    // Signing in
    [[nodiscard]] Browser &browser() { return m_browser; }
    [[nodiscard]] bool addsAnAccount();
    [[nodiscard]] bool namesServer(const QString &address);
    //! Names the server and waits for the browser to be sent there.
    [[nodiscard]] bool goesToBrowser(const QString &address);
    [[nodiscard]] bool signsIn(const QString &address, const QString &name, const QString &password);

    // Reading
    [[nodiscard]] bool goesTo(const QString &post);
    [[nodiscard]] bool opens(const QString &post);
    [[nodiscard]] bool goesBack();
    //! And waits for the end of it.
    [[nodiscard]] bool fetches();
    [[nodiscard]] bool switchesTo(int account, const QString &handle);

    // Writing
    [[nodiscard]] bool opensComposer();
    [[nodiscard]] bool warns(const QString &warning);
    //! With the button, which has to say this word.
    [[nodiscard]] bool sends(const QString &word);
    [[nodiscard]] bool writes(const QString &text, const QString &word, const QString &warning = {});
    [[nodiscard]] bool answers(const QString &post, const QString &text, const QString &word);
    [[nodiscard]] bool favourites(const QString &post);
    [[nodiscard]] bool boosts(const QString &post);

    // What waits
    [[nodiscard]] bool opensOutbox();
    [[nodiscard]] bool leavesOutbox();
    [[nodiscard]] bool triesNow();

private:
    [[nodiscard]] bool acts(const QString &post, const QString &button, Qt::Key key);
    [[nodiscard]] bool leavesComposer();

    QString m_profileDirectory;
    QString m_credentialsFile;
    Hands::Way m_way;
    Browser m_browser;
    std::unique_ptr<RunningPetrel> m_petrel;
    std::optional<Hands> m_hands; //!< of the window that is open
};

} // namespace Petrel
