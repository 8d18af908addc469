# Shared by run and test: finds out what the machine has, installs what is missing, builds.
# Sourced by bash with the project as the current folder.

say() { printf 'packaging: %s\n' "$*"; }
fail() { printf 'packaging: %s\n' "$*" >&2; exit 1; }

DEBIAN_PACKAGES=(
  ca-certificates git g++ cmake ninja-build ccache pkg-config python3 python3-pip
  qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev libgl1-mesa-dev
  libqcustomplot-dev libopencv-dev libavutil-dev libavcodec-dev libavformat-dev libswscale-dev
  libpng-dev libjpeg-dev libtiff-dev libwebp-dev liblcms2-dev libexiv2-dev libzip-dev libssl-dev
  nlohmann-json3-dev libcli11-dev)
TEST_PACKAGES=(clang-format clang-tidy xvfb)

# cpu: no GPU part; compile: CUDA kernels are built but nothing here runs them; gpu: all of it.
detect_mode() {
  local driver=no toolkit=no
  { [ -e /proc/driver/nvidia/version ] || [ -e /dev/nvidiactl ]; } && driver=yes
  if command -v nvcc >/dev/null || [ -x "${CUDA_HOME:-/usr/local/cuda}/bin/nvcc" ]; then toolkit=yes; fi
  HAVE_TOOLKIT=$toolkit
  if [ -n "${MODE:-}" ]; then
    [ "$MODE" = cpu ] || [ "$driver" = yes ] || MODE=compile
  elif [ $driver = yes ]; then MODE=gpu
  elif [ $toolkit = yes ]; then MODE=compile
  else MODE=cpu
  fi
  case $MODE in
    cpu) say "no NVIDIA driver or toolkit in use: building for the processor alone" ;;
    compile) say "a CUDA toolkit without a driver: GPU code is compiled, nothing here can run it" ;;
    gpu) say "an NVIDIA driver is here: building for processor and GPU" ;;
  esac
}

ensure_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  # A pip, compiler or git that came another way serves as well.
  local needed=()
  for package in "${missing[@]}"; do
    case $package in
      python3-pip) python3 -m pip --version >/dev/null 2>&1 && continue ;;
      python3|git|ccache|cmake) command -v "$package" >/dev/null && continue ;;
    esac
    needed+=("$package")
  done
  [ ${#needed[@]} -eq 0 ] && return 0
  command -v apt-get >/dev/null || fail "this is no Debian system; install what these packages hold and run this again: ${needed[*]}"
  say "installing ${#needed[@]} Debian packages: ${needed[*]}"
  local as_root=(env DEBIAN_FRONTEND=noninteractive)
  if [ "$(id -u)" -ne 0 ]; then
    local command="apt-get update && apt-get install -y --no-install-recommends ${needed[*]}"
    command -v sudo >/dev/null || fail "packages are missing and there is no sudo; run as root and then this again: $command"
    as_root=(sudo "${as_root[@]}")
    "${as_root[@]}" true || fail "packages are missing and sudo was refused; run as root and then this again: $command"
  fi
  "${as_root[@]}" apt-get update -qq || fail "the package lists could not be fetched; check the network and run this again."
  "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${needed[@]}" >/dev/null ||
    fail "the packages could not be installed; read apt's message above, free disk space or check the network, and run this again."
}

ensure_libtorch() {
  local options=()
  [ "$MODE" = gpu ] && options+=(--cuda-runtime)
  [ "$MODE" = gpu ] && [ "$HAVE_TOOLKIT" = no ] && options+=(--cuda-compiler)
  python3 packaging/fetch_libtorch.py .deps "${options[@]}" || exit 1
}

# build PRESET [cmake options]: configures where needed and builds everything, or what TARGETS names.
build() {
  local preset=$1 cuda
  shift
  # Said outright, so that a GPU machine never ends up with a build for the processor in silence.
  case $MODE:$preset in cpu:*|*:sanitize) cuda=OFF ;; *) cuda=ON ;; esac
  mkdir -p build
  local log=build/$preset-configure.log
  cmake --preset "$preset" -DREFSCALE_CUDA=$cuda "$@" >"$log" 2>&1 ||
    { tail -25 "$log" >&2; fail "configuring failed; the lines above say why (whole log: $log)."; }
  say "building $preset (the first time takes some minutes)"
  cmake --build "build/$preset" ${TARGETS:+--target $TARGETS} ||
    fail "the build failed; the lines above say where."
}
