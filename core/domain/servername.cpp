// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/servername.h"

#include "domain/account.h"
#include "domain/richtext.h"

#include <algorithm>

namespace Petrel {

namespace {

bool isNumber(const QString &host)
{
    const QString name = host.section(QLatin1Char(':'), 0, 0);
    return host.startsWith(QLatin1Char('[')) || name == QLatin1String("localhost")
        || std::all_of(name.cbegin(), name.cend(), [](QChar c) {
               return c == QLatin1Char('.') || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
           });
}

} // namespace

QString serverName(const Account &account)
{
    const QString host = account.host.value();
    const QString domain = singleLine(account.handle.section(QLatin1Char('@'), -1));
    return isNumber(host) && account.handle.contains(QLatin1Char('@')) && !domain.isEmpty() ? domain : host;
}

} // namespace Petrel
