// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/sessionfixture.h"
#include "gui/controllers/appcontroller.h"
#include "session/loginflow.h"
#include "store/actionstore.h"

#include <QSignalSpy>

namespace Petrel {

//! The window's controllers on an engine without sockets, with everything that a window shows but the window.
class WindowFixture : public SessionFixture {
public:
    ~WindowFixture() { app.reset(); }

    //! As the program does at its start.
    void openWindow()
    {
        app.reset();
        open();
        show();
    }
    //! The controllers on an engine that is open.
    void show()
    {
        app = std::make_unique<AppController>(
            AppController::Hands{[this](const QUrl &url) {
                                     opened.append(url);
                                     return browserWorks;
                                 },
                                 [this](const QString &text) { copied = text; }});
        QObject::connect(app.get(), &AppController::said, app.get(),
                         [this](const QString &words, bool) { said.append(words); });
        app->open(*engine);
        app->begin();
        settle();
    }
    //! As if the program had been killed: nothing is flushed, nothing ends.
    void killWindow()
    {
        transport->kill();
        app.reset();
    }
    Account signIn(Fake::FakeMastodon &server, const QString &user)
    {
        LoginFlow flow(engine->registry(), engine->accounts(), {});
        const auto account = wait(flow.withToken(server.base().host(), tokenOf(server, user)));
        if (!account.ok())
            qFatal("%s", qPrintable(describeError(account.error())));
        settle();
        return account.value();
    }
    //! Lets time go by, with everything that happens meanwhile.
    void pass(qint64 ms)
    {
        settle();
        const qint64 end = clock.monotonicMs() + ms;
        while (clock.advanceToNextAlarm(end - clock.monotonicMs()))
            settle();
        clock.advance(end - clock.monotonicMs());
        settle();
    }
    QVector<Action> openActions()
    {
        auto actions = ActionStore(engine->store().reader()).open({});
        return actions.ok() ? actions.take() : QVector<Action>();
    }
    //! Where the first server tells the thread of a post.
    QString contextOf(const QString &uri)
    {
        return QStringLiteral("/api/v1/statuses/%1/context").arg(one.world().post(uri)->id);
    }
    QString shownText(int row)
    {
        auto *model = app->home()->model();
        return model->index(row, 0).data(PostListModel::BodyPlainRole).toString();
    }

    bool browserWorks = true;
    QVector<QUrl> opened;
    QString copied;
    QStringList said;
    std::unique_ptr<AppController> app;
};

} // namespace Petrel
