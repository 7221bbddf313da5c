// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/shownwindow.h"

#include "bench/profilemaker.h"
#include "gui/engineend.h"
#include "gui/icons/iconprovider.h"
#include "gui/media/blurhashprovider.h"
#include "gui/media/picturedesk.h"
#include "gui/media/pictureprovider.h"
#include "gui/models/words.h"
#include "gui/platform/desktopsettings.h"
#include "gui/platform/platform.h"
#include "media/blurhash.h"
#include "service/authenticator.h"
#include "store/profilelock.h"
#include "support/memorycredentialstore.h"

#include <QtQml/qqmlextensionplugin.h>
#include <QtTest>

Q_IMPORT_QML_PLUGIN(PetrelPlugin)

namespace Petrel {

namespace {

//! The same speck for whoever asks.
class Specks : public PictureSource {
public:
    Task<QImage> picture(const QString &, const QSize &, PictureMode, QObject *) override
    {
        QImage speck(4, 4, QImage::Format_RGB32);
        speck.fill(Qt::gray);
        return Result<QImage>(speck);
    }
};

//! One token for whoever asks.
class OneToken : public MemoryCredentialStore {
public:
    explicit OneToken(const QByteArray &token)
        : m_bytes(Credentials{Secret(token), {}, {}}.toBytes())
    { }
    Task<Secret> read(const AccountId &) override { return Result<Secret>(m_bytes); }

private:
    Secret m_bytes;
};

} // namespace

ShownWindow::ShownWindow(const ProfilePlan &plan, FakeClock &clock)
    : m_clock(clock),
      m_profile(plan.directory),
      m_server(Fake::Flavour::Mastodon42, clock, QUrl(plan.serverAddress)),
      m_transport(clock, &m_observer)
{
    m_server.setDown(true);
    m_transport.addServer(m_server);
}

ShownWindow::~ShownWindow()
{
    endEngine(std::move(m_qml));
    if (m_app)
        m_app->end();
    m_app.reset();
    m_engine.reset();
}

bool ShownWindow::open()
{
    auto lock = ProfileLock::acquire(m_profile);
    if (!lock.ok())
        return false;
    EngineOptions options;
    options.profileDirectory = m_profile;
    options.threaded = false;
    options.clock = &m_clock;
    options.transport = &m_transport;
    options.credentials = std::make_unique<OneToken>("token");
    auto engine = Engine::open(lock.take(), std::move(options));
    if (!engine.ok())
        return false;
    m_engine = engine.take();
    m_observer.target = &m_engine->weather();
    bool started = false;
    m_engine->start().finally(m_engine.get(),
                              [&started](const Result<Unit> &result) { started = result.ok(); });
    m_app = std::make_unique<AppController>(
        AppController::Hands{[](const QUrl &) { return false; }, [](const QString &) {}});
    m_app->open(*m_engine);

    m_desktop = std::make_unique<DesktopSettings>(QDBusConnection::sessionBus());
    m_platform = std::make_unique<Platform>(m_profile, *m_desktop);
    m_words = std::make_unique<Words>(m_clock);
    m_pictures = std::make_unique<Specks>();
    m_desk = std::make_unique<PictureDesk>(*m_pictures);
    qmlRegisterSingletonInstance("Petrel.App", 1, 0, "App", m_app.get());
    qmlRegisterSingletonInstance("Petrel.App", 1, 0, "Words", m_words.get());
    qmlRegisterSingletonInstance("Petrel.App", 1, 0, "Platform", m_platform.get());
    m_qml = std::make_unique<QQmlApplicationEngine>();
    QObject::connect(m_qml.get(), &QQmlEngine::warnings, m_app.get(), [this](const QList<QQmlError> &errors) {
        for (const QQmlError &error : errors)
            m_warnings.append(error.toString());
    });
    m_qml->addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_qml->addImageProvider(QStringLiteral("icon"), new IconProvider);
    m_qml->addImageProvider(QStringLiteral("media"), new PictureProvider(*m_desk));
    m_qml->addImageProvider(QStringLiteral("blurhash"), new BlurhashProvider(blurhashImage));
    m_qml->load(QUrl(QStringLiteral("qrc:/qt/qml/Petrel/qml/Main.qml")));
    if (m_qml->rootObjects().isEmpty())
        return false;
    m_window = qobject_cast<QQuickWindow *>(m_qml->rootObjects().first());
    return started && m_window;
}

bool ShownWindow::showFirstPost(const std::function<void()> &onFirstPost)
{
    m_firstFrame = std::make_unique<FirstFrame>(*m_window, FirstFrame::Of::Post);
    // Connected later, so called later for the same frame.
    const auto once = std::make_shared<bool>(false);
    const auto watching =
        QObject::connect(m_window, &QQuickWindow::frameSwapped, m_firstFrame.get(), [=, this] {
            if (m_firstFrame->shownAtNs() != 0 && !std::exchange(*once, true) && onFirstPost)
                onFirstPost();
        });
    const bool shown = QTest::qWaitFor([this] { return m_firstFrame->shownAtNs() != 0; }, 30'000);
    QObject::disconnect(watching);
    return shown;
}

void ShownWindow::begin()
{
    m_app->begin();
    settle();
}

void ShownWindow::settle()
{
    for (int quiet = 0; quiet < 3;) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        quiet = m_transport.idle() ? quiet + 1 : 0;
    }
}

} // namespace Petrel
