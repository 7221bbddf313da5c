// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/invocation.h"

#include "command/verbs.h"
#include "domain/visibility.h"

#include <QCoreApplication>

#include <algorithm>

namespace Petrel {

namespace {

constexpr qint64 longestWaitS = 7 * 24 * 3600;
constexpr qint64 largestCount = 1000;

Error usageError(const QString &words)
{
    return {ErrorKind::Rejected, words, {}, {}};
}

QString translated(const char *text)
{
    return QCoreApplication::translate("Petrel::Invocation", text);
}

bool isOneOfUs(const QString &verb, const QString &first)
{
    return verb == first || verb.startsWith(first + QLatin1Char(' '));
}

//! The verb with the most words that the line begins with.
const Verb *findVerb(const QStringList &words)
{
    const Verb *best = nullptr;
    for (const Verb &verb : verbs()) {
        const QStringList parts = QString::fromLatin1(verb.name).split(QLatin1Char(' '));
        if (parts == words.mid(0, parts.size()) && (!best || qstrlen(verb.name) > qstrlen(best->name)))
            best = &verb;
    }
    return best;
}

const OptionSpec *findOption(std::span<const OptionSpec> specs, const QString &name)
{
    for (const OptionSpec &spec : specs) {
        if (name == QLatin1String(spec.name))
            return &spec;
    }
    return nullptr;
}

//! Any verb's option: while the verb is not known yet, only the shape matters (does a value follow).
const OptionSpec *findAnyOption(const QString &name)
{
    if (const auto *spec = findOption(globalOptions(), name))
        return spec;
    for (const Verb &verb : verbs()) {
        if (const auto *spec = findOption(verb.options, name))
            return spec;
    }
    return nullptr;
}

std::optional<Error> checkNumber(const OptionSpec &spec, const QString &value, qint64 least, qint64 most)
{
    bool ok = false;
    const qint64 number = value.toLongLong(&ok);
    if (ok && number >= least && number <= most)
        return std::nullopt;
    return usageError(QCoreApplication::translate("Petrel::Invocation", "--%1 takes a number from %2 to %3.")
                          .arg(QLatin1String(spec.name))
                          .arg(least)
                          .arg(most));
}

std::optional<Error> checkValue(const OptionSpec &spec, const QString &value)
{
    switch (spec.value) {
    case OptionSpec::Value::None:
    case OptionSpec::Value::Text:
        return std::nullopt;
    case OptionSpec::Value::Seconds:
        return checkNumber(spec, value, 0, longestWaitS);
    case OptionSpec::Value::Count:
        return checkNumber(spec, value, 1, largestCount);
    case OptionSpec::Value::Visibility:
        if (visibilityFromName(value))
            return std::nullopt;
        return usageError(translated(QT_TRANSLATE_NOOP(
            "Petrel::Invocation", "--visibility is one of: public, unlisted, followers, direct.")));
    case OptionSpec::Value::HomeOnly:
        if (value == QLatin1String("home"))
            return std::nullopt;
        return usageError(
            translated(QT_TRANSLATE_NOOP("Petrel::Invocation", "The only timeline to sync is: home.")));
    }
    Q_UNREACHABLE();
}

//! Takes apart one command line.
class Parser {
public:
    explicit Parser(const QStringList &arguments)
        : m_arguments(arguments)
    { }

    Result<Invocation> parse()
    {
        while (m_next < m_arguments.size()) {
            const QString argument = m_arguments.at(m_next++);
            if (!m_onlyWords && argument == QLatin1String("--"))
                m_onlyWords = true;
            else if (!m_onlyWords && argument.startsWith(QLatin1String("--")))
                takeOption(argument.mid(2));
            else if (!m_onlyWords && argument.size() > 1 && argument.startsWith(QLatin1Char('-')))
                refuse(unknownOption(argument));
            else
                m_invocation.words.append(argument);
            if (m_error)
                return *m_error;
        }
        m_invocation.help = m_invocation.has(QStringLiteral("help"));
        m_invocation.version = m_invocation.has(QStringLiteral("version"));
        if (m_invocation.help || m_invocation.version)
            return m_invocation;
        return withVerb();
    }

private:
    void refuse(const Error &error) { m_error = error; }

