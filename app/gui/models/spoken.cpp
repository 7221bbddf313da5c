// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/spoken.h"

#include "domain/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace Petrel {

namespace {

// Long enough for any post of the usual servers; the rest is read from the text itself.
constexpr int mostSpoken = 1'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Petrel::Spoken", text);
}

QString nameOf(const Profile &profile)
{
    const QString name = safeLine(profile.displayName);
    return name.isEmpty() ? safeLine(profile.handle) : name;
}

QString attachmentWords(const Attachment &attachment)
{
    const QString alt = safeLine(attachment.altText);
    switch (attachment.kind) {
    case Attachment::Kind::Image:
        return alt.isEmpty() ? translated(QT_TRANSLATE_NOOP("Petrel::Spoken", "picture without description"))
                             : translated(QT_TRANSLATE_NOOP("Petrel::Spoken", "picture: %1")).arg(alt);
    case Attachment::Kind::AnimatedImage:
        return alt.isEmpty()
            ? translated(QT_TRANSLATE_NOOP("Petrel::Spoken", "animation without description"))
            : translated(QT_TRANSLATE_NOOP("Petrel::Spoken", "animation: %1")).arg(alt);
    case Attachment::Kind::Video:
        return alt.isEmpty() ? translated(QT_TRANSLATE_NOOP("Petrel::Spoken", "video without description"))
                             : translated(QT_TRANSLATE_NOOP("Petrel::Spoken", "video: %1")).arg(alt);
    case Attachment::Kind::Audio:
        return alt.isEmpty() ? translated(QT_TRANSLATE_NOOP("Petrel::Spoken", "sound without description"))
                             : translated(QT_TRANSLATE_NOOP("Petrel::Spoken", "sound: %1")).arg(alt);
    case Attachment::Kind::Unknown:
        return alt.isEmpty() ? translated(QT_TRANSLATE_NOOP("Petrel::Spoken", "file without description"))
                             : translated(QT_TRANSLATE_NOOP("Petrel::Spoken", "file: %1")).arg(alt);
    }
    Q_UNREACHABLE();
}

QString headOf(const TimelineRow &row)
{
    const Post &post = row.entry.post;
    QString head = nameOf(post.author);
    if (row.entry.boostedBy)
        head = translated(QT_TRANSLATE_NOOP("Petrel::Spoken", "%1, boosted by %2"))
                   .arg(head, nameOf(*row.entry.boostedBy));
    if (!post.replyToHandle.isEmpty())
        head = translated(QT_TRANSLATE_NOOP("Petrel::Spoken", "%1, in reply to @%2"))
                   .arg(head, safeLine(post.replyToHandle));
    return head;
}

QStringList marksOf(const TimelineRow &row)
{
    const PostFlags &flags = row.entry.post.flags;
    QStringList marks;
    if (flags.favourited.value_or(false))
        marks << translated(QT_TRANSLATE_NOOP("Petrel::Spoken", "favourited"));
    if (flags.boosted.value_or(false))
        marks << translated(QT_TRANSLATE_NOOP("Petrel::Spoken", "boosted by you"));
    if (flags.bookmarked.value_or(false))
        marks << translated(QT_TRANSLATE_NOOP("Petrel::Spoken", "bookmarked"));
    if (row.favouritePending || row.boostPending || row.bookmarkPending)
        marks << translated(QT_TRANSLATE_NOOP("Petrel::Spoken", "waiting for the server"));
    if (row.removalPending)
        marks << translated(QT_TRANSLATE_NOOP("Petrel::Spoken", "being deleted"));
    return marks;
}

//! Ends a part as a sentence does.
void add(QString &spoken, const QString &part)
{
    if (part.isEmpty())
        return;
    if (!spoken.isEmpty())
        spoken += QLatin1Char(' ');
    spoken += part;
    const QChar last = part.back();
    if (last.isLetterOrNumber() || last == QLatin1Char(')'))
        spoken += QLatin1Char('.');
}

} // namespace

QString spokenPost(const PostRow &row, const PostContext &context)
{
    const Post &post = row.shown.entry.post;
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(post.createdAtMs);
    QString spoken;
    add(spoken, headOf(row.shown));
    add(spoken, QLocale().toString(at, QLocale::ShortFormat));
    if (post.visibility != Visibility::Public)
        add(spoken, visibilityWords(post.visibility));
    if (post.contentWarning.isEmpty())
        add(spoken, safeLine(post.body.text, mostSpoken));
    else
        add(spoken,
            translated(QT_TRANSLATE_NOOP("Petrel::Spoken", "Content warning: %1")).arg(post.contentWarning));
    for (const Attachment &attachment : post.attachments)
        add(spoken, attachmentWords(attachment));
    if (row.shown.ghost && context.describe)
        add(spoken, context.describe(*row.shown.ghost));
    add(spoken, marksOf(row.shown).join(QStringLiteral(", ")));
    if (row.shown.gapBelow)
        add(spoken, translated(QT_TRANSLATE_NOOP("Petrel::Spoken", "Posts are missing below")));
    return spoken;
}

} // namespace Petrel
