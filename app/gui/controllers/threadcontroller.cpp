// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/threadcontroller.h"

#include "domain/words.h"

namespace Petrel {

ThreadController::ThreadController(Store &store, WishDesk &wishes, const PostContext &context,
                                   const QString &uri, Source source, QObject *parent)
    : PostController(wishes, context.account, parent),
      m_uri(uri),
      m_source(std::move(source)),
      m_model(store)
{
    connect(&m_model, &ThreadModel::openedIndexChanged, this, &ThreadController::openedIndexChanged);
    m_model.setContext(context);
    m_model.open(m_source.read);
    ask();
}

void ThreadController::refresh()
{
    m_source.hurry();
    ask();
}

void ThreadController::setContext(const PostContext &context)
{
    m_model.setContext(context);
    look();
}

void ThreadController::look()
{
    if (!m_source.isReady())
        m_hadChance = false;
    else if (m_failed && !m_hadChance)
        ask();
}

void ThreadController::ask()
{
    if (m_loading)
        return;
    m_loading = true;
    m_hadChance = m_source.isReady();
    m_errorWords.clear();
    Q_EMIT stateChanged();
    m_source.fetch().finally(this, [this](const Result<Unit> &result) { fetched(result); });
}

void ThreadController::fetched(const Result<Unit> &result)
{
    m_loading = false;
    m_failed = !result.ok();
    if (!result.ok() && result.error().kind != ErrorKind::Cancelled)
        m_errorWords = Petrel::errorWords(result.error());
    Q_EMIT stateChanged();
    look();
}

} // namespace Petrel
