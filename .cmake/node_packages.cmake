# Installs the locked npm packages of the folder FROM into the folder INTO, unless they are there already.
set(lock "${FROM}/package-lock.json")
set(stamp "${INTO}/installed-package-lock.json")
if(EXISTS "${stamp}")
  file(READ "${lock}" wanted)
  file(READ "${stamp}" installed)
  if(wanted STREQUAL installed)
    return()
  endif()
endif()
file(COPY "${FROM}/package.json" "${lock}" DESTINATION "${INTO}")
if(EXISTS "${FROM}/.npmrc")
  file(COPY "${FROM}/.npmrc" DESTINATION "${INTO}")
endif()
execute_process(
  COMMAND npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  WORKING_DIRECTORY "${INTO}"
  RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "npm could not install the packages of ${FROM} (${result}): is npm there (.ci/packages-test), "
    "and can its registry be reached?")
endif()
file(COPY_FILE "${lock}" "${stamp}")
