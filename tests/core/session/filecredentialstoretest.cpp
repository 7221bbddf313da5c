// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/filecredentialstore.h"

#include "support/temporaryprofile.h"

#include <QFile>
#include <QFileInfo>
#include <QtTest>

#include <optional>

using namespace Petrel;

namespace {

const AccountId alice(QStringLiteral("alice"));
const AccountId bob(QStringLiteral("bob"));

template <typename T> Result<T> resultOf(Task<T> task)
{
    std::optional<Result<T>> result;
    QObject context;
    task.finally(&context, [&](Result<T> r) { result.emplace(std::move(r)); });
    return result ? *result : Result<T>(Error{ErrorKind::Timeout, {}, {}, {}});
}

const QFileDevice::Permissions ownerOnly =
    QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;

} // namespace

class FileCredentialStoreTest : public QObject {
    Q_OBJECT
    TemporaryProfile m_profile;
    QString path(const char *name) { return m_profile.file(QString::fromLatin1(name)); }
    void makeFile(const QString &path, const QByteArray &bytes, QFileDevice::Permissions permissions)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        QVERIFY(file.setPermissions(permissions));
    }

private Q_SLOTS:
    void whatWasWrittenIsReadByTheNextProcess()
    {
        const QString file = path("kept");
        FileCredentialStore store(file);
        const QByteArray odd("tok\0en\n\"\xff", 9);
        QVERIFY(resultOf(store.write(alice, Secret(odd))).ok());
        QVERIFY(resultOf(store.write(bob, Secret("other"))).ok());
        FileCredentialStore next(file);
        const auto read = resultOf(next.read(alice));
        QVERIFY(read.ok());
        QVERIFY(read.value().reveal() == odd);
        QVERIFY(resultOf(next.read(bob)).ok());
    }

    void theFileIsItsOwnersAlone()
    {
        const QString file = path("mode");
        FileCredentialStore store(file);
        QVERIFY(resultOf(store.available()).ok());
        QCOMPARE(QFileInfo(file).permissions(), ownerOnly);
        QVERIFY(resultOf(store.write(alice, Secret("x"))).ok());
        QCOMPARE(QFileInfo(file).permissions(), ownerOnly);
    }

    void aMissingEntryIsNotFoundAndSaysHowToGoOn()
    {
        FileCredentialStore store(path("missing"));
        const auto read = resultOf(store.read(alice));
        QVERIFY(!read.ok());
        QCOMPARE(read.error().kind, ErrorKind::NotFound);
        QVERIFY(!read.error().message.isEmpty());
        QCOMPARE(resultOf(store.remove(alice)).error().kind, ErrorKind::NotFound);
    }

    void removingTakesOneEntryOnly()
    {
        FileCredentialStore store(path("removing"));
        QVERIFY(resultOf(store.write(alice, Secret("a"))).ok());
        QVERIFY(resultOf(store.write(bob, Secret("b"))).ok());
        QVERIFY(resultOf(store.remove(alice)).ok());
        QVERIFY(!resultOf(store.read(alice)).ok());
        QVERIFY(resultOf(store.read(bob)).ok());
    }

    void aFileOthersMayReadIsRefusedAndLeftAlone_data()
    {
        QTest::addColumn<QFileDevice::Permissions>("more");
        QTest::newRow("group reads") << QFileDevice::Permissions(QFileDevice::ReadGroup);
        QTest::newRow("others read") << QFileDevice::Permissions(QFileDevice::ReadOther);
        QTest::newRow("group writes") << QFileDevice::Permissions(QFileDevice::WriteGroup);
    }
    void aFileOthersMayReadIsRefusedAndLeftAlone()
    {
        QFETCH(QFileDevice::Permissions, more);
        const QString file = path("loose") + QString::fromLatin1(QTest::currentDataTag());
        makeFile(file, "{}", QFileDevice::ReadOwner | QFileDevice::WriteOwner | more);
        FileCredentialStore store(file);
        for (const auto &failed : {resultOf(store.write(alice, Secret("x"))), resultOf(store.available())}) {
            QVERIFY(!failed.ok());
            QCOMPARE(failed.error().kind, ErrorKind::Unsupported);
            QVERIFY(failed.error().message.contains(QStringLiteral("600")));
        }
        QCOMPARE(resultOf(store.read(alice)).error().kind, ErrorKind::Unsupported);
        QFile unchanged(file);
        QVERIFY(unchanged.open(QIODevice::ReadOnly));
        QCOMPARE(unchanged.readAll(), QByteArray("{}"));
    }

    void aDamagedFileIsNeverOverwritten()
    {
        const QString file = path("damaged");
        makeFile(file, "{\"alice\":", QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        FileCredentialStore store(file);
        QCOMPARE(resultOf(store.write(bob, Secret("x"))).error().kind, ErrorKind::Malformed);
        QCOMPARE(resultOf(store.available()).error().kind, ErrorKind::Malformed);
    }

    void aFolderThatDoesNotExistIsToldBeforeASignInBegins()
    {
        FileCredentialStore store(path("no/such/folder/file"));
        const auto available = resultOf(store.available());
        QVERIFY(!available.ok());
        QCOMPARE(available.error().kind, ErrorKind::Storage);
        QVERIFY(available.error().message.contains(QStringLiteral("no/such/folder")));
    }
};

QTEST_GUILESS_MAIN(FileCredentialStoreTest)
#include "filecredentialstoretest.moc"
