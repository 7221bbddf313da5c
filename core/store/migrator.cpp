// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrator.h"

#include <QFile>

#include <algorithm>

// Outside any namespace, as Qt's macro demands; a static library's resources are not registered by
// themselves.
static void registerStoreScripts()
{
    Q_INIT_RESOURCE(petrel_store_sql);
}

namespace Petrel {

namespace {

bool isCommentOnly(const QString &chunk)
{
    const QStringList lines = chunk.split(QLatin1Char('\n'));
    return std::all_of(lines.cbegin(), lines.cend(), [](const QString &line) {
        const QString text = line.trimmed();
        return text.isEmpty() || text.startsWith(QLatin1String("--"));
    });
}

} // namespace

QStringList splitStatements(const QString &script)
{
    QString text = script;
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    QStringList statements;
    for (QString chunk : text.split(QStringLiteral(";\n\n"))) {
        chunk = chunk.trimmed();
        if (chunk.endsWith(QLatin1Char(';')))
            chunk.chop(1);
        if (!isCommentOnly(chunk))
            statements << chunk;
    }
    return statements;
}

Result<QString> storeScript(const QString &name)
{
    registerStoreScripts();
    QFile file(QStringLiteral(":/petrel/store/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Storage, {}, QStringLiteral("no script ") + name, {}};
    return QString::fromUtf8(file.readAll());
}

Result<Unit> runScript(Database &database, const QString &script)
{
    for (const QString &statement : splitStatements(script)) {
        if (auto done = database.execute(statement); !done.ok())
            return done;
    }
    return Unit{};
}

Migrator Migrator::forDatabase(const QString &name)
{
    QStringList scripts;
    for (int number = 1;; ++number) {
        auto script = storeScript(name + QStringLiteral("/%1.sql").arg(number, 3, 10, QLatin1Char('0')));
        if (!script.ok())
            break;
        scripts << script.value();
    }
    return Migrator(scripts);
}

Result<int> Migrator::versionOf(Database &database)
{
    auto version = database.number(QStringLiteral("PRAGMA user_version"));
    if (!version.ok())
        return version.error();
    return int(version.value());
}

Result<Unit> Migrator::migrate(Database &database) const
{
    auto present = versionOf(database);
    if (!present.ok())
        return present.error();
    if (present.value() > version()) {
        return Error{ErrorKind::Unsupported,
                     {},
                     QStringLiteral("version %1, known is %2").arg(present.value()).arg(version()),
                     {}};
    }
    for (int next = present.value(); next < version(); ++next) {
        Transaction transaction(database);
        if (!transaction.begun().ok())
            return transaction.begun();
        if (auto done = runScript(database, m_scripts.at(next)); !done.ok())
            return done;
        if (auto set = database.execute(QStringLiteral("PRAGMA user_version=%1").arg(next + 1)); !set.ok())
            return set;
        if (auto done = transaction.commit(); !done.ok())
            return done;
    }
    return Unit{};
}

} // namespace Petrel
