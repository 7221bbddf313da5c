// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/rowprinter.h"

#include "command/jsonvalues.h"
#include "domain/words.h"
#include "outbox/outbox.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Petrel {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Petrel::RowPrinter", text);
}

QString indented(const QString &text)
{
    QString lines;
    for (const QString &line : text.split(QLatin1Char('\n')))
        lines += QStringLiteral("  ") + line + QLatin1Char('\n');
    return lines;
}

QString attachmentKind(Attachment::Kind kind)
{
    switch (kind) {
    case Attachment::Kind::Unknown:
        return translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter", "file"));
    case Attachment::Kind::Image:
        return translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter", "picture"));
    case Attachment::Kind::AnimatedImage:
        return translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter", "animation"));
    case Attachment::Kind::Video:
        return translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter", "video"));
    case Attachment::Kind::Audio:
        return translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter", "sound"));
    }
    Q_UNREACHABLE();
}

QString attachmentKindName(Attachment::Kind kind)
{
    switch (kind) {
    case Attachment::Kind::Unknown:
        return QStringLiteral("unknown");
    case Attachment::Kind::Image:
        return QStringLiteral("image");
    case Attachment::Kind::AnimatedImage:
        return QStringLiteral("animated-image");
    case Attachment::Kind::Video:
        return QStringLiteral("video");
    case Attachment::Kind::Audio:
        return QStringLiteral("audio");
    }
    Q_UNREACHABLE();
}

//! A flag that is set, or whose change waits; unknown and plain "no" say nothing.
void addMark(QStringList &marks, std::optional<bool> flag, bool pending, const QString &on,
             const QString &undoing)
{
    const bool value = flag.value_or(false);
    const QString waiting = translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter", "(waiting)"));
    if (value)
        marks.append(pending ? on + QLatin1Char(' ') + waiting : on);
    else if (pending)
        marks.append(undoing + QLatin1Char(' ') + waiting);
}

QJsonObject flagJson(std::optional<bool> flag, bool pending)
{
    return {{QStringLiteral("value"), flag ? QJsonValue(*flag) : QJsonValue()},
            {QStringLiteral("pending"), pending}};
}

QJsonArray attachmentsJson(const QVector<Attachment> &attachments)
{
    QJsonArray list;
    for (const Attachment &attachment : attachments)
        list.append(QJsonObject{{QStringLiteral("kind"), attachmentKindName(attachment.kind)},
                                {QStringLiteral("url"), attachment.url},
                                {QStringLiteral("altText"), safeText(attachment.altText)}});
    return list;
}

} // namespace

RowPrinter::RowPrinter(qint64 nowMs, const QVector<Gap> &gaps)
    : m_nowMs(nowMs),
      m_gaps(gaps)
{ }

QString RowPrinter::headLine(const TimelineRow &row, const QString &account) const
{
    const Post &post = row.entry.post;
    const QString handle = safeLine(post.author.handle.isEmpty() ? account : post.author.handle);
    const QString name = safeLine(post.author.displayName, 40);
    QString line = name.isEmpty() ? QString() : name + QStringLiteral("  ");
    line += QLatin1Char('@') + handle + QStringLiteral(" · ") + ageOf(row.entry.timeMs, m_nowMs);
    if (post.visibility != Visibility::Public)
        line += QStringLiteral(" · ") + visibilityWords(post.visibility);
    if (row.entry.boostedBy)
        line += QStringLiteral(" · ")
            + translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter", "boosted by @%1"))
                  .arg(safeLine(row.entry.boostedBy->handle));
    if (!post.replyToHandle.isEmpty())
        line += QStringLiteral(" · ")
            + translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter", "answers @%1"))
                  .arg(safeLine(post.replyToHandle));
    return line + QLatin1Char('\n');
}

