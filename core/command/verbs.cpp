// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/verbs.h"

#include "command/accountcommands.h"
#include "command/outboxcommands.h"
#include "command/postcommand.h"
#include "command/reactcommand.h"
#include "command/synccommand.h"
#include "command/timelinecommand.h"
#include "command/weathercommand.h"

#include <QCoreApplication>

namespace Petrel {

namespace {

using Value = OptionSpec::Value;

template <typename T> std::unique_ptr<Command> make(const CommandContext &context)
{
    return std::make_unique<T>(context);
}

const OptionSpec account{"account", Value::Text, false};
const OptionSpec wait{"wait", Value::Seconds, false};

const std::vector<Verb> &table()
{
    static const std::vector<Verb> rows{
        {"account add",
         "SERVER [--token-stdin | --paste-code]",
         QT_TRANSLATE_NOOP("Petrel::Verbs", "signs in to an account; without options, in your browser"),
         1,
         1,
         {{"token-stdin"}, {"paste-code"}},
         make<AccountAddCommand>},
        {"account list",
         "",
         QT_TRANSLATE_NOOP("Petrel::Verbs", "lists the accounts of this profile"),
         0,
         0,
         {},
         make<AccountListCommand>},
        {"account remove",
         "ACCOUNT [--force]",
         QT_TRANSLATE_NOOP("Petrel::Verbs",
                           "signs out and forgets an account; --force also drops what is unsent"),
         1,
         1,
         {{"force"}},
         make<AccountRemoveCommand>},
        {"sync",
         "[--account A] [--timeline home]",
         QT_TRANSLATE_NOOP("Petrel::Verbs", "fetches what is new into the cache"),
         0,
         0,
         {account, {"timeline", Value::HomeOnly}},
         make<SyncCommand>},
        {"timeline",
         "[home|unified] [--account A] [--limit N]",
         QT_TRANSLATE_NOOP("Petrel::Verbs", "shows a timeline from the cache; never asks the network"),
         0,
         1,
         {account, {"limit", Value::Count}},
         make<TimelineCommand>},
        {"post",
         "[--account A]… [--cw T] [--visibility V] [--language L] [--reply-to URL|outbox:ID] [--wait S] "
         "TEXT|-",
         QT_TRANSLATE_NOOP("Petrel::Verbs", "writes a post; \"-\" reads it from standard input"),
         1,
         1,
         {{"account", Value::Text, true},
          {"cw", Value::Text},
          {"visibility", Value::Visibility},
          {"language", Value::Text},
          {"reply-to", Value::Text},
          wait},
         make<PostCommand>},
        {"favourite",
         "[--account A] URL",
         QT_TRANSLATE_NOOP("Petrel::Verbs", "favourites a post"),
         1,
         1,
         {account},
         make<ReactCommand>},
        {"unfavourite",
         "[--account A] URL",
         QT_TRANSLATE_NOOP("Petrel::Verbs", "takes a favourite back"),
         1,
         1,
         {account},
         make<ReactCommand>},
        {"boost",
         "[--account A] URL",
         QT_TRANSLATE_NOOP("Petrel::Verbs", "boosts a post"),
         1,
         1,
         {account},
         make<ReactCommand>},
        {"unboost",
         "[--account A] URL",
         QT_TRANSLATE_NOOP("Petrel::Verbs", "takes a boost back"),
         1,
         1,
         {account},
         make<ReactCommand>},
        {"bookmark",
         "[--account A] URL",
         QT_TRANSLATE_NOOP("Petrel::Verbs", "bookmarks a post"),
         1,
         1,
         {account},
         make<ReactCommand>},
        {"unbookmark",
         "[--account A] URL",
         QT_TRANSLATE_NOOP("Petrel::Verbs", "takes a bookmark away"),
         1,
         1,
         {account},
         make<ReactCommand>},
        {"delete",
         "[--account A] URL",
         QT_TRANSLATE_NOOP("Petrel::Verbs", "deletes a post of your own"),
         1,
         1,
         {account},
         make<ReactCommand>},
        {"outbox",
         "",
         QT_TRANSLATE_NOOP("Petrel::Verbs", "lists what is not sent yet, and why"),
         0,
         0,
         {},
         make<OutboxListCommand>},
        {"outbox list",
         "",
         QT_TRANSLATE_NOOP("Petrel::Verbs", "the same"),
         0,
         0,
         {},
         make<OutboxListCommand>},
        {"outbox run",
         "[--wait S]",
         QT_TRANSLATE_NOOP("Petrel::Verbs", "tries now whatever waits"),
         0,
         0,
         {wait},
         make<OutboxRunCommand>},
        {"outbox retry",
         "ID",
         QT_TRANSLATE_NOOP("Petrel::Verbs", "says: go on with this one"),
         1,
         1,
         {},
         make<OutboxRetryCommand>},
        {"outbox cancel",
         "ID",
         QT_TRANSLATE_NOOP("Petrel::Verbs", "gives one up"),
         1,
         1,
         {},
         make<OutboxCancelCommand>},
        {"weather",
         "",
         QT_TRANSLATE_NOOP("Petrel::Verbs", "tells how each server is and was"),
         0,
         0,
         {},
         make<WeatherCommand>},
    };
    return rows;
}

} // namespace

std::span<const Verb> verbs()
{
    return table();
}

std::span<const OptionSpec> globalOptions()
{
    static const std::vector<OptionSpec> options{
        {"profile", Value::Text}, {"credentials-file", Value::Text}, {"json"}, {"help"}, {"version"},
    };
    return options;
}

QString helpText()
{
    QString text =
        QCoreApplication::translate("Petrel::Verbs",
                                    "petrelctl: posts, reads and reacts, also while a server is away.\n\n"
                                    "petrelctl [--profile DIR] [--credentials-file F] [--json] VERB …\n");
    for (const Verb &verb : table()) {
        const QString line =
            QStringLiteral("%1 %2").arg(QLatin1String(verb.name), QString::fromUtf8(verb.usage));
        text += QStringLiteral("\n  ") + line.trimmed();
        text += QStringLiteral("\n      ") + QCoreApplication::translate("Petrel::Verbs", verb.summary);
    }
    text +=
        QStringLiteral("\n\n")
        + QCoreApplication::translate(
            "Petrel::Verbs",
            "--profile DIR         the profile to work on (default: Petrel's own, below the XDG data "
            "directory)\n"
            "--credentials-file F  keeps tokens in a file of mode 0600 instead of the keychain\n"
            "--json                answers for programs\n"
            "--account A           user@host, or user where that is clear; may be left out with one account\n"
            "--wait S              waits up to S seconds for the outcome\n\n"
            "Ends with 0 done, 1 failed or needs you, 2 not understood, 75 queued but not yet sent.\n");
    return text;
}

} // namespace Petrel
