// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/refusingnetwork.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QTcpServer>
#include <QtTest>

using namespace Petrel;

class RefusingNetworkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingInQmlReachesTheNetwork()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        RefusingNetwork refusing;
        QQmlEngine engine;
        engine.setNetworkAccessManagerFactory(&refusing);
        QQmlComponent component(&engine);
        component.setData(R"(
            import QtQuick
            Item {
                id: item
                property string base
                property int status: picture.status
                property int answered: -1
                Image { id: picture; source: item.base === "" ? "" : item.base + "/picture.png" }
                Text { textFormat: Text.StyledText; text: item.base === "" ? "" : "<img src='" + item.base + "/x.png'>" }
                Loader { source: item.base === "" ? "" : item.base + "/Page.qml" }
                function ask() {
                    const request = new XMLHttpRequest();
                    request.onreadystatechange = () => {
                        if (request.readyState === XMLHttpRequest.DONE)
                            item.answered = request.status;
                    };
                    request.open("GET", item.base + "/x");
                    request.send();
                }
            })",
                          QUrl());
        const std::unique_ptr<QObject> item(component.create());
        QVERIFY2(item, qPrintable(component.errorString()));
        item->setProperty("base", QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()));
        QVERIFY(QMetaObject::invokeMethod(item.get(), "ask"));
        QTRY_COMPARE(item->property("answered").toInt(), 0);
        QTRY_COMPARE(item->property("status").toInt(), 3);
        QVERIFY(!server.hasPendingConnections());
        QVERIFY(!server.waitForNewConnection(0));
    }
};

QTEST_MAIN(RefusingNetworkTest)
#include "refusingnetworktest.moc"
