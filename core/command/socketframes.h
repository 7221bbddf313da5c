// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace Petrel {

//! The messages of the profile's socket: four bytes of length, big end first, then one JSON object.
//!
//! From the one who asks: {"argv", "stdin", "token", "credentials"} begins a command; {"line"} (null: no
//! input left) answers an "ask"; {"raise": true} asks a window to show itself, and is answered by "exit" 0,
//! or 1 where the holder has none. From the one who does: any of {"out"}, {"err"}, {"ask"}, {"open"}, at last
//! {"exit"}. A connection that ends before "exit" says nothing about the command; the asker hands it in again
//! with the same token.
namespace SocketFrames {

//! Larger messages break the connection: nobody has that much to say.
constexpr qsizetype maxBytes = 4 * 1024 * 1024;

[[nodiscard]] QByteArray encode(const QJsonObject &message);

} // namespace SocketFrames

//! Takes a stream of bytes apart into messages.
class FrameReader {
public:
    void feed(const QByteArray &bytes) { m_buffer += bytes; }
    //! The next whole message; nothing = wait for more bytes, or see broken().
    [[nodiscard]] std::optional<QJsonObject> next();
    //! A length beyond the bound or something that is no JSON object: the connection cannot go on.
    [[nodiscard]] bool broken() const { return m_broken; }

private:
    QByteArray m_buffer;
    bool m_broken = false;
};

} // namespace Petrel
