// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/refusingnetwork.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace Petrel {

namespace {

class RefusedReply : public QNetworkReply {
public:
    RefusedReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request, QObject *parent)
        : QNetworkReply(parent)
    {
        setOperation(operation);
        setRequest(request);
        setUrl(request.url());
        setError(ContentAccessDenied, QStringLiteral("this window asks the network for nothing"));
        open(ReadOnly);
        setFinished(true);
        // Queued: whoever asked does not listen yet.
        QMetaObject::invokeMethod(
            this,
            [this] {
                Q_EMIT errorOccurred(error());
                Q_EMIT finished();
            },
            Qt::QueuedConnection);
    }
    void abort() override { }

protected:
    qint64 readData(char *, qint64) override { return -1; }
};

class RefusingManager : public QNetworkAccessManager {
public:
    using QNetworkAccessManager::QNetworkAccessManager;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *) override
    {
        return new RefusedReply(operation, request, this);
    }
};

} // namespace

QNetworkAccessManager *RefusingNetwork::create(QObject *parent)
{
    return new RefusingManager(parent);
}

} // namespace Petrel
