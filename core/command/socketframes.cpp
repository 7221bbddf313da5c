// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/socketframes.h"

#include <QJsonDocument>
#include <QtEndian>

namespace Petrel {

QByteArray SocketFrames::encode(const QJsonObject &message)
{
    const QByteArray body = QJsonDocument(message).toJson(QJsonDocument::Compact);
    QByteArray frame(4, Qt::Uninitialized);
    qToBigEndian<quint32>(quint32(body.size()), frame.data());
    return frame + body;
}

std::optional<QJsonObject> FrameReader::next()
{
    if (m_broken || m_buffer.size() < 4)
        return std::nullopt;
    const qsizetype length = qFromBigEndian<quint32>(m_buffer.constData());
    if (length > SocketFrames::maxBytes) {
        m_broken = true;
        return std::nullopt;
    }
    if (m_buffer.size() < 4 + length)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(m_buffer.mid(4, length));
    m_buffer.remove(0, 4 + length);
    if (!document.isObject()) {
        m_broken = true;
        return std::nullopt;
    }
    return document.object();
}

} // namespace Petrel
