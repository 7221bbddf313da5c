// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/console.h"
#include "command/socketframes.h"
#include "command/socketpath.h"

#include <QLocalSocket>
#include <QObject>
#include <QStringList>

namespace Petrel {

//! Hands one command to the holder of the profile and plays its terminal. What it says on standard output is
//! shown when the command has ended, so that a command handed in again shows nothing twice.
class CommandClient : public QObject {
    Q_OBJECT
public:
    CommandClient(const QString &profileDirectory, Console &console, QObject *parent = nullptr);
    struct Request {
        QStringList arguments;
        QString stdinText;
        QString token; //!< see Invocation::token
        QString credentialsFile; //!< absolute; empty = whatever the holder uses
    };
    void run(const Request &request);
    //! Asks the holder to show its window: finished(0), or finished(1) where it has none.
    void raise();

Q_SIGNALS:
    void finished(int exitCode);
    //! The holder could not be reached, or went away before the command ended.
    void lost();

private:
    void read();
    void take(const QJsonObject &message);
    void giveUp();
    void send(const QJsonObject &message);

    SocketPath m_path;
    Console &m_console;
    QLocalSocket m_socket;
    FrameReader m_reader;
    QString m_out;
    QJsonObject m_request;
    bool m_over = false;
};

} // namespace Petrel
