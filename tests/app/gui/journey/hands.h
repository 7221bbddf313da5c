// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eyes.h"

#include <QtCore/qnamespace.h>

#include <memory>

class QQuickItem;
class QQuickWindow;

namespace Petrel {

//! Uses a window with a mouse, or with the keyboard alone. Every deed waits until it is possible, is done
//! where a person would do it, and gives false, with words on standard error, where it cannot be done:
//! nothing is pressed that is covered, and nothing is reached by keyboard that Tab does not reach.
class Hands {
public:
    enum class Way { Mouse, Keyboard };

    //! The window must outlive it.
    Hands(QQuickWindow &window, Way way);

    [[nodiscard]] bool byMouse() const { return m_way == Way::Mouse; }
    [[nodiscard]] const Eyes &eyes() const { return m_eyes; }

    [[nodiscard]] bool press(const Sought &sought, const QQuickItem *within = nullptr);
    //! With the wheel, until the whole row is in sight.
    [[nodiscard]] bool scrollTo(const Sought &row);
    //! Takes the focus there, to type.
    [[nodiscard]] bool goTo(const Sought &sought);
    //! Writes into a field instead of what stands there.
    [[nodiscard]] bool fill(const Sought &sought, const QString &text);
    //! Types to whatever has the focus, without looking what that is.
    void type(const QString &text);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    //! Waits for something; false, with these words and what the window says, where it does not come.
    [[nodiscard]] bool until(const std::function<bool()> &come, const QString &what) const;

private:
    [[nodiscard]] bool click(const Sought &sought, const QQuickItem *within);
    void wheel(int turn);
    [[nodiscard]] bool tabTo(const Sought &sought, const QQuickItem *within);
    [[nodiscard]] bool waitFor(const Sought &sought, const QQuickItem *within);
    [[nodiscard]] QString hindrance(const Sought &sought, const QQuickItem *within);
    [[nodiscard]] bool complain(const QString &words) const;

    QQuickWindow &m_window;
    Way m_way;
    Eyes m_eyes;
    std::shared_ptr<int> m_frames = std::make_shared<int>(0); //!< painted since it looks
    int m_lastFrame = -1; //!< when it looked last
    QRectF m_lastPlace;
};

} // namespace Petrel
