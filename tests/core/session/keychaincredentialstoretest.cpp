// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keychaincredentialstore.h"

#include <QtTest>

#include <optional>

using namespace Petrel;

namespace {

//! Set by the run that has a real secret service around it.
bool hasKeychain()
{
    return qEnvironmentVariableIsSet("PETREL_TEST_KEYCHAIN");
}

template <typename T> Result<T> resultOf(Task<T> task)
{
    std::optional<Result<T>> result;
    QObject context;
    task.finally(&context, [&](Result<T> r) { result.emplace(std::move(r)); });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 30'000))
        return Error{ErrorKind::Timeout, {}, {}, {}};
    return *result;
}

} // namespace

class KeychainCredentialStoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!hasKeychain())
            qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/petrel-test-bus");
    }

    void withoutAKeychainItSaysHowToGoOn()
    {
        if (hasKeychain())
            QSKIP("there is a keychain in this run");
        KeychainCredentialStore store;
        const AccountId account(QStringLiteral("nobody"));
        const auto available = resultOf(store.available());
        QVERIFY(!available.ok());
        QCOMPARE(available.error().kind, ErrorKind::Unsupported);
        QVERIFY(available.error().message.contains(QStringLiteral("--credentials-file")));
        QCOMPARE(resultOf(store.read(account)).error().kind, ErrorKind::Unsupported);
        QCOMPARE(resultOf(store.write(account, Secret("x"))).error().kind, ErrorKind::Unsupported);
    }

    void whatWasWrittenIsReadAndRemoved()
    {
        if (!hasKeychain())
            QSKIP("needs a secret service: the run keychainroundtrip has one");
        KeychainCredentialStore store;
        const AccountId account(QStringLiteral("petrel-test-account"));
        QVERIFY(resultOf(store.available()).ok());
        QCOMPARE(resultOf(store.read(account)).error().kind, ErrorKind::NotFound);
        QVERIFY(resultOf(store.write(account, Secret("{\"token\":\"x\"}"))).ok());
        KeychainCredentialStore next;
        const auto read = resultOf(next.read(account));
        QVERIFY(read.ok());
        QVERIFY(read.value().reveal() == "{\"token\":\"x\"}");
        QVERIFY(resultOf(next.remove(account)).ok());
        QCOMPARE(resultOf(store.read(account)).error().kind, ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(KeychainCredentialStoreTest)
#include "keychaincredentialstoretest.moc"
