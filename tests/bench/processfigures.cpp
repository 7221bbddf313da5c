// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/processfigures.h"

#include <QByteArrayList>
#include <QFile>

#include <sys/resource.h>

namespace Petrel {

namespace {

//! Files below /proc have no size: they are read to their end.
QByteArrayList linesOf(const char *path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QByteArrayList();
}

qint64 milliseconds(const timeval &time)
{
    return qint64(time.tv_sec) * 1'000 + time.tv_usec / 1'000;
}

} // namespace

qint64 pssKb()
{
    const QByteArrayList lines = linesOf("/proc/self/smaps_rollup");
    for (const QByteArray &line : lines) {
        if (line.startsWith("Pss:"))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return -1;
}

qint64 processorMs()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

qint64 refusedConnections()
{
    // Two lines of one beginning: first the names, then the numbers.
    QByteArrayList names;
    const QByteArrayList lines = linesOf("/proc/net/snmp");
    for (const QByteArray &line : lines) {
        if (!line.startsWith("Tcp:"))
            continue;
        const QByteArrayList words = line.simplified().split(' ');
        if (!names.isEmpty())
            return words.value(names.indexOf("AttemptFails")).toLongLong();
        names = words;
    }
    return -1;
}

} // namespace Petrel
