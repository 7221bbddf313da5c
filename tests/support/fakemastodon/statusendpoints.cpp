// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writing, showing and deleting posts.
#include "support/fakemastodon/answers.h"
#include "support/fakemastodon/endpoints.h"
#include "support/fakemastodon/entities.h"
#include "support/fakemastodon/lookup.h"
#include "support/fakemastodon/textentities.h"

#include "base/clock.h"

using namespace Qt::Literals::StringLiterals;

namespace Petrel::Fake {

namespace {

int lengthOf(const FlavourRules &rules, const QString &text)
{
    int length = int(text.trimmed().toUcs4().size());
    for (const TextEntity &entity : entitiesIn(text)) {
        const int written = int(QStringView(text).mid(entity.start, entity.length).toUcs4().size());
        if (entity.kind == TextEntity::Kind::Link && rules.urlLength > 0)
            length += rules.urlLength - written;
        else if (entity.kind == TextEntity::Kind::Mention)
            length -= int(entity.value.size() - entity.value.section(u'@', 0, 0).size());
    }
    return length;
}

QByteArray keyOf(const Call &call)
{
    const QByteArray key = call.request.header("idempotency-key");
    return key.isEmpty() ? QByteArray() : call.viewer.toUtf8() + '\n' + key;
}

// What the server answers because it knows the key, if it does.
std::optional<WireResponse> answerToRepeat(Call &call)
{
    const QByteArray key = keyOf(call);
    if (key.isEmpty())
        return std::nullopt;
    const auto entry = call.keys.find(key, call.clock.nowMs(), call.rules().keyLifeMs);
    if (!entry)
        return std::nullopt;
    const WorldPost *post = call.world.post(entry->uri);
    switch (call.keyBehaviour) {
    case KeyBehaviour::Kept:
    case KeyBehaviour::Answers500:
        if (!post)
            return std::nullopt;
        if (post->deleted)
            return refusal(call.rules(), 404);
        return call.keyBehaviour == KeyBehaviour::Kept ? json(200, statusJson(call, *post))
                                                       : refusal(call.rules(), 500);
    case KeyBehaviour::Burnt:
        return json(400, QJsonObject{{u"error"_s, u"Duplicate idempotency key."_s}});
    case KeyBehaviour::Ignored:
    case KeyBehaviour::Forgotten:
    case KeyBehaviour::ReplaysAnswer:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::optional<WireResponse> whyNot(Call &call, const WorldDraft &draft)
{
    const FlavourRules &rules = call.rules();
    if (call.flavour() == Flavour::Snac)
        return std::nullopt;
    if (draft.text.isEmpty() && draft.warning.isEmpty()) {
        return call.flavour() == Flavour::GoToSocial
            ? refusal(rules, 400, u"status contains no text, media or poll"_s)
            : refusal(rules, 422, u"Validation failed: Text can't be blank"_s);
    }
    if (call.params.has(u"scheduled_at"_s) && call.flavour() == Flavour::GoToSocial)
        return refusal(rules, 501, u"scheduled statuses are not yet supported"_s);
    if (lengthOf(rules, draft.text) + lengthOf(rules, draft.warning) > rules.maxCharacters) {
        return call.flavour() == Flavour::GoToSocial
            ? refusal(rules, 400, u"text with spoiler exceed max chars (5000)"_s)
            : refusal(rules, 422,
                      QStringLiteral("Validation failed: Text character limit of %1 exceeded")
                          .arg(rules.maxCharacters));
    }
    static const QStringList known{u"public"_s, u"unlisted"_s, u"private"_s, u"direct"_s};
    const bool pixelfedHasNone = call.flavour() == Flavour::Pixelfed && draft.visibility == u"direct"_s;
    if (call.flavour() != Flavour::GoToSocial && (!known.contains(draft.visibility) || pixelfedHasNone))
        return refusal(rules, 422, u"Validation failed: Visibility is not included in the list"_s);
    return std::nullopt;
}

} // namespace

WireResponse postStatus(Call &call)
{
    if (!call.params.wellFormed())
        return refusal(call.rules(), 400, u"unexpected EOF"_s);
    if (!call.params.knownType() && call.flavour() == Flavour::GoToSocial)
        return refusal(call.rules(), 406);
    if (auto answer = answerToRepeat(call))
        return *answer;
    const QByteArray key = keyOf(call);
    if (call.keyBehaviour == KeyBehaviour::Burnt && !key.isEmpty())
        call.keys.remember(key, {{}, {}, call.clock.nowMs()});

    const WorldUser *author = call.world.user(call.viewer);
    WorldDraft draft;
    draft.text = call.params.text(u"status"_s);
    draft.warning = call.params.text(u"spoiler_text"_s);
    draft.visibility =
        call.params.has(u"visibility"_s) ? call.params.text(u"visibility"_s) : author->defaultVisibility;
    draft.language = call.params.text(u"language"_s);
    if (call.isMastodon()) {
        draft.text = draft.text.trimmed();
        draft.warning = draft.warning.trimmed();
        if (draft.text.isEmpty() && !draft.warning.isEmpty())
            draft.text = u"."_s;
        if (draft.language.isEmpty())
            draft.language = author->defaultLanguage;
    }
    if (auto refused = whyNot(call, draft))
        return *refused;
    const QString parentId = call.params.text(u"in_reply_to_id"_s);
    if (!parentId.isEmpty()) {
        const WorldPost *parent = visiblePost(call, parentId);
        if (!parent && call.flavour() != Flavour::Snac)
            return refusal(call.rules(), 404,
                           call.flavour() == Flavour::GoToSocial ? u"target status not found"_s : QString());
        if (parent)
            draft.parentUri = parent->uri;
    }
    const QString uri = call.world.publish(call.viewer, draft, call.request.header("idempotency-key"));
    const bool keeps = call.keyBehaviour == KeyBehaviour::Kept
        || call.keyBehaviour == KeyBehaviour::Answers500 || call.keyBehaviour == KeyBehaviour::Forgotten
        || call.keyBehaviour == KeyBehaviour::Burnt;
    if (keeps && !key.isEmpty())
        call.keys.remember(key, {uri, {}, call.clock.nowMs()});
    return json(200, statusJson(call, *call.world.post(uri)));
}

WireResponse showStatus(Call &call)
{
    if (call.viewer.isEmpty() && (call.flavour() == Flavour::GoToSocial || call.flavour() == Flavour::Snac))
        return refusal(call.rules(), 401);
    if (const WorldBoost *boost = call.world.boostById(call.captures.value(0)))
        return json(200, boostJson(call, *boost));
    const WorldPost *post = visiblePost(call, call.captures.value(0));
    return post ? json(200, statusJson(call, *post)) : notThere(call);
}

WireResponse deleteStatus(Call &call)
{
    if (!call.rules().canDelete)
        return refusal(call.rules(), 404);
    if (const WorldBoost *boost = call.world.boostById(call.captures.value(0));
        boost && boost->booster == call.viewer) {
        const QJsonObject answer = boostJson(call, *boost);
        call.world.unboost(call.viewer, boost->postUri);
        return json(200, answer);
    }
    const WorldPost *post = visiblePost(call, call.captures.value(0));
    if (!post)
        return notThere(call);
    if (post->author != call.viewer)
        return refusal(call.rules(), call.flavour() == Flavour::GoToSocial ? 403 : 404);
    QJsonObject answer = statusJson(call, *post);
    answer.insert(u"text"_s, post->text);
    call.world.remove(post->uri);
    return json(200, answer);
}

WireResponse statusSource(Call &call)
{
    const WorldPost *post = visiblePost(call, call.captures.value(0));
    const bool refused = post && post->author != call.viewer && call.flavour() == Flavour::GoToSocial;
    if (!post || refused || !call.rules().givesSource)
        return notThere(call);
    QJsonObject source{{u"id"_s, post->id}, {u"text"_s, post->text}, {u"spoiler_text"_s, post->warning}};
    if (call.flavour() == Flavour::GoToSocial)
        source.insert(u"content_type"_s, u"text/plain"_s);
    return json(200, source);
}

} // namespace Petrel::Fake
