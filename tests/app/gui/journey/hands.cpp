// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hands.h"

#include <QDateTime>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

namespace Petrel {

namespace {

constexpr int patienceMs = 20'000;
//! More than a round through the window takes.
constexpr int mostTabs = 80;
constexpr int mostTurns = 20;
//! How long one turn of the wheel is watched before the next.
constexpr int turnMs = 100;

//! A press on what moves only stops it.
bool isScrolling(const QQuickItem &item)
{
    for (const QQuickItem *above = item.parentItem(); above; above = above->parentItem()) {
        if (above->property("moving").toBool())
            return true;
    }
    return false;
}

} // namespace

Hands::Hands(QQuickWindow &window, Way way)
    : m_window(window),
      m_way(way),
      m_eyes(window)
{
    QObject::connect(&window, &QQuickWindow::frameSwapped, &window, [frames = m_frames] { ++*frames; });
}

bool Hands::complain(const QString &words) const
{
    qWarning().noquote() << words << "\n" << m_eyes.everything();
    return false;
}

bool Hands::until(const std::function<bool()> &come, const QString &what) const
{
    return QTest::qWaitFor(come, patienceMs)
        || complain(QStringLiteral("did not come: ") + what + QLatin1Char(';'));
}

//! What stands in the way of using it; empty = nothing.
QString Hands::hindrance(const Sought &sought, const QQuickItem *within)
{
    const QQuickItem *item = m_eyes.find(sought, within);
    const QRectF place = item ? m_eyes.inSight(*item) : QRectF();
    // What has just changed moves what is below it with the next frame only.
    const bool painted = std::exchange(m_lastFrame, *m_frames) != *m_frames;
    const bool still = std::exchange(m_lastPlace, place) == place && painted;
    if (!item)
        return QStringLiteral("is not in sight");
    if (!item->isEnabled())
        return QStringLiteral("is disabled");
    if (byMouse() && isScrolling(*item))
        return QStringLiteral("is being scrolled");
    if (byMouse() && !m_eyes.isOnTop(*item))
        return QStringLiteral("is covered");
    if (still)
        return {};
    m_window.update();
    return QStringLiteral("does not keep still");
}

bool Hands::waitFor(const Sought &sought, const QQuickItem *within)
{
    m_lastPlace = {};
    QString why;
    return QTest::qWaitFor([&] { return (why = hindrance(sought, within)).isEmpty(); }, patienceMs)
        || complain(QStringLiteral("«%1» %2;").arg(sought.name, why));
}

bool Hands::press(const Sought &sought, const QQuickItem *within)
{
    if (!waitFor(sought, within))
        return false;
    if (byMouse())
        return click(sought, within);
    if (!tabTo(sought, within))
        return false;
    key(Qt::Key_Return);
    return true;
}

bool Hands::goTo(const Sought &sought)
{
    if (!waitFor(sought, nullptr))
        return false;
    const bool there = byMouse() ? click(sought, nullptr) : tabTo(sought, nullptr);
    return there
        && until([&] { return m_eyes.focusIsOn(sought); },
                 QStringLiteral("the focus on «%1»").arg(sought.name));
}

bool Hands::fill(const Sought &sought, const QString &text)
{
    if (!goTo(sought))
        return false;
    key(Qt::Key_A, Qt::ControlModifier);
    type(text);
    const QQuickItem *item = m_eyes.find(sought);
    return (item && item->property("text").toString() == text)
        || complain(QStringLiteral("typing «%1» did not reach «%2»;").arg(text, sought.name));
}

void Hands::type(const QString &text)
{
    for (const QChar letter : text) {
        if (letter.unicode() < 0x80)
            QTest::keyClick(&m_window, letter.toLatin1());
        else
            QTest::sendKeyEvent(QTest::Click, &m_window, Qt::Key_unknown, QString(letter), Qt::NoModifier);
    }
}

void Hands::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(&m_window, key, modifiers);
}

bool Hands::click(const Sought &sought, const QQuickItem *within)
{
    QQuickItem *item = m_eyes.find(sought, within);
    QPoint place;
    // It may move while the pointer does.
    for (int i = 0; i < mostTurns && Eyes::middleOf(*item).toPoint() != place; ++i) {
        place = Eyes::middleOf(*item).toPoint();
        QTest::mouseMove(&m_window, place);
        if (!waitFor(sought, within))
            return false;
        item = m_eyes.find(sought, within);
    }
    if (!m_eyes.inSight(*item).contains(Eyes::middleOf(*item)))
        return complain(QStringLiteral("the middle of «%1» is out of sight;").arg(sought.name));
    QTest::mousePress(&m_window, Qt::LeftButton, Qt::NoModifier, place);
    // Whoever took the press lies on top.
    const QQuickItem *hit = m_window.mouseGrabberItem();
    const bool isHit = hit && (hit == item || item->isAncestorOf(hit));
    const QString other =
        hit ? QString::fromLatin1(hit->metaObject()->className()) : QStringLiteral("nothing");
    QTest::mouseRelease(&m_window, Qt::LeftButton, Qt::NoModifier, place);
    return isHit || complain(QStringLiteral("the press on «%1» was taken by %2;").arg(sought.name, other));
}

bool Hands::scrollTo(const Sought &row)
{
    const auto isWhole = [&] {
        const QQuickItem *item = m_eyes.find(row);
        return item
            && m_eyes.inSight(*item).height() >= std::min(item->height() - 1, m_window.height() / 2.0);
    };
    // Down to the end, then up again: one of them passes it.
    for (const int turn : {-120, 120}) {
        for (int i = 0; i < mostTurns && !isWhole(); ++i) {
            wheel(turn);
            static_cast<void>(QTest::qWaitFor(isWhole, turnMs));
        }
    }
    return isWhole() || complain(QStringLiteral("«%1» cannot be scrolled to;").arg(row.name));
}

//! Over the first row in sight, which is in the list that is looked at.
void Hands::wheel(int turn)
{
    QQuickItem *row = m_eyes.find({QAccessible::ListItem, QString(), true});
    const QPointF place =
        row ? m_eyes.inSight(*row).center() : QPointF(m_window.width(), m_window.height()) / 2;
    QWheelEvent event(place, m_window.mapToGlobal(place), QPoint(), QPoint(0, turn), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    // Two turns at the same instant would be one.
    event.setTimestamp(quint64(QDateTime::currentMSecsSinceEpoch()));
    QCoreApplication::sendEvent(&m_window, &event);
}

bool Hands::tabTo(const Sought &sought, const QQuickItem *within)
{
    const auto there = [&] {
        const QQuickItem *focus = m_window.activeFocusItem();
        return m_eyes.focusIsOn(sought) && (!within || within->isAncestorOf(focus));
    };
    // What was just opened takes the focus by itself, in a moment.
    QCoreApplication::processEvents();
    QStringList way{m_eyes.focusWords()};
    // Fields stand before the buttons that lead to them.
    const bool backFirst = sought.role == QAccessible::EditableText;
    for (const bool back : {backFirst, !backFirst}) {
        for (int i = 0; i < mostTabs && !there(); ++i) {
            key(back ? Qt::Key_Backtab : Qt::Key_Tab, back ? Qt::ShiftModifier : Qt::NoModifier);
            QCoreApplication::processEvents();
            way.append(m_eyes.focusWords());
        }
    }
    return there()
        || complain(QStringLiteral("Tab does not reach «%1»: %2;")
                        .arg(sought.name, way.join(QStringLiteral(" → "))));
}

} // namespace Petrel
