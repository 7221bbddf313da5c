// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/readingplace.h"

#include "base/clock.h"
#include "base/logging.h"
#include "store/keyvalues.h"
#include "store/store.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Petrel {

namespace {

QString toText(const ReadingPlace::Place &place)
{
    const QJsonArray list{place.identity, place.offsetPx, double(place.row.timeMs),
                          QString::number(place.row.rank)};
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

ReadingPlace::Place fromText(const QString &text)
{
    const QJsonArray list = QJsonDocument::fromJson(text.toUtf8()).array();
    if (list.size() != 4)
        return {};
    ReadingPlace::Place place;
    place.identity = list.at(0).toString();
    place.offsetPx = list.at(1).toDouble();
    place.row.timeMs = qint64(list.at(2).toDouble());
    place.row.rank = list.at(3).toString().toLongLong();
    place.row.isTop = false;
    return place;
}

} // namespace

ReadingPlace::ReadingPlace(Store &store, Clock &clock, const TimelineKey &key, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_clock(clock),
      m_timeline(key)
{
    const QByteArray name = keyName();
    if (auto kept = KeyValues::journal(m_store.reader()).text(QLatin1String(name)); kept.ok())
        m_last = fromText(kept.value());
}

ReadingPlace::~ReadingPlace() = default;

QByteArray ReadingPlace::keyName() const
{
    return "place." + m_timeline.account.value().toLatin1() + '.' + m_timeline.name.toLatin1();
}

void ReadingPlace::save(const Place &place)
{
    if (place.identity.isEmpty() || place.row.isTop)
        return;
    m_last = place;
    m_unsaved = true;
    if (!m_alarm)
        m_alarm = m_clock.alarm(pauseMs, [this] { flush(); });
}

void ReadingPlace::flush()
{
    m_alarm.reset();
    if (!m_unsaved)
        return;
    m_unsaved = false;
    const QString text = toText(m_last);
    auto written = m_store.journal([name = keyName(), text](JournalTx &tx) {
        return KeyValues::journal(tx.db).set(QLatin1String(name), text);
    });
    written.finally(this, [](const Result<Unit> &result) {
        if (!result.ok())
            qCWarning(logStore) << "the reading place cannot be kept:" << result.error().detail;
    });
}

} // namespace Petrel
