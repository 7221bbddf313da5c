// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/authenticator.h"

namespace Petrel {

//! A sign-in under way: all that is needed between opening the browser and asking for the token.
struct SignIn {
    ServerDescription server;
    QString redirect; //!< as registered
    QString scopes;
    QString state;
    QByteArray verifier; //!< the secret behind the code challenge
    Secret clientId;
    Secret clientSecret;

    [[nodiscard]] bool pastedCode() const;
    //! What the browser opens.
    [[nodiscard]] QUrl browserUrl() const;
    [[nodiscard]] Secret toBytes() const;
    [[nodiscard]] static std::optional<SignIn> fromBytes(const Secret &bytes);
};

[[nodiscard]] QString pastedCodeRedirect();

//! The code in the answer of the browser, or of a person who pasted it (perhaps with the state behind it, or
//! the whole address). Rejected with words for a refusal and for an answer that does not belong to this
//! sign-in.
[[nodiscard]] Result<QByteArray> codeFromAnswer(const SignIn &signIn, const QUrlQuery &answer);

} // namespace Petrel
