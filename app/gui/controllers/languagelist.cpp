// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/languagelist.h"

#include <QLocale>
#include <QMap>
#include <QVariantMap>
#include <QVector>

#include <algorithm>
#include <utility>

namespace Petrel {

namespace {

QString tagOf(const QLocale &locale)
{
    return locale.bcp47Name().section(QLatin1Char('-'), 0, 0);
}

//! Tag and own name, by name.
QVector<std::pair<QString, QString>> makeList()
{
    QMap<QString, QString> names;
    const auto locales =
        QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry);
    for (const QLocale &locale : locales) {
        const QString name = locale.nativeLanguageName();
        // Servers take two letters; some know no others.
        if (tagOf(locale).size() == 2 && !name.isEmpty() && !names.contains(tagOf(locale)))
            names.insert(tagOf(locale), QLocale(tagOf(locale)).nativeLanguageName());
    }
    // A name alone would be that of the country most speak it in: "American English". Where a wider one of
    // the same words exists, that is meant.
    for (const QLocale &locale : locales) {
        const auto name = names.find(tagOf(locale));
        const QString wider = locale.nativeLanguageName();
        if (name != names.end() && !wider.isEmpty() && wider.size() < name->size() && name->contains(wider))
            *name = wider;
    }
    QMap<QString, QString> byName;
    for (auto name = names.cbegin(); name != names.cend(); ++name)
        byName.insert(name.value().toCaseFolded() + name.key(), name.key());
    QVector<std::pair<QString, QString>> list;
    for (const QString &tag : std::as_const(byName))
        list.append({tag, names.value(tag)});
    return list;
}

} // namespace

QVariantList languageList(const QStringList &likely)
{
    static const QVector<std::pair<QString, QString>> all = makeList();
    QVariantList list;
    const auto append = [&list](const std::pair<QString, QString> &language) {
        list.append(QVariantMap{{QStringLiteral("value"), language.first},
                                {QStringLiteral("words"), language.second}});
    };
    QStringList first = likely;
    first.removeDuplicates();
    for (const QString &tag : std::as_const(first)) {
        const auto found = std::find_if(all.cbegin(), all.cend(),
                                        [&tag](const auto &language) { return language.first == tag; });
        if (found != all.cend())
            append(*found);
    }
    for (const auto &language : all) {
        if (!first.contains(language.first))
            append(language);
    }
    return list;
}

QStringList desktopLanguages()
{
    QStringList tags;
    for (const QString &name : QLocale().uiLanguages())
        tags.append(tagOf(QLocale(name)));
    tags.removeDuplicates();
    return tags;
}

QString desktopLanguage()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QString() : tagOf(locale);
}

} // namespace Petrel
