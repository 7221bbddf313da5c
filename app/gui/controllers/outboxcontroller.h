// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/outboxmodel.h"

#include <QObject>

namespace Petrel {

class Engine;
class WishDesk;

//! The outbox as a page: what waits, of every account, and the buttons on it.
class OutboxController : public QObject {
    Q_OBJECT
    Q_PROPERTY(Petrel::OutboxModel *model READ model CONSTANT)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int needsYou READ needsYou NOTIFY countChanged)
public:
    //! Both must outlive it.
    OutboxController(Engine &engine, WishDesk &wishes, QObject *parent = nullptr);

    [[nodiscard]] OutboxModel *model() { return &m_model; }
    [[nodiscard]] int count() const { return m_model.count(); }
    [[nodiscard]] int needsYou() const { return m_model.needsYou(); }

    Q_INVOKABLE void retry(const QString &action);
    Q_INVOKABLE void cancel(const QString &action);
    Q_INVOKABLE void edit(const QString &action);
    //! Tries now whatever waits.
    Q_INVOKABLE void tryNow();

Q_SIGNALS:
    void countChanged();
    void editWanted(const QString &action);

private:
    [[nodiscard]] QString describe(const Action &action) const;
    [[nodiscard]] qint64 nextTryMs(const Action &action) const;

    Engine &m_engine;
    WishDesk &m_wishes;
    OutboxModel m_model;
};

} // namespace Petrel
