// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/styledtext.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QtTest>

#include <memory>

using namespace Petrel;

//! Where the text on the screen says that a link leads, which is where a click goes.
class LinkTargetTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLinkLeadsWhereThePostSays_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("leadsTo");
        const auto row = [](const char *name, const char *address, const char *leadsTo = nullptr) {
            QTest::newRow(name) << QString::fromUtf8(address)
                                << QString::fromUtf8(leadsTo ? leadsTo : address);
        };
        row("plain", "https://a.example/@ann");
        row("two parameters", "https://a.example/?a=1&b=2#part");
        row("percent", "https://a.example/a%20b?q=%C3%A9&amp=1");
        row("beyond ASCII", "https://a.example/\u00e9t\u00e9");
        row("quotes", "https://a.example/?q='1'&r=\"2\"", "https://a.example/?q=%271%27&r=%222%22");
        row("angles", "https://a.example/<b>", "https://a.example/%3Cb%3E");
    }
    void aLinkLeadsWhereThePostSays()
    {
        QFETCH(QString, address);
        QQmlEngine engine;
        QQmlComponent component(&engine);
        component.setData("import QtQuick\nText { textFormat: Text.StyledText }", {});
        const std::unique_ptr<QObject> text(component.create());
        QVERIFY2(text, qPrintable(component.errorString()));
        const QString words = QStringLiteral("wwwwwwww");
        text->setProperty("text",
                          styledText({words, {{Facet::Kind::Link, 0, int(words.size()), address, {}}}}));
        QString link;
        const auto *item = qobject_cast<QQuickItem *>(text.get());
        QVERIFY(QMetaObject::invokeMethod(text.get(), "linkAt", Q_RETURN_ARG(QString, link),
                                          Q_ARG(qreal, item->implicitWidth() / 2),
                                          Q_ARG(qreal, item->implicitHeight() / 2)));
        QTEST(link, "leadsTo");
    }
};

QTEST_MAIN(LinkTargetTest)
#include "linktargettest.moc"
