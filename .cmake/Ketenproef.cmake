# One helper per kind of target. Every target of the project is made by one of these, so that flags
# and include paths stand in one place and nothing is set globally.

# What every compile gets. Generated code gets this only.
add_library(ketenproef_common INTERFACE)
# GCC looks for garbage from 100 MB on by itself, and some ten times in every unit; it finds little.
target_compile_options(ketenproef_common INTERFACE $<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-heapsize=524288>)
# Half a second a binary instead of one and a half, where it is there.
find_program(KETENPROEF_GOLD ld.gold)
if(KETENPROEF_GOLD AND NOT KETENPROEF_SANITIZE)
  target_link_options(ketenproef_common INTERFACE -fuse-ld=gold)
endif()
if(KETENPROEF_SANITIZE)
  target_compile_options(ketenproef_common INTERFACE
    -fsanitize=${KETENPROEF_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(ketenproef_common INTERFACE -fsanitize=${KETENPROEF_SANITIZE})
  # GCC 12 sees uninitialised members in absl's inlined containers where sanitizers keep it from inlining; the
  # release build keeps the warning.
  target_compile_options(ketenproef_common INTERFACE -Wno-maybe-uninitialized)
endif()
if(KETENPROEF_SANITIZE STREQUAL "thread")
  # Protobuf's headers would give a map members that Debian's library, not built for this, does not have.
  target_compile_options(ketenproef_common INTERFACE -U__SANITIZE_THREAD__)
endif()

add_library(ketenproef_options INTERFACE)
target_link_libraries(ketenproef_options INTERFACE ketenproef_common)
target_include_directories(ketenproef_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(ketenproef_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<BOOL:${KETENPROEF_WERROR}>:-Werror>)

# ketenproef_library(NAME [GRPC] [SOURCES ...] [DEPS ...]): a library of the folder it stands in. GRPC where most of
# its sources include gRPC or protobuf. DEPS are public: what a header includes, its users get.
function(ketenproef_library name)
  cmake_parse_arguments(ARG "GRPC" "" "SOURCES;DEPS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  # What is for our own builds only stays out of what is installed.
  target_link_libraries(${name} PUBLIC ${ARG_DEPS} PRIVATE $<BUILD_INTERFACE:ketenproef_options>)
  target_include_directories(${name} INTERFACE $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>)
  if(ARG_GRPC)
    target_precompile_headers(${name} REUSE_FROM ketenproef_grpc_headers)
  endif()
endfunction()

# Headers of libraries, parsed once for all who take them with target_precompile_headers(X REUSE_FROM NAME), as
# GRPC below does: half of what a test or an edge of the server took to compile. Sources name what they use all the same; headers of
# our own are never in here.
file(WRITE "${CMAKE_BINARY_DIR}/headers.cc" "")
function(ketenproef_headers name)
  cmake_parse_arguments(ARG "" "" "HEADERS;DEPS" ${ARGN})
  add_library(${name} OBJECT "${CMAKE_BINARY_DIR}/headers.cc")
  target_link_libraries(${name} PRIVATE ${ARG_DEPS} absl::statusor absl::strings absl::flat_hash_map absl::btree)
  # gRPC and protobuf bring it, and GCC takes headers only that were parsed with the same.
  target_compile_options(${name} PRIVATE -pthread)
  target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
endfunction()

# Tests are compiled without optimisation: they are most of the code, and what they call is not theirs.
add_library(ketenproef_test_options INTERFACE)
target_link_libraries(ketenproef_test_options INTERFACE ketenproef_options)
target_compile_options(ketenproef_test_options INTERFACE -pthread -O0)

set(grpc_headers <grpcpp/grpcpp.h> <google/protobuf/message.h>)
set(test_headers
  <gmock/gmock.h> <gtest/gtest.h>
  <map> <optional> <string> <variant> <vector>
  <absl/container/btree_map.h> <absl/container/flat_hash_map.h> <absl/status/statusor.h>
  <absl/strings/str_cat.h>)
ketenproef_headers(ketenproef_grpc_headers
  HEADERS ${grpc_headers} DEPS ketenproef_options gRPC::grpc++ protobuf::libprotobuf)
ketenproef_headers(ketenproef_test_headers
  HEADERS ${test_headers} DEPS ketenproef_test_options GTest::gmock GTest::gtest)
ketenproef_headers(ketenproef_grpc_test_headers
  HEADERS ${test_headers} ${grpc_headers}
  DEPS ketenproef_test_options GTest::gmock GTest::gtest gRPC::grpc++ protobuf::libprotobuf)

# The thread sanitizer sees nothing of what Debian's libraries lock, unless it is told.
if(KETENPROEF_SANITIZE STREQUAL "thread")
  add_library(ketenproef_tsan OBJECT
    "${PROJECT_SOURCE_DIR}/fixtures/tsan/known_calls.cc"
    "${PROJECT_SOURCE_DIR}/fixtures/tsan/known_locks.cc")
  target_link_libraries(ketenproef_tsan PRIVATE ketenproef_options absl::synchronization gRPC::grpc)
else()
  add_library(ketenproef_tsan INTERFACE)
endif()

# ketenproef_test(NAME [GRPC] [THREADS] [SOURCES ...] [DEPS ...]): the one test binary of a library. GRPC where most of
# its sources include gRPC; THREADS where threads meet in it, so that the thread sanitizer is to look at it: CI builds
# and runs those, by the label `threads` and the target of that name.
function(ketenproef_test name)
  cmake_parse_arguments(ARG "GRPC;THREADS" "" "SOURCES;DEPS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ketenproef_test_options ketenproef_tsan ${ARG_DEPS}
    GTest::gmock GTest::gtest GTest::gtest_main)
  if(ARG_GRPC)
    target_precompile_headers(${name} REUSE_FROM ketenproef_grpc_test_headers)
  else()
    target_precompile_headers(${name} REUSE_FROM ketenproef_test_headers)
  endif()
  target_compile_definitions(${name} PRIVATE
    KETENPROEF_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    KETENPROEF_SHARED_DIR="${KETENPROEF_SHARED_DIR}")
  # What a test counts, memory above all, is more under a sanitizer.
  if(KETENPROEF_SANITIZE)
    target_compile_definitions(${name} PRIVATE KETENPROEF_SANITIZED)
  endif()
  add_test(NAME ${name} COMMAND ${name})
  if(ARG_THREADS)
    set_property(TEST ${name} APPEND PROPERTY LABELS threads)
    add_dependencies(threads ${name})
  endif()
endfunction()
add_custom_target(threads)

# ketenproef_embed(VARIABLE HEADER FILE:FUNCTION...): sources that define the functions of that header, each giving the
# bytes of a file of this folder; made anew when the file changes. VARIABLE gets their paths.
function(ketenproef_embed variable header)
  set(script "${PROJECT_SOURCE_DIR}/fixtures/embedded/embed.cmake")
  set(sources)
  foreach(file_and_function IN LISTS ARGN)
    string(REPLACE ":" ";" parts "${file_and_function}")
    list(GET parts 0 file)
    list(GET parts 1 function)
    set(input "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
    set(output "${CMAKE_CURRENT_BINARY_DIR}/${file}.cc")
    add_custom_command(
      OUTPUT "${output}"
      COMMAND "${CMAKE_COMMAND}" "-DINPUT=${input}" "-DOUTPUT=${output}" "-DFUNCTION=${function}"
              "-DHEADER=${header}" -P "${script}"
      DEPENDS "${input}" "${script}"
      VERBATIM)
    list(APPEND sources "${output}")
  endforeach()
  set(${variable} ${sources} PARENT_SCOPE)
endfunction()

# ketenproef_binary(NAME [SOURCES ...] [DEPS ...]): an executable.
function(ketenproef_binary name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ketenproef_options ketenproef_tsan ${ARG_DEPS})
endfunction()