QString RowPrinter::marksLine(const TimelineRow &row) const
{
    const PostFlags &flags = row.entry.post.flags;
    QStringList marks;
    addMark(marks, flags.favourited, row.favouritePending,
            translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter", "favourited")),
            translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter", "taking the favourite back")));
    addMark(marks, flags.boosted, row.boostPending,
            translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter", "boosted")),
            translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter", "taking the boost back")));
    addMark(marks, flags.bookmarked, row.bookmarkPending,
            translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter", "bookmarked")),
            translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter", "taking the bookmark away")));
    if (row.removalPending)
        marks.append(translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter", "being deleted (waiting)")));
    return marks.isEmpty() ? QString() : indented(marks.join(QStringLiteral(" · ")));
}

QString RowPrinter::gapLine(const TimelineRow &row) const
{
    if (!row.gapBelow)
        return {};
    QString words = translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter", "posts are missing here"));
    for (const Gap &gap : m_gaps) {
        if (gap.newerMs != row.entry.timeMs)
            continue;
        if (gap.olderMs > 0 && gap.olderMs < gap.newerMs)
            words = translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter", "posts of %1 are missing here"))
                        .arg(durationOf(gap.newerMs - gap.olderMs));
        if (gap.permanent)
            words += QStringLiteral(", ")
                + translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter",
                                               "and the server no longer has them in its feed"));
    }
    return QStringLiteral("  ⋯ %1 ⋯\n").arg(words);
}

QString RowPrinter::toText(const TimelineRow &row, const QString &account) const
{
    const Post &post = row.entry.post;
    QString text = headLine(row, account);
    if (!post.contentWarning.isEmpty())
        text += indented(translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter", "[warning: %1]"))
                             .arg(safeLine(post.contentWarning)));
    if (!post.body.text.isEmpty())
        text += indented(safeText(post.body.text));
    for (const Attachment &attachment : post.attachments) {
        const QString alt = attachment.altText.isEmpty()
            ? translated(QT_TRANSLATE_NOOP("Petrel::RowPrinter", "without description"))
            : safeLine(attachment.altText, 200);
        text += indented(QStringLiteral("[%1: %2]").arg(attachmentKind(attachment.kind), alt));
    }
    text += marksLine(row);
    if (row.ghost)
        text += indented(QStringLiteral("outbox:%1 · %2")
                             .arg(row.ghost->id.value())
                             .arg(safeLine(describeAction(*row.ghost))));
    else if (!post.url.isEmpty() || !post.uri.isNull())
        text += indented(safeLine(post.url.isEmpty() ? post.uri.value() : post.url));
    return text + gapLine(row);
}

QJsonObject RowPrinter::toJson(const TimelineRow &row, const QString &account) const
{
    const Post &post = row.entry.post;
    QJsonObject object{
        {QStringLiteral("uri"), post.uri.value()},
        {QStringLiteral("url"), post.url},
        {QStringLiteral("author"), post.author.handle.isEmpty() ? account : post.author.handle},
        {QStringLiteral("authorName"), safeLine(post.author.displayName)},
        {QStringLiteral("time"), isoTime(row.entry.timeMs)},
        {QStringLiteral("createdAt"), isoTime(post.createdAtMs)},
        {QStringLiteral("text"), safeText(post.body.text)},
        {QStringLiteral("contentWarning"), safeLine(post.contentWarning)},
        {QStringLiteral("visibility"), visibilityName(post.visibility)},
        {QStringLiteral("language"), post.language},
        {QStringLiteral("replyTo"), post.replyToUri.value()},
        {QStringLiteral("favourited"), flagJson(post.flags.favourited, row.favouritePending)},
        {QStringLiteral("boosted"), flagJson(post.flags.boosted, row.boostPending)},
        {QStringLiteral("bookmarked"), flagJson(post.flags.bookmarked, row.bookmarkPending)},
        {QStringLiteral("removalPending"), row.removalPending},
        {QStringLiteral("attachments"), attachmentsJson(post.attachments)},
        {QStringLiteral("gapBelow"), row.gapBelow},
    };
    object.insert(QStringLiteral("boostedBy"),
                  row.entry.boostedBy ? QJsonValue(row.entry.boostedBy->handle) : QJsonValue());
    object.insert(QStringLiteral("ghost"),
                  row.ghost ? QJsonValue(actionJson(*row.ghost, account)) : QJsonValue());
    return object;
}

} // namespace Petrel
