// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/windowrun.h"

#include "bench/cards.h"
#include "bench/meteredapplication.h"

#include <QJsonDocument>
#include <QLocale>
#include <QQuickWindow>
#include <QtQml/qqmlextensionplugin.h>

#include <cstdio>

Q_IMPORT_QML_PLUGIN(PetrelPlugin)

namespace Petrel {

WindowRun::WindowRun(MeteredApplication &application, const ApplicationOptions &options)
    : m_application(application),
      m_petrel(options)
{
    // As the program does: translating costs time, too.
    const QString folder = QStringLiteral(":/translations");
    if (m_words.load(QLocale(), QStringLiteral("petrel"), QStringLiteral("_"), folder)
        || m_words.load(QStringLiteral("petrel_en"), folder))
        QCoreApplication::installTranslator(&m_words);
    connect(&m_petrel, &Application::finished, &m_application, &QCoreApplication::exit, Qt::QueuedConnection);
}

WindowRun::~WindowRun() = default;

int WindowRun::exec()
{
    m_petrel.start();
    m_window = Cards::shownWindow();
    if (!m_window)
        return 1;
    m_firstPost = std::make_unique<FirstFrame>(*m_window, FirstFrame::Of::Post);
    connect(m_firstPost.get(), &FirstFrame::shown, this, &WindowRun::firstPostShown);
    return QGuiApplication::exec();
}

void WindowRun::tell(const QJsonObject &figures)
{
    const QByteArray line = QJsonDocument(figures).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
    std::fflush(stdout);
}

void WindowRun::end()
{
    m_window->close();
}

} // namespace Petrel
