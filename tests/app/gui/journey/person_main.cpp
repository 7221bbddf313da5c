// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
// petrel-person: somebody at the window, told by another program what to do. One deed a line on standard
// input, as a JSON array of strings (["writes", "Hello", "Post"]), and for each "true" or "false" on standard
// output; between deeds Petrel lives on.
#include "person.h"
#include "verbs.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSocketNotifier>
#include <QTextStream>
#include <QtQml/qqmlextensionplugin.h>

#include <unistd.h>

Q_IMPORT_QML_PLUGIN(PetrelPlugin)

using namespace Petrel;

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("petrel"));
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() != 4) {
        QTextStream(stderr) << "petrel-person PROFILE CREDENTIALS-FILE mouse|keyboard\n";
        return 2;
    }
    Person person(arguments.at(1), arguments.at(2),
                  arguments.at(3) == QLatin1String("mouse") ? Hands::Way::Mouse : Hands::Way::Keyboard);
    QFile orders;
    if (!orders.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return 2;
    QSocketNotifier more(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&more, &QSocketNotifier::activated, &application, [&] {
        const QByteArray line = orders.readLine();
        if (line.isEmpty())
            return QGuiApplication::exit(0);
        QStringList words;
        const auto order = QJsonDocument::fromJson(line).array();
        for (const QJsonValue &word : order)
            words.append(word.toString());
        more.setEnabled(false);
        const bool done = !words.isEmpty() && carryOut(person, words.first(), words.mid(1));
        more.setEnabled(true);
        QTextStream(stdout) << (done ? "true" : "false") << '\n' << Qt::flush;
    });
    return QGuiApplication::exec();
}
