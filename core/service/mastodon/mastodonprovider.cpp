// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/mastodonprovider.h"

#include "service/mastodon/mastodonauthenticator.h"
#include "service/mastodon/mastodonservice.h"

namespace Petrel {

namespace {

class MastodonProvider : public ServiceProvider {
public:
    MastodonProvider(HttpTransport &transport, Clock &clock)
        : m_transport(transport),
          m_clock(clock),
          m_authenticator(transport, clock)
    { }
    [[nodiscard]] QString id() const override { return mastodonServiceId(); }
    [[nodiscard]] std::unique_ptr<Service> makeService(const Account &account,
                                                       const Credentials &credentials) override
    {
        const std::optional<ServerInfo> server = ServerInfo::fromBytes(account.serverInfo);
        if (!server)
            return nullptr;
        return std::make_unique<MastodonService>(m_transport, m_clock, *server, account, credentials);
    }
    [[nodiscard]] Authenticator &authenticator() override { return m_authenticator; }

private:
    HttpTransport &m_transport;
    Clock &m_clock;
    MastodonAuthenticator m_authenticator;
};

} // namespace

std::unique_ptr<ServiceProvider> makeMastodonProvider(HttpTransport &transport, Clock &clock)
{
    return std::make_unique<MastodonProvider>(transport, clock);
}

} // namespace Petrel
