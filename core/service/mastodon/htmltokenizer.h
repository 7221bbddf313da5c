// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace Petrel {

//! One piece of an HTML text.
struct HtmlToken {
    enum class Kind { Text, Start, End };
    Kind kind = Kind::Text;
    QStringView text; //!< Text: as written, entities not decoded
    QString name; //!< Start, End: lower case
    QStringView attributes; //!< Start: as written

    //! The decoded value of an attribute (the first one of that lower-case name); empty where there is none.
    [[nodiscard]] QString attribute(QLatin1String wanted) const;
};

//! Cuts HTML of any quality into texts and tags, in time linear in its length. Comments, declarations and the
//! content of elements that hold no text for people (script, style …) are left out. The text must outlive it.
class HtmlTokenizer {
public:
    explicit HtmlTokenizer(QStringView html)
        : m_html(html)
    { }
    //! False at the end.
    [[nodiscard]] bool next(HtmlToken &token);

private:
    [[nodiscard]] bool readMarkup(HtmlToken &token);
    void skipDeclaration();
    void skipRawText(const QString &name);
    [[nodiscard]] bool looksLikeMarkup(qsizetype at) const;

    QStringView m_html;
    qsizetype m_at = 0;
};

} // namespace Petrel
