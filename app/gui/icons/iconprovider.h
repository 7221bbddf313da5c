// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickImageProvider>

namespace Petrel {

//! Draws Petrel's own icons in any colour and size, crisp at every scale: `image://icon/<name>/<rrggbb>` is
//! resources/icons/<name>.svg with that colour, drawn at the sourceSize asked for (24 × 24 without one). The
//! scene graph keeps one texture for all places that show the same icon. An unknown name, or a colour that is
//! none, gives a null image, which QML reports. Register it with the engine under the name "icon".
class IconProvider : public QQuickImageProvider {
public:
    IconProvider();

    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;
};

} // namespace Petrel
