# SPDX-FileCopyrightText: 2026 The Petrel authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The compiler settings shared by every target, and the only two helpers: petrel_library and petrel_test.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

# Where a crash or a sanitizer points to needs functions and lines alone; the rest of debug information is a quarter of
# the time of compiling. Whoever steps through the code has the preset "dev".
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")

set(PETREL_SANITIZER "" CACHE STRING "Empty, address (with undefined) or thread")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # Without a base directory a second clone would find nothing of the first one's work.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}
    CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE_PROGRAM})
endif()
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
  add_link_options(-fuse-ld=mold)
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Werror=return-type -Werror=switch)
add_compile_definitions(QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH
  QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT)

if(PETREL_SANITIZER)
  set(CMAKE_CXX_FLAGS_DEBUG "-g1")
endif()
if(PETREL_SANITIZER STREQUAL "address")
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
elseif(PETREL_SANITIZER STREQUAL "thread")
  add_compile_options(-fsanitize=thread -fno-omit-frame-pointer)
  add_link_options(-fsanitize=thread)
endif()

# Sanitizer builds compile 3.4 times slower: there every file gets what nearly all of them include, compiled once. The
# other builds do without, so that a missing include is still an error.
function(petrel_precompile name)
  if(NOT PETREL_SANITIZER)
    return()
  endif()
  if(NOT TARGET petrel_precompiled)
    file(WRITE ${CMAKE_BINARY_DIR}/precompiled.cpp "")
    add_library(petrel_precompiled STATIC ${CMAKE_BINARY_DIR}/precompiled.cpp)
    target_link_libraries(petrel_precompiled PRIVATE Qt6::Core)
    target_precompile_headers(petrel_precompiled PRIVATE <QDateTime> <QHash> <QJsonArray> <QJsonObject> <QMetaType>
      <QObject> <QPointer> <QSet> <QString> <QUrl> <QVector> <algorithm> <functional> <map> <memory> <optional>
      <variant> <vector>)
  endif()
  target_precompile_headers(${name} REUSE_FROM petrel_precompiled)
endfunction()

# petrel_library(petrel_<layer> SOURCES … LINKS …): a static library whose headers are included as
# "<layer>/<file>.h", of the window's layers as "gui/<layer>/<file>.h". LINKS are public, since the headers of a layer
# show the types of those below it.
function(petrel_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/core)
  if(CMAKE_CURRENT_SOURCE_DIR MATCHES "^${PROJECT_SOURCE_DIR}/app/")
    target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR}/app)
  endif()
  target_link_libraries(${name} PUBLIC ${ARG_LINKS})
  petrel_precompile(${name})
endfunction()

# What AddressSanitizer runs, label "memory": core, the contract, the scenarios, and as smoke tests of the programs the
# tour and the window's own (applicationtest).
add_custom_target(petrel_memorytests)
# What ThreadSanitizer runs, label "threads": tests that let work cross threads, and the storm. Everything else in core
# runs in one thread, where it has nothing to say; programs that use Qt's own network thread are all false alarms.
add_custom_target(petrel_threadtests)

# petrel_test(<class>test LINKS … [SOURCES …] [LABELS …] [TIMEOUT s]): one QtTest program built from <class>test.cpp
# (or SOURCES) and registered with ctest under its own name. Its labels are the folder of tests/ it lives in, "core"
# for all that needs no screen and no real server, "memory" for core on AddressSanitizer, and LABELS ("memory" for more of
# that, "threads" for what ThreadSanitizer runs).
function(petrel_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINKS;LABELS" ${ARGN})
  if(NOT ARG_SOURCES)
    set(ARG_SOURCES ${name}.cpp)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/core ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${name} PRIVATE ${ARG_LINKS} Qt6::Test)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  petrel_precompile(${name})
  add_test(NAME ${name} COMMAND ${name})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  if(PETREL_SANITIZER)
    math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 5")
  endif()
  # QtTest ends a function after five minutes by itself; ctest's own limit is the one that counts.
  set(environment QT_QPA_PLATFORM=offscreen QTEST_FUNCTION_TIMEOUT=${ARG_TIMEOUT}000)
  if(PETREL_SANITIZER STREQUAL "thread")
    # GLib's event loop is not instrumented and looks like a race. Elsewhere tests run as people's programs do.
    list(APPEND environment QT_NO_GLIB=1)
  endif()
  file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR}/tests ${CMAKE_CURRENT_SOURCE_DIR})
  if(folder MATCHES "^(core/|contract|scenarios)")
    list(APPEND ARG_LABELS memory)
  endif()
  string(REGEX REPLACE "/.*" "" folder "${folder}")
  list(APPEND ARG_LABELS ${folder})
  if(folder MATCHES "^(contract|scenarios|support)$")
    list(APPEND ARG_LABELS core)
  endif()
  list(REMOVE_DUPLICATES ARG_LABELS)
  if("memory" IN_LIST ARG_LABELS)
    add_dependencies(petrel_memorytests ${name})
  endif()
  if("threads" IN_LIST ARG_LABELS)
    add_dependencies(petrel_threadtests ${name})
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
    ENVIRONMENT "${environment}")
endfunction()
