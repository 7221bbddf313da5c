// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser.h"

#include <QDesktopServices>
#include <QNetworkReply>
#include <QTest>

namespace Petrel {

namespace {

constexpr int patienceMs = 20'000;

} // namespace

Browser::Browser()
{
    QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "open");
}

Browser::~Browser()
{
    QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
}

std::optional<QString> Browser::signIn(const QString &name, const QString &password, bool refuse)
{
    if (m_opened.isEmpty())
        return std::nullopt;
    FakeBrowser pages(m_transport);
    std::optional<Result<BrowserVisit>> ended;
    pages.signIn(m_opened.last(), name, password, refuse)
        .finally(this, [&ended](const Result<BrowserVisit> &visit) { ended.emplace(visit); });
    if (!QTest::qWaitFor([&] { return ended.has_value(); }, patienceMs) || !ended->ok()) {
        qWarning().noquote() << "the pages did not come:"
                             << (ended ? ended->error().detail + ended->error().message : QString());
        return std::nullopt;
    }
    const BrowserVisit &visit = ended->value();
    if (visit.redirect.isEmpty())
        return visit.page.isEmpty() ? QStringLiteral("an empty page") : visit.page;
    const std::unique_ptr<QNetworkReply> back(m_back.get(QNetworkRequest(visit.redirect)));
    if (!QTest::qWaitFor([&] { return back->isFinished(); }, patienceMs))
        return std::nullopt;
    return QString();
}

} // namespace Petrel
