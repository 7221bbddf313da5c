// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QUrl>

#include <memory>

namespace Petrel {

//! A petrel-fakeserver of its own, with alice and bob who follow each other, and its remote control. Every
//! call waits for its answer.
class ServerProcess {
public:
    ServerProcess(const QString &program, const QString &flavour, const QString &tokensFile);
    ~ServerProcess();
    //! False with why() where it did not come up.
    [[nodiscard]] bool start();
    [[nodiscard]] QString why() const { return m_why; }

    [[nodiscard]] QUrl base() const { return m_base; }
    [[nodiscard]] QString host() const; //!< as handles end
    [[nodiscard]] QByteArray tokenOf(const QString &user) const;

    //! Remote control; an empty object where it failed.
    QJsonObject act(const QJsonObject &wish);
    void setDown(bool down);
    [[nodiscard]] QJsonObject world();
    [[nodiscard]] QJsonArray requests();
    [[nodiscard]] QStringList unexpectedRequests();

    //! The texts of somebody's posts, in order of creation.
    [[nodiscard]] QStringList textsBy(const QString &user);
    //! How often a table of the world ("favourites", "boosts", "bookmarks") holds this person and post.
    [[nodiscard]] int countIn(const QString &table, const QString &user, const QString &postUri);
    //! Requests of this method and path that were carried out, or all of them.
    [[nodiscard]] int countRequests(const QString &method, const QString &path, bool carriedOutOnly);

private:
    QJsonObject exchange(const QString &path, const QByteArray &body);
    QString m_program;
    QString m_flavour;
    QString m_tokensFile;
    QProcess m_process;
    QUrl m_base;
    QUrl m_control;
    QString m_why;
};

} // namespace Petrel
