// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/media/picturedesk.h"

#include "gui/media/pictureresponse.h"

namespace Petrel {

PictureDesk::PictureDesk(PictureSource &source, QObject *parent)
    : QObject(parent),
      m_source(source)
{ }

void PictureDesk::order(const std::shared_ptr<PictureOrder> &order)
{
    m_mailbox.post([this, order] { take(order); });
}

void PictureDesk::giveUp(const std::shared_ptr<PictureOrder> &order)
{
    m_mailbox.post([this, order] { m_waiting.erase(order); });
}

void PictureDesk::take(const std::shared_ptr<PictureOrder> &order)
{
    {
        const std::lock_guard lock(order->mutex);
        if (!order->response)
            return;
    }
    auto waiting = std::make_unique<QObject>();
    QObject *asker = waiting.get();
    m_waiting.emplace(order, std::move(waiting));
    m_source.picture(order->url, order->size, order->mode, asker)
        .finally(asker, [this, order](const Result<QImage> &image) {
            const auto done = m_waiting.extract(order);
            const std::lock_guard lock(order->mutex);
            if (order->response)
                order->response->answer(image);
        });
}

} // namespace Petrel
