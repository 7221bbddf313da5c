// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace Petrel {

class PostMaker;

//! Puts every picture of the invented timeline into a profile's folder of pictures, as if all had been seen
//! before: with every connection refused, they are what a person still sees. Paintings are few and addresses
//! many, so that decoding and memory are those of real timelines and the disk is not.
[[nodiscard]] Result<Unit> fillPictures(const QString &profileDirectory, const PostMaker &maker);

} // namespace Petrel
