// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/languagelist.h"

#include <QLocale>
#include <QMap>
#include <QVariantMap>

namespace Petrel {

namespace {

QString tagOf(const QLocale &locale)
{
    return locale.bcp47Name().section(QLatin1Char('-'), 0, 0);
}

QVariantList makeList()
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
    QMap<QString, QString> byName;
    for (auto name = names.cbegin(); name != names.cend(); ++name)
        byName.insert(name.value().toCaseFolded() + name.key(), name.key());
    QVariantList list;
    for (const QString &tag : std::as_const(byName))
        list.append(QVariantMap{{QStringLiteral("value"), tag}, {QStringLiteral("words"), names.value(tag)}});
    return list;
}

} // namespace

const QVariantList &languageList()
{
    static const QVariantList list = makeList();
    return list;
}

QString desktopLanguage()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QString() : tagOf(locale);
}

} // namespace Petrel
