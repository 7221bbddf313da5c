// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/socketframes.h"

#include <QtTest>

using namespace Petrel;

class SocketFramesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void messagesComeOutWholeHoweverTheBytesArrive()
    {
        const QJsonObject first{{QStringLiteral("out"), QStringLiteral("häl\nlo")}};
        const QJsonObject second{{QStringLiteral("exit"), 75}};
        const QByteArray bytes = SocketFrames::encode(first) + SocketFrames::encode(second);
        for (int step = 1; step <= bytes.size(); ++step) {
            FrameReader reader;
            QVector<QJsonObject> got;
            for (int at = 0; at < bytes.size(); at += step) {
                reader.feed(bytes.mid(at, step));
                while (auto message = reader.next())
                    got.append(*message);
            }
            QCOMPARE(got, (QVector<QJsonObject>{first, second}));
            QVERIFY(!reader.broken());
        }
    }

    void aMessageBeyondTheBoundBreaksTheConnectionBeforeItIsRead()
    {
        FrameReader reader;
        reader.feed(QByteArray::fromHex("7fffffff"));
        QVERIFY(!reader.next());
        QVERIFY(reader.broken());
    }

    void whatIsNoObjectBreaksTheConnection()
    {
        FrameReader reader;
        reader.feed(QByteArray::fromHex("00000002") + "[]");
        QVERIFY(!reader.next());
        QVERIFY(reader.broken());
    }
};

QTEST_GUILESS_MAIN(SocketFramesTest)
#include "socketframestest.moc"
