// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/answergift.h"

namespace Petrel {

bool AnswerGift::holdsOwnText(const Draft &draft) const
{
    return draft.content.text != m_text && !draft.content.text.trimmed().isEmpty();
}

bool AnswerGift::holdsOwnWarning(const Draft &draft) const
{
    return !m_warningShownBefore && !draft.content.contentWarning.trimmed().isEmpty();
}

void AnswerGift::giveText(Draft &draft, const QString &text)
{
    m_text = text;
    draft.content.text = text;
}

void AnswerGift::giveWarning(Draft &draft, const QString &warning)
{
    if (!m_warningShownBefore)
        m_warningShownBefore = draft.warningShown;
    draft.content.contentWarning = warning;
    draft.warningShown = true;
}

void AnswerGift::giveVisibility(Draft &draft, Visibility visibility)
{
    if (visibility == draft.content.visibility)
        return;
    if (!m_visibilityBefore)
        m_visibilityBefore = draft.content.visibility;
    draft.content.visibility = visibility;
}

void AnswerGift::takeOut(Draft &draft)
{
    if (!m_text.isEmpty() && draft.content.text == m_text)
        draft.content.text.clear();
    if (m_warningShownBefore) {
        draft.content.contentWarning.clear();
        draft.warningShown = *m_warningShownBefore;
    }
    if (m_visibilityBefore)
        draft.content.visibility = *m_visibilityBefore;
    forget();
}

void AnswerGift::warningShown(bool shown)
{
    if (!m_warningShownBefore)
        return;
    // Who opens it wants what stands in it.
    if (shown)
        m_warningShownBefore.reset();
    else
        m_warningShownBefore = false;
}

void AnswerGift::usualChanged(Visibility former, Visibility now)
{
    if (m_visibilityBefore == former)
        m_visibilityBefore = now;
}

} // namespace Petrel
