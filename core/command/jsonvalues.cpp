// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/jsonvalues.h"

#include "domain/words.h"

namespace Petrel {

QJsonObject actionJson(const Action &action, const QString &account)
{
    QJsonObject object{
        {QStringLiteral("id"), action.id.value()},
        {QStringLiteral("account"), account},
        {QStringLiteral("kind"), actionKindName(action.kind)},
        {QStringLiteral("state"), actionStateName(action.state)},
        {QStringLiteral("reason"), actionReasonName(action.reason)},
        {QStringLiteral("words"), safeText(action.words)},
        {QStringLiteral("createdAt"), isoTime(action.createdAtMs)},
        {QStringLiteral("notBefore"), isoTime(action.notBeforeMs)},
        {QStringLiteral("settledAt"), isoTime(action.settledAtMs)},
        {QStringLiteral("subject"),
         action.subject.url.isEmpty() ? action.subject.uri.value() : action.subject.url},
        {QStringLiteral("resultUri"), action.resultUri.value()},
        {QStringLiteral("resultUrl"), action.resultUrl},
        {QStringLiteral("difference"), safeText(action.difference)},
    };
    if (familyOf(action.kind) == ActionFamily::Set)
        object.insert(QStringLiteral("wanted"), action.wanted);
    if (!action.dependsOn.isNull())
        object.insert(QStringLiteral("dependsOn"), action.dependsOn.value());
    if (!action.secondUri.isNull())
        object.insert(QStringLiteral("secondUri"), action.secondUri.value());
    if (action.kind == ActionKind::Publish) {
        object.insert(QStringLiteral("text"), action.content.text);
        object.insert(QStringLiteral("contentWarning"), action.content.contentWarning);
        object.insert(QStringLiteral("visibility"), visibilityName(action.content.visibility));
        object.insert(QStringLiteral("language"), action.content.language);
    }
    return object;
}

QJsonObject accountJson(const Account &account)
{
    return {
        {QStringLiteral("id"), account.id.value()},
        {QStringLiteral("handle"), account.handle},
        {QStringLiteral("server"), account.host.value()},
        {QStringLiteral("service"), account.service},
        {QStringLiteral("displayName"), safeLine(account.displayName)},
        {QStringLiteral("signedOut"), account.signedOut},
        {QStringLiteral("paused"), account.paused},
        {QStringLiteral("addedAt"), isoTime(account.addedAtMs)},
    };
}

QJsonObject errorJson(const Error &error)
{
    return {{QStringLiteral("kind"), errorKindName(error.kind)},
            {QStringLiteral("words"), errorWords(error)}};
}

} // namespace Petrel
