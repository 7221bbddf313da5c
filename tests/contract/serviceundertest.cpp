// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/serviceundertest.h"

#include "contract/mastodonundertest.h"
#include "contract/memoryundertest.h"

namespace Petrel {

QStringList servicesUnderTest()
{
    QStringList names{QStringLiteral("memory")};
    for (const Fake::Flavour flavour : Fake::allFlavours())
        names.append(Fake::flavourId(flavour));
    return names;
}

std::unique_ptr<ServiceUnderTest> makeServiceUnderTest(const QString &name)
{
    const auto flavour = Fake::flavourFromId(name);
    return flavour ? makeMastodonUnderTest(*flavour) : makeMemoryUnderTest();
}

} // namespace Petrel
