// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakemastodon/call.h"

namespace Petrel::Fake {

using Endpoint = WireResponse (*)(Call &call);

// What the server says of itself
WireResponse nodeinfoLinks(Call &call);
WireResponse nodeinfo(Call &call);
WireResponse webfinger(Call &call);
WireResponse oauthMetadata(Call &call);
WireResponse instanceV1(Call &call);
WireResponse instanceV2(Call &call);
WireResponse customEmojis(Call &call);

//! Pictures: avatars, previews, custom emoji.
WireResponse worldFile(Call &call);

// Signing in and out
WireResponse registerApp(Call &call);
WireResponse authorizePage(Call &call);
WireResponse authorizePosted(Call &call);
WireResponse goToSocialSignInPage(Call &call);
WireResponse goToSocialSignIn(Call &call);
WireResponse snacSignIn(Call &call);
WireResponse outOfBandPage(Call &call);
WireResponse giveToken(Call &call);
WireResponse revokeToken(Call &call);

// Accounts
WireResponse verifyCredentials(Call &call);
WireResponse showAccount(Call &call);
WireResponse lookUpAccount(Call &call);
WireResponse accountStatuses(Call &call);

// Timelines and search
WireResponse homeTimeline(Call &call);
WireResponse search(Call &call);

// Statuses
WireResponse postStatus(Call &call);
WireResponse showStatus(Call &call);
WireResponse deleteStatus(Call &call);
WireResponse statusSource(Call &call);
WireResponse statusContext(Call &call);
WireResponse favourite(Call &call);
WireResponse unfavourite(Call &call);
WireResponse reblog(Call &call);
WireResponse unreblog(Call &call);
WireResponse bookmark(Call &call);
WireResponse unbookmark(Call &call);

} // namespace Petrel::Fake
