// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/target.h"

#include "domain/words.h"
#include "store/actionstore.h"
#include "store/poststore.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QUrl>

namespace Petrel {

namespace {

constexpr int excerptLength = 100;

Error rejected(const QString &words)
{
    return {ErrorKind::Rejected, words, {}, {}};
}

Result<Target> fromOutbox(Store &store, const Account &account, const QString &number)
{
    bool ok = false;
    const ActionId id(number.toLongLong(&ok));
    auto found = ActionStore(store.reader()).find(id);
    if (!ok || !found.ok() || found.value().kind != ActionKind::Publish)
        return rejected(
            QCoreApplication::translate("Petrel::Target", "The outbox has no post %1.").arg(number));
    const Action &post = found.value();
    Target target;
    if (post.state == ActionState::Cancelled)
        return rejected(QCoreApplication::translate("Petrel::Target", "Post %1 was given up.").arg(number));
    target.subject.excerpt = safeLine(post.content.text, excerptLength);
    target.visibility = post.content.visibility;
    if (post.isOpen()) {
        target.ghost = id;
        return target;
    }
    target.known = true;
    target.subject.uri = post.resultUri;
    target.subject.url = post.resultUrl;
    if (post.account == account.id)
        target.subject.ref = post.resultRef;
    return target;
}

} // namespace

Result<Target> findTarget(Store &store, const Account &account, const QString &address)
{
    const QString wanted = address.trimmed();
    const QString outbox = QStringLiteral("outbox:");
    if (wanted.startsWith(outbox))
        return fromOutbox(store, account, wanted.mid(outbox.size()));
    auto cached = PostStore(store.reader()).findByAddress(wanted, account.id);
    if (!cached.ok())
        return cached.error();
    Target target;
    if (cached.value()) {
        const Post &post = *cached.value();
        target.known = true;
        target.visibility = post.visibility;
        target.subject = {post.uri, post.ref, post.url.isEmpty() ? wanted : post.url, post.author.handle,
                          safeLine(post.body.text, excerptLength)};
        return target;
    }
    const QUrl url(wanted, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !web || url.host().isEmpty())
        return rejected(QCoreApplication::translate("Petrel::Target", "%1 is not the address of a post.")
                            .arg(safeLine(wanted, excerptLength)));
    target.subject.url = wanted;
    return target;
}

} // namespace Petrel
