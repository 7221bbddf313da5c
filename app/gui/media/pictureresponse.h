// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "gui/media/picturedesk.h"

#include <QImage>
#include <QQuickImageResponse>

#include <memory>

namespace Petrel {

//! What QML waits for while a picture comes. Ends with words where it does not come, at once where the item
//! has gone.
class PictureResponse : public QQuickImageResponse {
    Q_OBJECT
public:
    PictureResponse(PictureDesk &desk, const QString &url, const QSize &size, PictureMode mode);
    ~PictureResponse() override;

    [[nodiscard]] QQuickTextureFactory *textureFactory() const override;
    [[nodiscard]] QString errorString() const override;
    void cancel() override;

    //! Called on the GUI thread, once, under the order's lock.
    void answer(const Result<QImage> &image);

private:
    //! True for the first who calls it.
    bool leave();

    PictureDesk &m_desk;
    std::shared_ptr<PictureOrder> m_order = std::make_shared<PictureOrder>();
    QImage m_image;
    QString m_error;
};

} // namespace Petrel
