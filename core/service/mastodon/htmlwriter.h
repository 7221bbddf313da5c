// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/richtext.h"

namespace Petrel {

//! Lays text out as HTML does (white space runs, line and paragraph breaks) into a RichText under
//! construction.
class HtmlWriter {
public:
    explicit HtmlWriter(qsizetype sizeHint) { m_text.reserve(sizeHint); }

    //! Text with entities decoded; white space collapses unless `preformatted`.
    void add(const QString &text, bool preformatted);
    //! At least this many line breaks before the next text; none at the very beginning.
    void breakLines(int atLeast);
    //! One more line break, up to two empty lines.
    void addLineBreak();
    //! Text of our own, exactly as it is.
    void addOwn(const QString &text);
    //! The same for what opens a list item: the next text follows it on the same line.
    void addBullet(const QString &bullet);
    void endItem() { m_afterBullet = false; }
    //! Where the next text will stand, pending breaks not counted.
    [[nodiscard]] int position() const { return int(m_text.size()); }
    //! Marks what was written since `from` without the white space around it; false where nothing was.
    [[nodiscard]] bool trimmedRange(int from, int *start, int *length) const;
    [[nodiscard]] QStringView textFrom(int start, int length) const
    {
        return QStringView(m_text).mid(start, length);
    }
    [[nodiscard]] QString take();

private:
    void flush();

    QString m_text;
    int m_breaks = 0;
    bool m_space = false;
    bool m_afterBullet = false;
};

} // namespace Petrel
