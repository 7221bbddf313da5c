// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/fakemastodonserver.h"

#include "support/fakemastodon/control.h"
#include "support/fakemastodon/fakemastodon.h"
#include "support/fakemastodon/httpfront.h"

namespace Petrel::Fake {

struct FakeMastodonServer::Private {
    explicit Private(FakeMastodon &server)
        : fake(server),
          front([this](const WireRequest &request) { return fake.receive(request); }, fake.clock()),
          controlFront(
              [this](const WireRequest &request) {
                  return Reply{Reply::Kind::Answer, control(fake, request), 0, true};
              },
              fake.clock())
    {
        front.closesConnections = fake.rules().closesConnections;
    }

    FakeMastodon &fake;
    HttpFront front;
    HttpFront controlFront;
    QUrl base;
    QString error;
};

FakeMastodonServer::FakeMastodonServer(FakeMastodon &fake, QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(fake))
{
    fake.onDownChanged = [this](bool down) {
        if (down)
            d->front.shut();
        else if (!d->front.open(d->front.port()))
            d->error = d->front.errorString();
    };
}

FakeMastodonServer::~FakeMastodonServer()
{
    d->fake.onDownChanged = nullptr;
}

bool FakeMastodonServer::listen(quint16 port)
{
    if (!d->front.open(port)) {
        d->error = d->front.errorString();
        return false;
    }
    d->base.setScheme(d->front.certificate.isEmpty() ? QStringLiteral("http") : QStringLiteral("https"));
    d->base.setHost(QStringLiteral("127.0.0.1"));
    d->base.setPort(d->front.port());
    d->fake.world().setBase(d->base);
    return true;
}

bool FakeMastodonServer::listenControl(quint16 port)
{
    if (d->controlFront.open(port))
        return true;
    d->error = d->controlFront.errorString();
    return false;
}

QUrl FakeMastodonServer::base() const
{
    return d->base;
}

QUrl FakeMastodonServer::controlBase() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(d->controlFront.port());
    return url;
}

QString FakeMastodonServer::errorString() const
{
    return d->error;
}

void FakeMastodonServer::setTls(const QByteArray &certificate, const QByteArray &key)
{
    d->front.certificate = certificate;
    d->front.privateKey = key;
}

int FakeMastodonServer::connections() const
{
    return d->front.connections();
}

int FakeMastodonServer::requestsOnWire() const
{
    return d->front.requestsBegun();
}

} // namespace Petrel::Fake
