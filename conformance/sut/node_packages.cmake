# Installs the locked npm packages of the sample SAMPLE into the folder INTO, unless they are there already.
set(lock "${SAMPLE}/package-lock.json")
set(stamp "${INTO}/installed-package-lock.json")
if(EXISTS "${stamp}")
  file(READ "${lock}" wanted)
  file(READ "${stamp}" installed)
  if(wanted STREQUAL installed)
    return()
  endif()
endif()
file(COPY "${SAMPLE}/package.json" "${lock}" DESTINATION "${INTO}")
execute_process(
  COMMAND npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  WORKING_DIRECTORY "${INTO}"
  RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "npm could not install the packages of ${SAMPLE} (${result}): is npm there (.ci/packages-test), "
    "and can its registry be reached?")
endif()
file(COPY_FILE "${lock}" "${stamp}")
