// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "town.h"

#include <QBuffer>
#include <QImage>

namespace Petrel {

namespace {

Fake::WorldFile face()
{
    QImage image(32, 32, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    image.save(&file, "PNG");
    return {"image/png", file.data()};
}

} // namespace

Town::Town(const QString &flavour)
    : m_clock(makeSystemClock()),
      m_server(Fake::flavourFromId(flavour).value_or(Fake::Flavour::Mastodon42), *m_clock),
      m_front(m_server),
      m_open(m_front.listen())
{
    // What bob wrote was delivered before this began.
    world().editRules().deliveryDelayMs = 0;
    const QString bob = QStringLiteral("bob");
    world().addUser(alice(), password());
    world().addUser(bob);
    world().follow(alice(), bob);
    world().addFile(QStringLiteral("face.png"), face());
    for (const QString &name : {alice(), bob})
        world().editUser(name)->avatar = QStringLiteral("face.png");
    for (const QString &text : {tea(), birds(), tide()})
        world().publish(bob, text);
}

QString Town::postBy(const QString &author, const QString &text) const
{
    QString found;
    const auto posts = m_server.world().postsBy(author);
    for (const Fake::WorldPost &post : posts) {
        if (post.text.contains(text) && !found.isEmpty())
            return {};
        if (post.text.contains(text))
            found = post.uri;
    }
    return found;
}

QString Town::postOfAlice(const QString &text) const
{
    return postBy(alice(), text);
}

QString Town::postOfBob(const QString &text) const
{
    return postBy(QStringLiteral("bob"), text);
}

QStringList Town::changes() const
{
    QStringList found;
    const auto requests = m_server.requests();
    for (const Fake::LoggedRequest &request : requests) {
        const bool signsIn = request.path.startsWith(QLatin1String("/oauth"))
            || request.path == QLatin1String("/api/v1/apps")
            || request.path.startsWith(QLatin1String("/auth"));
        if (request.method != "GET" && !signsIn)
            found.append(QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path);
    }
    return found;
}

int Town::homesRead() const
{
    return m_server.countRequests("GET", QStringLiteral("/api/v1/timelines/home"));
}

} // namespace Petrel
