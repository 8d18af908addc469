# The libraries that RefScale stands on, each as an imported target.

find_package(Threads REQUIRED)

# --- header-only: from packages, or from a folder where there are none (bare GPU nodes) ---------
foreach(header IN ITEMS nlohmann/json.hpp CLI/CLI.hpp)
  string(MAKE_C_IDENTIFIER "REFSCALE_${header}_DIR" variable)
  find_path(${variable} ${header} HINTS "${REFSCALE_HEADERS_DIR}" REQUIRED)
  list(APPEND header_dirs "${${variable}}")
endforeach()
list(REMOVE_DUPLICATES header_dirs)
add_library(refscale_headers INTERFACE)
target_include_directories(refscale_headers SYSTEM INTERFACE ${header_dirs})

# --- LibTorch: two imported targets of our own. find_package(Torch) drags in a CUDA detection that
# fails with CMake 3.25 and nvcc 13, and we load LibTorch's CUDA part at run time (ops/cuda_loader).
if(REFSCALE_OPS)
  if(NOT EXISTS "${REFSCALE_TORCH_DIR}/include/ATen/ATen.h")
    message(FATAL_ERROR "LibTorch is not in ${REFSCALE_TORCH_DIR}. Run packaging/run, which fetches "
      "it, or pass -DREFSCALE_TORCH_DIR=<the torch folder of a Python wheel of version 2.11>.")
  endif()
  foreach(lib IN ITEMS c10 torch_cpu)
    add_library(Torch::${lib} SHARED IMPORTED)
    set_target_properties(Torch::${lib} PROPERTIES
      IMPORTED_LOCATION "${REFSCALE_TORCH_DIR}/lib/lib${lib}.so" IMPORTED_NO_SONAME OFF)
  endforeach()
  # at::parallel_for is a template on OpenMP; its runtime must be the one that LibTorch brings.
  add_library(Torch::gomp SHARED IMPORTED)
  set_target_properties(Torch::gomp PROPERTIES
    IMPORTED_LOCATION "${REFSCALE_TORCH_DIR}/lib/libgomp.so.1" IMPORTED_NO_SONAME OFF)
  add_library(refscale_torch INTERFACE)
  target_include_directories(refscale_torch SYSTEM INTERFACE
    "${REFSCALE_TORCH_DIR}/include" "${REFSCALE_TORCH_DIR}/include/torch/csrc/api/include")
  target_link_libraries(refscale_torch INTERFACE Torch::torch_cpu Torch::c10 Torch::gomp Threads::Threads)
  target_compile_options(refscale_torch INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fopenmp>)
  target_link_options(refscale_torch INTERFACE -Wl,--allow-shlib-undefined)
endif()

# --- CUDA ----------------------------------------------------------------------------------------
set(REFSCALE_WITH_CUDA OFF)
if(REFSCALE_ENGINE AND NOT REFSCALE_CUDA STREQUAL "OFF")
  find_program(REFSCALE_NVCC nvcc HINTS "$ENV{CUDA_HOME}/bin" /usr/local/cuda/bin
    "${CMAKE_SOURCE_DIR}/.deps/libtorch/nvidia/cu13/bin")
  if(REFSCALE_NVCC)
    set(REFSCALE_WITH_CUDA ON)
  elseif(REFSCALE_CUDA STREQUAL "ON")
    message(FATAL_ERROR "REFSCALE_CUDA is ON but nvcc was not found. Install the CUDA toolkit, set "
      "CUDA_HOME, or configure with -DREFSCALE_CUDA=OFF.")
  endif()
endif()
if(REFSCALE_WITH_CUDA)
  set(CMAKE_CUDA_COMPILER "${REFSCALE_NVCC}")
  set(CMAKE_CUDA_STANDARD 17) # CMake 3.25 knows no CUDA20 dialect for nvcc 13
  if(NOT CMAKE_CUDA_ARCHITECTURES)
    set(CMAKE_CUDA_ARCHITECTURES "80-real;86-real;89-real;90" CACHE STRING "real code, and PTX of the last")
  endif()
  enable_language(CUDA)
endif()
message(STATUS "CUDA kernels: ${REFSCALE_WITH_CUDA}")

# --- the product only ---------------------------------------------------------------------------
if(NOT REFSCALE_COMPUTE)
  find_package(PkgConfig REQUIRED)
  pkg_check_modules(PICTURE_FILES REQUIRED IMPORTED_TARGET libpng libjpeg libtiff-4 libwebp
    libwebpdemux libwebpmux lcms2)
  pkg_check_modules(EXIV2 REQUIRED IMPORTED_TARGET exiv2)
  pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)
  pkg_check_modules(CRYPTO REQUIRED IMPORTED_TARGET libcrypto)
  if(REFSCALE_ENGINE OR REFSCALE_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Test)
  endif()
  if(REFSCALE_WINDOW)
    find_package(Qt6 6.4 REQUIRED COMPONENTS DBus Gui Widgets PrintSupport Svg LinguistTools)
    find_package(QCustomPlotQt6 REQUIRED)
    find_package(OpenCV REQUIRED COMPONENTS core imgproc)
  endif()
  if(REFSCALE_ENGINE)
    find_package(OpenCV REQUIRED COMPONENTS core imgproc features2d calib3d video)
    pkg_check_modules(FFMPEG REQUIRED IMPORTED_TARGET libavutil libavcodec libavformat libswscale)
  endif()
endif()
