// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/firstframe.h"
#include "gui/application.h"

#include <QJsonObject>
#include <QTranslator>

#include <memory>

class QQuickWindow;

namespace Petrel {

class MeteredApplication;

//! The real program in this process, from its start to the orderly end of its window: what a measured child
//! process does. Whoever derives from it goes on where the first post is on the screen.
class WindowRun : public QObject {
    Q_OBJECT
public:
    WindowRun(MeteredApplication &application, const ApplicationOptions &options);
    ~WindowRun() override;
    //! Runs until the window has closed; the exit status of the process.
    int exec();

protected:
    //! The first post is on the screen.
    virtual void firstPostShown() = 0;
    [[nodiscard]] QQuickWindow &window() const { return *m_window; }
    [[nodiscard]] MeteredApplication &application() const { return m_application; }
    [[nodiscard]] qint64 firstPostAtNs() const { return m_firstPost->shownAtNs(); }
    //! Says a line to the parent process.
    static void tell(const QJsonObject &figures);
    //! Closes the window; exec() returns when the profile is given back.
    void end();

private:
    MeteredApplication &m_application;
    QTranslator m_words;
    Application m_petrel;
    QQuickWindow *m_window = nullptr;
    std::unique_ptr<FirstFrame> m_firstPost;
};

} // namespace Petrel
