// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application.h"

#include "base/clock.h"
#include "base/logging.h"
#include "command/commandclient.h"
#include "command/commandserver.h"
#include "command/terminal.h"
#include "domain/words.h"
#include "gui/democontrol.h"
#include "gui/engineend.h"
#include "gui/icons/iconprovider.h"
#include "gui/media/blurhashprovider.h"
#include "gui/media/picturedesk.h"
#include "gui/media/pictureprovider.h"
#include "gui/mediapictures.h"
#include "gui/models/words.h"
#include "gui/platform/desktopsettings.h"
#include "gui/platform/platform.h"
#include "gui/platform/warmup.h"
#include "media/blurhash.h"
#include "session/engine.h"
#include "store/profilelock.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QProcess>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQuickWindow>

#include <algorithm>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace Petrel {

namespace {

constexpr qint64 retryMs = 200;
//! How long another Petrel may hold the profile without answering before the window says that it waits.
constexpr qint64 patienceMs = 2'000;
//! A window that nobody sees paints nothing: the servers are asked all the same.
constexpr qint64 paintMs = 1'000;

//! Pictures come and go by the megabyte, on several threads. Left to itself, glibc gives each thread a heap
//! of its own and keeps in it what one picture leaves for the next, which never fits: memory would grow with
//! every screen that goes by.
void giveLargeBlocksBack()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    mallopt(M_ARENA_MAX, 2);
#endif
}

QUrl mainPage()
{
    return QUrl(QStringLiteral("qrc:/qt/qml/Petrel/qml/Main.qml"));
}

//! The demonstration is a program of its own beside this one, with a profile of its own.
std::function<bool()> demoStarter()
{
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/petrel-demo");
    if (!QFileInfo(program).isExecutable())
        return {};
    return [program] { return QProcess::startDetached(program, {}); };
}

AppController::Hands desktopHands()
{
    return {[](const QUrl &url) { return QDesktopServices::openUrl(url); },
            [](const QString &text) { QGuiApplication::clipboard()->setText(text); }, demoStarter()};
}

} // namespace

Application::Application(const ApplicationOptions &options, QObject *parent)
    : QObject(parent),
      m_options(options),
      m_clock(makeSystemClock()),
      m_desktop(std::make_unique<DesktopSettings>(QDBusConnection::sessionBus())),
      m_platform(std::make_unique<Platform>(options.profileDirectory, *m_desktop)),
      m_words(std::make_unique<Words>(*m_clock)),
      m_app(std::make_unique<AppController>(desktopHands(), this))
{
    giveLargeBlocksBack();
    QGuiApplication::setQuitOnLastWindowClosed(false);
    connect(qGuiApp, &QGuiApplication::aboutToQuit, this, [this] {
        m_app->flush();
        m_platform->flush();
    });
    if (!options.demoControls.isEmpty()) {
        m_demo = std::make_unique<DemoControl>(options.demoControls);
        m_app->setDemo(&m_demo->controller());
    }
}

Application::~Application()
{
    // Whoever still waits for the engine's end is told by it, but finds nothing to do.
    m_released = true;
    m_window = nullptr;
    endEngine(std::move(m_qml));
    m_app->end();
}

void Application::start()
{
    m_startedAtMs = m_clock->monotonicMs();
    attempt();
}

void Application::attempt()
{
    if (m_ending)
        return;
    auto lock = ProfileLock::acquire(m_options.profileDirectory);
    if (lock.ok())
        return hold(lock.take());
    if (lock.error().kind != ErrorKind::Conflict)
        return fail(errorWords(lock.error()));
    if (m_clock->monotonicMs() - m_startedAtMs > patienceMs)
        fail(tr("Another Petrel works on this profile. The window opens as soon as it has ended."));
    raiseOther();
}

void Application::attemptSoon()
{
    m_alarm = m_clock->alarm(retryMs, [this] { attempt(); });
}

void Application::raiseOther()
{
    m_console = std::make_unique<Terminal>();
    m_client = new CommandClient(m_options.profileDirectory, *m_console, this);
    const auto again = [this] {
        std::exchange(m_client, nullptr)->deleteLater();
        attemptSoon();
    };
    connect(m_client, &CommandClient::lost, this, again);
    connect(m_client, &CommandClient::finished, this, [this, again](int exitCode) {
        if (exitCode == 0)
            Q_EMIT finished(0);
        else
            again();
    });
    m_client->raise();
}

