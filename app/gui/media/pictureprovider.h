// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/media/picturesource.h"

#include <QQuickAsyncImageProvider>

#include <optional>

namespace Petrel {

class PictureDesk;

//! image://media/<mode>/<percent-encoded address>, with mode "avatar", "preview", "full" or "emoji": the only
//! way by which QML sees a picture from elsewhere. An unknown mode or an address that is not http(s) is an
//! error.
class PictureProvider : public QQuickAsyncImageProvider {
public:
    //! `desk` must outlive the engine.
    explicit PictureProvider(PictureDesk &desk);
    QQuickImageResponse *requestImageResponse(const QString &id, const QSize &requestedSize) override;

    struct Address {
        QString url;
        PictureMode mode = PictureMode::Full;
    };
    //! What an id of the provider means. Pure.
    [[nodiscard]] static std::optional<Address> parse(const QString &id);

private:
    PictureDesk &m_desk;
};

} // namespace Petrel
