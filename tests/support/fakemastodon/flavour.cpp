// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/flavour.h"

namespace Petrel::Fake {

namespace {

FlavourRules mastodon(Flavour flavour, const char *id, const char *version)
{
    FlavourRules rules;
    rules.flavour = flavour;
    rules.id = QLatin1String(id);
    rules.software = QStringLiteral("mastodon");
    rules.version = QLatin1String(version);
    rules.apiVersion = rules.version;
    return rules;
}

FlavourRules mastodon35()
{
    FlavourRules rules = mastodon(Flavour::Mastodon35, "mastodon-3.5", "3.5.19");
    rules.instanceV2 = false;
    rules.homeCap = 400;
    return rules;
}

FlavourRules mastodon46()
{
    FlavourRules rules = mastodon(Flavour::Mastodon46, "mastodon-4.6", "4.6.5");
    rules.keys = KeyBehaviour::Answers500;
    rules.oauthMetadata = true;
    rules.checksPkce = true;
    return rules;
}

FlavourRules goToSocial()
{
    FlavourRules rules;
    rules.flavour = Flavour::GoToSocial;
    rules.id = QStringLiteral("gotosocial");
    rules.software = QStringLiteral("gotosocial");
    rules.version = QStringLiteral("0.19.2");
    rules.apiVersion = rules.version;
    rules.ids = IdShape::Ulid;
    rules.keys = KeyBehaviour::Ignored;
    rules.boostIdempotent = false;
    rules.unboostShowsBefore = true;
    rules.givesText = true;
    rules.strictRedirectPort = true;
    rules.shortPages = true;
    rules.homeCap = 0;
    rules.homeCapRegenerated = 0;
    rules.maxCharacters = 5000;
    rules.urlLength = 25;
    return rules;
}

FlavourRules snac()
{
    FlavourRules rules;
    rules.flavour = Flavour::Snac;
    rules.id = QStringLiteral("snac");
    rules.software = QStringLiteral("snac");
    rules.version = QStringLiteral("2.75");
    rules.apiVersion = QStringLiteral("4.0.0 (not true; really snac/2.75)");
    rules.ids = IdShape::SnacFile;
    rules.keys = KeyBehaviour::Ignored;
    rules.instanceV2 = false;
    rules.canDelete = false;
    rules.hidesPrivateOwn = true;
    rules.rewritesVisibility = true;
    rules.givesText = true;
    rules.closesConnections = true;
    rules.homeCap = 0;
    rules.homeCapRegenerated = 0;
    rules.deliveryDelayMs = 6'800;
    rules.maxCharacters = 100'000;
    rules.urlLength = 32;
    return rules;
}

FlavourRules akkoma()
{
    FlavourRules rules;
    rules.flavour = Flavour::Akkoma;
    rules.id = QStringLiteral("akkoma");
    rules.software = QStringLiteral("akkoma");
    rules.version = QStringLiteral("3.16.0");
    rules.apiVersion = QStringLiteral("2.7.2 (compatible; Akkoma 3.16.0)");
    rules.ids = IdShape::Flake;
    rules.keys = KeyBehaviour::ReplaysAnswer;
    rules.keyLifeMs = 6 * 3'600'000;
    rules.homeCap = 0;
    rules.homeCapRegenerated = 0;
    rules.maxCharacters = 5000;
    rules.urlLength = 0;
    return rules;
}

FlavourRules pixelfed()
{
    FlavourRules rules;
    rules.flavour = Flavour::Pixelfed;
    rules.id = QStringLiteral("pixelfed");
    rules.software = QStringLiteral("pixelfed");
    rules.version = QStringLiteral("0.11.13");
    rules.apiVersion = QStringLiteral("3.5.3 (compatible; Pixelfed 0.11.13)");
    rules.keys = KeyBehaviour::Burnt;
    rules.givesSource = false;
    rules.homeCap = 0;
    rules.homeCapRegenerated = 0;
    return rules;
}

} // namespace

const FlavourRules &rulesOf(Flavour flavour)
{
    static const FlavourRules rules35 = mastodon35();
    static const FlavourRules rules42 = mastodon(Flavour::Mastodon42, "mastodon-4.2", "4.2.10");
    static const FlavourRules rules46 = mastodon46();
    static const FlavourRules rulesGts = goToSocial();
    static const FlavourRules rulesSnac = snac();
    static const FlavourRules rulesAkkoma = akkoma();
    static const FlavourRules rulesPixelfed = pixelfed();
    switch (flavour) {
    case Flavour::Mastodon35:
        return rules35;
    case Flavour::Mastodon42:
        return rules42;
    case Flavour::Mastodon46:
        return rules46;
    case Flavour::GoToSocial:
        return rulesGts;
    case Flavour::Snac:
        return rulesSnac;
    case Flavour::Akkoma:
        return rulesAkkoma;
    case Flavour::Pixelfed:
        return rulesPixelfed;
    }
    Q_UNREACHABLE();
}

QVector<Flavour> allFlavours()
{
    return {Flavour::Mastodon35, Flavour::Mastodon42, Flavour::Mastodon46, Flavour::GoToSocial,
            Flavour::Snac,       Flavour::Akkoma,     Flavour::Pixelfed};
}

QString flavourId(Flavour flavour)
{
    return rulesOf(flavour).id;
}

std::optional<Flavour> flavourFromId(const QString &id)
{
    for (const Flavour flavour : allFlavours()) {
        if (flavourId(flavour) == id)
            return flavour;
    }
    return std::nullopt;
}

} // namespace Petrel::Fake
