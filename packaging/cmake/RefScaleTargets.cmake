# How this project declares its targets: one static library a folder, one Qt Test a source file.
# Warnings are errors here and only here: other people's headers come in as SYSTEM.

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
  set(CMAKE_CUDA_COMPILER_LAUNCHER "${CCACHE}")
endif()

add_library(refscale_options INTERFACE)
target_include_directories(refscale_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(refscale_options INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Werror
    -Wno-missing-field-initializers>) # designated initializers leave out what keeps its default
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 warns of overlapping copies inside std::string that cannot happen (its bug 105651).
  target_compile_options(refscale_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
endif()
target_compile_definitions(refscale_options INTERFACE QT_NO_KEYWORDS)
if(REFSCALE_SANITIZE)
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fsanitize=${REFSCALE_SANITIZE}>
                      $<$<COMPILE_LANGUAGE:CXX>:-fno-omit-frame-pointer>
                      $<$<COMPILE_LANGUAGE:CXX>:-fno-sanitize-recover=all>)
  add_link_options(-fsanitize=${REFSCALE_SANITIZE})
endif()

# refscale_library(NAME SOURCES a.cpp ... [LINK targets the headers need] [PRIVATE others])
function(refscale_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  target_link_libraries(${name} PUBLIC ${arg_LINK} PRIVATE refscale_options ${arg_PRIVATE})
  target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}")
endfunction()

# Tells these files of the folder that the build is for bare GPU nodes. Only them: everything else is
# compiled alike in both builds, and ccache need not do it twice.
function(refscale_compute_aware)
  if(REFSCALE_COMPUTE)
    set_property(SOURCE ${ARGN} APPEND PROPERTY COMPILE_DEFINITIONS REFSCALE_COMPUTE=1)
  endif()
endfunction()

# refscale_test(tst_x LINK targets): builds tests/<folder>/tst_x.cpp, a Qt Test, and registers it. moc is
# called without include folders: AUTOMOC has it read all of LibTorch, 18 s a test, for nothing.
function(refscale_test name)
  cmake_parse_arguments(arg "" "" "LINK" ${ARGN})
  set(moc "${CMAKE_CURRENT_BINARY_DIR}/${name}.moc")
  add_custom_command(OUTPUT "${moc}" DEPENDS ${name}.cpp
    COMMAND Qt6::moc "${CMAKE_CURRENT_SOURCE_DIR}/${name}.cpp" -o "${moc}" VERBATIM)
  add_executable(${name} ${name}.cpp "${moc}")
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>) # a test itself need not be fast
  target_link_libraries(${name} PRIVATE refscale_options refscale_test_support ${arg_LINK} Qt6::Test)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8" SKIP_RETURN_CODE 77 TIMEOUT 900)
endfunction()
