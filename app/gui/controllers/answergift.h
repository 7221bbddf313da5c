// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/draft.h"

#include <optional>

namespace Petrel {

//! What beginning an answer put into a draft for the person, and what stood there before. It can be taken
//! out again as long as nobody has touched it: what the person wrote or chose is his own from then on.
class AnswerGift {
public:
    [[nodiscard]] bool holdsOwnText(const Draft &draft) const;
    [[nodiscard]] bool holdsOwnWarning(const Draft &draft) const;

    void giveText(Draft &draft, const QString &text);
    void giveWarning(Draft &draft, const QString &warning);
    void giveVisibility(Draft &draft, Visibility visibility);
    //! Takes everything out that was given and not touched since.
    void takeOut(Draft &draft);
    //! All that stands there is the person's.
    void forget() { *this = {}; }

    void warningEdited() { m_warningShownBefore.reset(); }
    //! The person opened or closed the field.
    void warningShown(bool shown);
    void visibilityChosen() { m_visibilityBefore.reset(); }
    //! How the account posts by default has changed.
    void usualChanged(Visibility former, Visibility now);

private:
    QString m_text;
    std::optional<bool> m_warningShownBefore; //!< nothing = no warning was given
    std::optional<Visibility> m_visibilityBefore; //!< nothing = it was not narrowed
};

} // namespace Petrel
