// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/lookup.h"

#include "support/fakemastodon/answers.h"

namespace Petrel::Fake {

const WorldPost *visiblePost(const Call &call, const QString &id)
{
    const WorldPost *post = call.world.postById(id);
    if (!post) {
        if (const WorldBoost *boost = call.world.boostById(id))
            post = call.world.post(boost->postUri);
    }
    return post && call.world.visibleTo(call.viewer, *post) ? post : nullptr;
}

WireResponse notThere(const Call &call)
{
    return refusal(call.rules(), 404,
                   call.flavour() == Flavour::GoToSocial ? QStringLiteral("target status not found")
                                                         : QString());
}

} // namespace Petrel::Fake
