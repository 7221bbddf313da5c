// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mailbox.h"
#include "gui/media/picturesource.h"

#include <QObject>

#include <map>
#include <memory>
#include <mutex>

namespace Petrel {

class PictureResponse;

//! One picture asked for, between the thread that reads images for QML and the GUI thread. Its response may
//! go at any time: whoever has something to say holds the lock.
struct PictureOrder {
    QString url;
    QSize size;
    PictureMode mode = PictureMode::Full;
    std::mutex mutex;
    PictureResponse *response = nullptr; //!< null = nobody waits any more
};

//! The GUI thread's end of the image providers: takes orders from any thread and hands them to the source.
//! Must outlive the QML engine.
class PictureDesk : public QObject {
    Q_OBJECT
public:
    //! `source` must outlive it.
    explicit PictureDesk(PictureSource &source, QObject *parent = nullptr);

    //! From any thread.
    void order(const std::shared_ptr<PictureOrder> &order);
    //! From any thread: nobody waits for this one any more.
    void giveUp(const std::shared_ptr<PictureOrder> &order);

private:
    void take(const std::shared_ptr<PictureOrder> &order);

    PictureSource &m_source;
    Mailbox m_mailbox;
    //! What is under way: dropping the object gives the picture up.
    std::map<std::shared_ptr<PictureOrder>, std::unique_ptr<QObject>> m_waiting;
};

} // namespace Petrel
