// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/platform/windowsettings.h"

#include <QObject>
#include <QString>

class QWindow;

namespace Petrel {

class DesktopSettings;

//! What the window must know of the desktop it is on, and what the person chose against it; as the singleton
//! `Platform` in QML. The choices are kept in the profile (windowsettings.h).
class Platform : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool dark READ isDark NOTIFY darkChanged)
    Q_PROPERTY(bool reducedMotion READ reducedMotion NOTIFY reducedMotionChanged)
    //! 0.8 to 1.6; other values are held to that.
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged)
    //! "system", "light" or "dark"; other words are ignored.
    Q_PROPERTY(QString themeChoice READ themeChoice WRITE setThemeChoice NOTIFY themeChoiceChanged)
public:
    //! `desktop` must outlive it.
    Platform(const QString &profileDirectory, DesktopSettings &desktop, QObject *parent = nullptr);
    ~Platform() override;

    [[nodiscard]] bool isDark() const;
    [[nodiscard]] bool reducedMotion() const;
    [[nodiscard]] double textScale() const { return m_textScale; }
    void setTextScale(double scale);
    [[nodiscard]] QString themeChoice() const { return m_themeChoice; }
    void setThemeChoice(const QString &choice);

    //! Lets screen readers speak an item's accessible name now.
    Q_INVOKABLE void announce(QObject *item) const;
    //! Brings a window to the person: out of the task bar and before the others, as far as the desktop lets
    //! programs do that.
    static void raise(QWindow &window);
    //! Writes the choices to the disk.
    void flush() { m_settings.flush(); }

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void darkChanged();
    void reducedMotionChanged();
    void textScaleChanged();
    void themeChoiceChanged();

private:
    void look();

    DesktopSettings &m_desktop;
    WindowSettings m_settings;
    QString m_themeChoice;
    double m_textScale;
    bool m_dark = false;
    bool m_reducedMotion = false;
};

} // namespace Petrel
