// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/platform/platform.h"

#include "gui/platform/announcer.h"
#include "gui/platform/desktopsettings.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPalette>
#include <QStringList>
#include <QWindow>

#include <algorithm>
#include <cmath>

namespace Petrel {

namespace {

QString themeKey()
{
    return QStringLiteral("theme");
}

QString textScaleKey()
{
    return QStringLiteral("text-scale");
}

QString followSystem()
{
    return QStringLiteral("system");
}

bool isTheme(const QString &choice)
{
    return QStringList{followSystem(), QStringLiteral("light"), QStringLiteral("dark")}.contains(choice);
}

double held(double scale)
{
    return std::isfinite(scale) ? std::clamp(scale, 0.8, 1.6) : 1.0;
}

bool paletteIsDark()
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

} // namespace

Platform::Platform(const QString &profileDirectory, DesktopSettings &desktop, QObject *parent)
    : QObject(parent),
      m_desktop(desktop),
      m_settings(profileDirectory),
      m_themeChoice(m_settings.text(themeKey(), followSystem())),
      m_textScale(held(m_settings.number(textScaleKey(), 1)))
{
    if (!isTheme(m_themeChoice))
        m_themeChoice = followSystem();
    m_dark = isDark();
    m_reducedMotion = reducedMotion();
    connect(&m_desktop, &DesktopSettings::changed, this, &Platform::look);
    if (qGuiApp)
        qGuiApp->installEventFilter(this);
}

Platform::~Platform() = default;

bool Platform::isDark() const
{
    if (m_themeChoice != followSystem())
        return m_themeChoice == QLatin1String("dark");
    return m_desktop.dark().value_or(paletteIsDark());
}

bool Platform::reducedMotion() const
{
    return !m_desktop.animations().value_or(true);
}

void Platform::setTextScale(double scale)
{
    const double wanted = held(scale);
    if (qFuzzyCompare(wanted, m_textScale))
        return;
    m_textScale = wanted;
    m_settings.set(textScaleKey(), wanted);
    Q_EMIT textScaleChanged();
}

void Platform::setThemeChoice(const QString &choice)
{
    if (choice == m_themeChoice || !isTheme(choice))
        return;
    m_themeChoice = choice;
    m_settings.set(themeKey(), choice);
    Q_EMIT themeChoiceChanged();
    look();
}

void Platform::announce(QObject *item) const
{
    Petrel::announce(item);
}

void Platform::raise(QWindow &window)
{
    if (window.windowStates() & Qt::WindowMinimized)
        window.showNormal();
    else
        window.show();
    window.raise();
    window.requestActivate();
}

bool Platform::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        look();
    return QObject::eventFilter(watched, event);
}

void Platform::look()
{
    const bool dark = isDark();
    const bool reduced = reducedMotion();
    if (dark != m_dark) {
        m_dark = dark;
        Q_EMIT darkChanged();
    }
    if (reduced != m_reducedMotion) {
        m_reducedMotion = reduced;
        Q_EMIT reducedMotionChanged();
    }
}

} // namespace Petrel
