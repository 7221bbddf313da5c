// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/refusal.h"

#include "domain/capabilities.h"
#include "session/accountsession.h"

#include <QCoreApplication>
#include <QStringList>

namespace Petrel {

namespace {

Error refusal(ErrorKind kind, const QString &words)
{
    return {kind, words, {}, {}};
}

QString honoured(const Capabilities &capabilities)
{
    QStringList names;
    for (Visibility visibility : capabilities.visibilities)
        names.append(visibilityName(visibility));
    return names.join(QStringLiteral(", "));
}

bool Capabilities::*offering(ActionKind kind)
{
    switch (kind) {
    case ActionKind::Favourite:
        return &Capabilities::favourites;
    case ActionKind::Boost:
        return &Capabilities::boosts;
    case ActionKind::Bookmark:
        return &Capabilities::bookmarks;
    case ActionKind::Publish:
    case ActionKind::Remove:
        return &Capabilities::canDelete;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<Error> whyNotPost(const AccountSession &session, const PostContent &content)
{
    const Account &account = session.account();
    const Capabilities capabilities = session.capabilities();
    if (!session.canPublish())
        return refusal(ErrorKind::Unsupported,
                       QCoreApplication::translate("Petrel::Refusal", "The server of %1 takes no posts.")
                           .arg(account.handle));
    if (!capabilities.visibilities.contains(content.visibility))
        return refusal(
            ErrorKind::Unsupported,
            QCoreApplication::translate("Petrel::Refusal",
                                        "The server of %1 does not honour \"%2\": it would show the post to "
                                        "others than you ask for. It honours: %3.")
                .arg(account.handle, visibilityName(content.visibility), honoured(capabilities)));
    if (!content.contentWarning.isEmpty() && !capabilities.contentWarning)
        return refusal(
            ErrorKind::Unsupported,
            QCoreApplication::translate("Petrel::Refusal", "The server of %1 has no content warnings.")
                .arg(account.handle));
    const int length = countCharacters(capabilities.text, content.text, content.contentWarning);
    if (length > capabilities.text.maxCharacters)
        return refusal(ErrorKind::Rejected,
                       QCoreApplication::translate("Petrel::Refusal",
                                                   "Too long for the server of %1: %2 characters of %3.")
                           .arg(account.handle)
                           .arg(length)
                           .arg(capabilities.text.maxCharacters));
    return std::nullopt;
}

bool offers(const AccountSession &session, ActionKind kind)
{
    if (kind == ActionKind::Publish)
        return session.canPublish();
    const bool there = kind == ActionKind::Remove ? session.canPublish() : session.canReact();
    return there && session.capabilities().*offering(kind);
}

std::optional<Error> whyNotRemove(const Account &account, const Subject &subject)
{
    if (subject.author.isEmpty() || subject.author == account.handle)
        return std::nullopt;
    return refusal(ErrorKind::Rejected,
                   QCoreApplication::translate("Petrel::Refusal", "That post is not by %1 but by %2.")
                       .arg(account.handle, subject.author));
}

} // namespace Petrel
