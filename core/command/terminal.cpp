// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/terminal.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSocketNotifier>
#include <QStringDecoder>

#include <cstdio>
#include <unistd.h>

namespace Petrel {

namespace {

void write(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

Terminal::Terminal() = default;

Terminal::~Terminal() = default;

void Terminal::out(const QString &text)
{
    write(stdout, text);
}

void Terminal::err(const QString &text)
{
    write(stderr, text);
}

Task<QString> Terminal::ask(const QString &prompt)
{
    err(prompt);
    m_asked.emplace();
    auto task = m_asked->task();
    m_notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Terminal::readSome);
    return task;
}

void Terminal::readSome()
{
    char buffer[4096];
    const auto count = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (count > 0)
        m_typed.append(buffer, count);
    const auto end = m_typed.indexOf('\n');
    if (count > 0 && end < 0)
        return;
    m_notifier->setEnabled(false);
    const auto asked = std::exchange(m_asked, std::nullopt);
    if (end < 0 && m_typed.isEmpty())
        return; // the input has ended: the question ends unanswered
    const QString line = QString::fromUtf8(m_typed.left(end < 0 ? m_typed.size() : end));
    m_typed = end < 0 ? QByteArray() : m_typed.mid(end + 1);
    if (asked)
        asked->finish(line);
}

void Terminal::openBrowser(const QUrl &url)
{
    const bool desktop = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (desktop && web)
        QProcess::startDetached(QStringLiteral("xdg-open"), {QString::fromLatin1(url.toEncoded())});
}

Result<QString> Terminal::readAll(qsizetype maxBytes)
{
    QByteArray bytes;
    char buffer[65536];
    while (bytes.size() <= maxBytes) {
        const auto count = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (count <= 0)
            break;
        bytes.append(buffer, count);
    }
    if (bytes.size() > maxBytes)
        return Error{ErrorKind::Rejected,
                     QCoreApplication::translate("Petrel::Terminal", "Standard input is too long."),
                     {},
                     {}};
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    if (decoder.hasError())
        return Error{ErrorKind::Rejected,
                     QCoreApplication::translate("Petrel::Terminal", "Standard input is not UTF-8 text."),
                     {},
                     {}};
    return text;
}

} // namespace Petrel