void Application::hold(std::shared_ptr<ProfileLock> lock)
{
    // QML reads its files on a thread of its own while the store opens on another.
    prepareWindow();
    EngineOptions options;
    options.profileDirectory = m_options.profileDirectory;
    options.credentialsFile = m_options.credentialsFile;
    options.clock = m_clock.get();
    auto engine = Engine::open(std::move(lock), std::move(options));
    if (!engine.ok())
        return fail(errorWords(engine.error()));
    m_engine = engine.take();
    // The keychain may ask the person first; what is on the disk can be read meanwhile.
    auto starting = m_engine->start();
    m_pictures = std::make_unique<MediaPictures>(
        *m_clock, m_options.profileDirectory, [this](const ServerHost &host) { return isOwnServer(host); });
    m_desk = std::make_unique<PictureDesk>(*m_pictures);
    showPictures();
    m_app->open(*m_engine);
    warmUp(m_platform->textScale());
    showWindow();
    listen();
    starting.finally(this, [this](const Result<Unit> &result) { loaded(result); });
}

void Application::loaded(const Result<Unit> &result)
{
    if (!result.ok())
        return fail(errorWords(result.error()));
    m_loaded = true;
    begin();
}

void Application::painted()
{
    if (std::exchange(m_painted, true))
        return;
    m_unseen.reset();
    begin();
}

//! What is on the disk comes first: to ask a server takes the time in which it would be painted.
void Application::begin()
{
    if (m_loaded && m_painted && !m_ending)
        m_app->begin();
}

void Application::listen()
{
    m_server = std::make_unique<CommandServer>(*m_engine, m_options.profileDirectory);
    m_server->setRaise([this] {
        if (m_window)
            Platform::raise(*m_window);
    });
    if (auto listening = m_server->listen(); !listening.ok())
        qCWarning(logSession).noquote() << listening.error().detail;
}

void Application::fail(const QString &words)
{
    m_app->fail(words);
    showWindow();
}

void Application::registerSingletons()
{
    qmlRegisterSingletonInstance("Petrel.App", 1, 0, "App", m_app.get());
    qmlRegisterSingletonInstance("Petrel.App", 1, 0, "Words", m_words.get());
    qmlRegisterSingletonInstance("Petrel.App", 1, 0, "Platform", m_platform.get());
}

void Application::showPictures()
{
    if (!m_desk || m_qml->imageProvider(QStringLiteral("media")))
        return;
    m_qml->addImageProvider(QStringLiteral("media"), new PictureProvider(*m_desk));
    m_qml->addImageProvider(QStringLiteral("blurhash"), new BlurhashProvider(blurhashImage));
}

bool Application::isOwnServer(const ServerHost &host) const
{
    const auto &accounts = m_engine->accounts().accounts();
    return std::any_of(accounts.cbegin(), accounts.cend(),
                       [&host](const Account &account) { return account.host == host; });
}

void Application::prepareWindow()
{
    if (m_qml)
        return;
    registerSingletons();
    m_qml = std::make_unique<QQmlApplicationEngine>();
    m_qml->setNetworkAccessManagerFactory(&m_noNetwork);
    m_qml->addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_qml->addImageProvider(QStringLiteral("icon"), new IconProvider);
    m_reading = std::make_unique<QQmlComponent>(m_qml.get(), mainPage(), QQmlComponent::Asynchronous);
}

void Application::showWindow()
{
    if (m_window)
        return;
    prepareWindow();
    showPictures();
    m_qml->load(mainPage());
    m_reading.reset();
    m_window =
        m_qml->rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(m_qml->rootObjects().first());
    if (!m_window) {
        // Said by QML itself on standard error: without its pages there is no window to say it in.
        Q_EMIT finished(1);
        return;
    }
    connect(m_window, &QQuickWindow::frameSwapped, this, &Application::painted,
            Qt::ConnectionType(Qt::AutoConnection | Qt::SingleShotConnection));
    m_unseen = m_clock->alarm(paintMs, [this] { painted(); });
    connect(m_window, &QWindow::visibilityChanged, this, [this](QWindow::Visibility visibility) {
        m_app->setWindowActive(visibility != QWindow::Hidden && visibility != QWindow::Minimized);
        // Later: the window is not to go while it tells of itself.
        if (visibility == QWindow::Hidden)
            QMetaObject::invokeMethod(this, &Application::shutDown, Qt::QueuedConnection);
    });
}

void Application::shutDown()
{
    if (std::exchange(m_ending, true))
        return;
    m_app->flush();
    m_platform->flush();
    if (!m_server)
        return release();
    m_server->drain().finally(this, [this](const Result<Unit> &) {
        m_engine->stop().finally(this, [this](const Result<Unit> &) { release(); });
    });
}

void Application::release()
{
    if (std::exchange(m_released, true))
        return;
    m_window = nullptr;
    endEngine(std::move(m_qml));
    m_desk.reset();
    m_pictures.reset();
    m_app->end();
    m_server.reset();
    m_engine.reset();
    Q_EMIT finished(0);
}

} // namespace Petrel
