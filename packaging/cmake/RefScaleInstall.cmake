# `cmake --install build/release --prefix DIR`: a tree that runs from wherever it is moved to.
#   bin/refscale   lib/refscale/{librefscale_engine.so, librefscale_trainer.so, librefscale_cuda.so, torch/lib, nvidia/}
#   share/refscale/models   share/applications   share/doc/refscale
# The engine finds LibTorch beside itself, LibTorch finds NVIDIA's libraries by its own run path.
if(NOT REFSCALE_ENGINE)
  return()
endif()

# libraryDir() is <executable>/../lib/refscale, whatever this system calls its library folder.
set(private_dir "lib/refscale")
install(TARGETS refscale RUNTIME DESTINATION bin)
install(TARGETS refscale_engine refscale_trainer LIBRARY DESTINATION "${private_dir}")

set(torch_dir "${private_dir}/torch/lib")
foreach(library IN ITEMS libc10.so libtorch_cpu.so libgomp.so.1)
  install(FILES "${REFSCALE_TORCH_DIR}/lib/${library}" DESTINATION "${torch_dir}")
endforeach()
if(REFSCALE_WITH_CUDA)
  install(TARGETS refscale_cuda LIBRARY DESTINATION "${private_dir}")
  # LibTorch's GPU part is fetched where there is a driver; a machine with a toolkit alone compiles our
  # kernels without it. So it is looked for when installing, and said where it is not there.
  foreach(library IN ITEMS libc10_cuda.so libtorch_cuda.so libtorch_cuda_linalg.so libtorch_nvshmem.so
      libcaffe2_nvrtc.so)
    install(FILES "${REFSCALE_TORCH_DIR}/lib/${library}" DESTINATION "${torch_dir}" OPTIONAL)
  endforeach()
  install(CODE "if(NOT EXISTS \"${REFSCALE_TORCH_DIR}/lib/libtorch_cuda.so\")
    message(STATUS \"LibTorch's GPU part is not on this machine: what is installed runs on the processor alone.\")
  endif()")
endif()
# In a build for the processor these are the two small libraries that libtorch_cpu links.
get_filename_component(site_dir "${REFSCALE_TORCH_DIR}" DIRECTORY)
if(EXISTS "${site_dir}/nvidia")
  install(DIRECTORY "${site_dir}/nvidia" DESTINATION "${private_dir}" FILES_MATCHING PATTERN "*.so*")
endif()

if(NOT REFSCALE_COMPUTE)
  install(FILES resources/refscale.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
endif()
install(FILES LICENSE README.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(DIRECTORY resources/pictures DESTINATION "${CMAKE_INSTALL_DOCDIR}/resources"
  FILES_MATCHING PATTERN "*.jpg" PATTERN sample EXCLUDE) # README's
