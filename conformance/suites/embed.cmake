# Turns the suites into one C++ source that defines EmbeddedSuiteFiles():
#
#   cmake -DFOLDER=conformance/suites -DFILES=a.textproto,b/c.textproto -DOUTPUT=FILE.cc -P embed.cmake
#
# As raw string literals, cut into pieces: a literal has an upper limit in length.
string(REPLACE "," ";" files "${FILES}")
list(SORT files)
file(WRITE "${OUTPUT}" "// Made from the files of conformance/suites by embed.cmake.

#include \"conformance/suites/embedded_suites.h\"

namespace ketenproef::conformance {

const std::vector<EmbeddedFile>& EmbeddedSuiteFiles() {
  static const auto* const files = new std::vector<EmbeddedFile>{
")
foreach(name IN LISTS files)
  file(READ "${FOLDER}/${name}" text)
  if(text MATCHES "\\)suite\"")
    message(FATAL_ERROR "${name} holds )suite\", which ends its literal")
  endif()
  file(APPEND "${OUTPUT}" "      {\"${name}\", R\"suite(")
  string(LENGTH "${text}" length)
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} 12000 piece)
    file(APPEND "${OUTPUT}" "${piece}")
    math(EXPR at "${at} + 12000")
    if(at LESS length)
      file(APPEND "${OUTPUT}" ")suite\" R\"suite(")
    endif()
  endwhile()
  file(APPEND "${OUTPUT}" ")suite\"},\n")
endforeach()
file(APPEND "${OUTPUT}" "  };
  return *files;
}

}  // namespace ketenproef::conformance
")