    static Error unknownOption(const QString &option)
    {
        return usageError(
            QCoreApplication::translate("Petrel::Invocation", "%1 is not an option here.").arg(option));
    }

    void takeOption(const QString &argument)
    {
        const QString name = argument.section(QLatin1Char('='), 0, 0);
        const bool inlineValue = argument.contains(QLatin1Char('='));
        const OptionSpec *spec = findAnyOption(name);
        if (!spec)
            return refuse(unknownOption(QStringLiteral("--") + name));
        QString value;
        if (spec->value == OptionSpec::Value::None) {
            if (inlineValue)
                return refuse(usageError(
                    QCoreApplication::translate("Petrel::Invocation", "--%1 takes no value.").arg(name)));
        } else if (inlineValue) {
            value = argument.section(QLatin1Char('='), 1);
        } else if (m_next < m_arguments.size()) {
            value = m_arguments.at(m_next++);
        } else {
            return refuse(usageError(
                QCoreApplication::translate("Petrel::Invocation", "--%1 needs a value.").arg(name)));
        }
        if (auto wrong = checkValue(*spec, value))
            return refuse(*wrong);
        m_invocation.options[name].append(value);
    }

    Result<Invocation> withVerb()
    {
        const QStringList &words = m_invocation.words;
        if (words.isEmpty())
            return usageError(translated(
                QT_TRANSLATE_NOOP("Petrel::Invocation", "Say what to do; --help lists the verbs.")));
        const Verb *verb = findVerb(words);
        if (!verb)
            return usageError(unknownVerb());
        m_invocation.verb = verb;
        m_invocation.words = words.mid(QString::fromLatin1(verb->name).count(QLatin1Char(' ')) + 1);
        for (auto option = m_invocation.options.cbegin(); option != m_invocation.options.cend(); ++option) {
            const OptionSpec *spec = findOption(globalOptions(), option.key());
            if (!spec)
                spec = findOption(verb->options, option.key());
            if (!spec)
                return unknownOption(QStringLiteral("--") + option.key());
            if (option.value().size() > 1 && !spec->repeats)
                return usageError(
                    QCoreApplication::translate("Petrel::Invocation", "--%1 may be given once only.")
                        .arg(option.key()));
        }
        return withWords();
    }

    [[nodiscard]] QString unknownVerb() const
    {
        const QString first = m_invocation.words.first();
        QStringList ours;
        for (const Verb &verb : verbs()) {
            if (isOneOfUs(QString::fromLatin1(verb.name), first))
                ours.append(QString::fromLatin1(verb.name));
        }
        if (ours.isEmpty())
            return QCoreApplication::translate("Petrel::Invocation",
                                               "There is no verb \"%1\"; --help lists them.")
                .arg(first);
        return QCoreApplication::translate("Petrel::Invocation", "\"%1\" goes on as one of: %2.")
            .arg(first, ours.join(QStringLiteral(", ")));
    }

    Result<Invocation> withWords()
    {
        const Verb &verb = *m_invocation.verb;
        const auto count = m_invocation.words.size();
        if (count < verb.minWords || count > verb.maxWords)
            return usageError(QCoreApplication::translate("Petrel::Invocation", "Usage: petrelctl %1 %2")
                                  .arg(QLatin1String(verb.name), QLatin1String(verb.usage))
                                  .trimmed());
        return m_invocation;
    }

    const QStringList &m_arguments;
    qsizetype m_next = 0;
    bool m_onlyWords = false;
    std::optional<Error> m_error;
    Invocation m_invocation;
};

} // namespace

std::optional<qint64> Invocation::number(const QString &option) const
{
    bool ok = false;
    const qint64 number = value(option).toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

bool Invocation::wantsStdin() const
{
    if (has(QStringLiteral("token-stdin")))
        return true;
    return verb && qstrcmp(verb->name, "post") == 0 && words.value(0) == QLatin1String("-");
}

Result<Invocation> parseInvocation(const QStringList &arguments)
{
    return Parser(arguments).parse();
}

} // namespace Petrel
