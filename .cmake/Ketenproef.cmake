# One helper per kind of target. Every target of the project is made by one of these, so that flags
# and include paths stand in one place and nothing is set globally.

# What every compile of our own code gets. Generated code gets the sanitizers only.
add_library(ketenproef_sanitize INTERFACE)
if(KETENPROEF_SANITIZE)
  target_compile_options(ketenproef_sanitize INTERFACE
    -fsanitize=${KETENPROEF_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(ketenproef_sanitize INTERFACE -fsanitize=${KETENPROEF_SANITIZE})
  # GCC 12 sees uninitialised members in absl's inlined containers where sanitizers keep it from inlining; the
  # release build keeps the warning.
  target_compile_options(ketenproef_sanitize INTERFACE -Wno-maybe-uninitialized)
endif()

add_library(ketenproef_options INTERFACE)
target_link_libraries(ketenproef_options INTERFACE ketenproef_sanitize)
target_include_directories(ketenproef_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(ketenproef_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<BOOL:${KETENPROEF_WERROR}>:-Werror>)

# ketenproef_library(NAME [SOURCES ...] [DEPS ...]): a library of the folder it stands in.
# DEPS are public: what a header includes, its users get.
function(ketenproef_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC ${ARG_DEPS} PRIVATE ketenproef_options)
  target_include_directories(${name} INTERFACE "${PROJECT_SOURCE_DIR}")
endfunction()

# ketenproef_test(NAME [SOURCES ...] [DEPS ...]): the one test binary of a library.
function(ketenproef_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ketenproef_options ${ARG_DEPS} GTest::gmock GTest::gtest GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE
    KETENPROEF_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    KETENPROEF_SHARED_DIR="${KETENPROEF_SHARED_DIR}")
  add_test(NAME ${name} COMMAND ${name})
endfunction()

# ketenproef_binary(NAME [SOURCES ...] [DEPS ...]): an executable.
function(ketenproef_binary name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ketenproef_options ${ARG_DEPS})
endfunction()
