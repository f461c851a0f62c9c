# How everything here is compiled. No other file sets a flag.

option(TOWNBOARD_SANITIZE "address and undefined-behaviour sanitizers" OFF)
option(TOWNBOARD_FUZZ "build tests/fuzz with libFuzzer" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1")

set(_core "${CMAKE_SOURCE_DIR}/wasm/core")
set(_bind "${CMAKE_SOURCE_DIR}/wasm/bind")
set(_warnings -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)

# What every file of ours is compiled with.
add_library(townboard_flags INTERFACE)
target_include_directories(townboard_flags INTERFACE "${_core}")
target_compile_options(townboard_flags INTERFACE ${_warnings})
if(TOWNBOARD_SANITIZE)
  # The core has no names of types, which one of the checks would need.
  set(_sanitize -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer)
  # With sanitizers on, g++ 12 takes std::function inside <regex> for uninitialised (GCC bug 105562).
  target_compile_options(townboard_flags INTERFACE ${_sanitize} $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(townboard_flags INTERFACE ${_sanitize})
endif()
if(TOWNBOARD_FUZZ)
  target_compile_options(townboard_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(TOWNBOARD_WASM)
  # The page must run in Safari 14, Chrome 70 and Firefox 68 too: nothing past the first WebAssembly. This calling
  # convention hands over structs, such as texts of pointer and length, as their members instead of by a copy on the
  # stack, which is smaller and faster. The system's libraries have the other one; between them and us go no structs:
  # wasm_binary lets no difference pass. Where a test draws in more of the C++ library, the linker warns of functions that
  # both have, and keeps ours.
  set(_wasm_machine -mcpu=mvp -mmutable-globals "SHELL:-Xclang -target-abi" "SHELL:-Xclang experimental-mv")
  set(CMAKE_CXX_FLAGS_RELEASE "")
  target_compile_definitions(townboard_flags INTERFACE NDEBUG)
  target_compile_options(townboard_flags INTERFACE ${_wasm_machine})
endif()

# What the core is compiled with besides: no exceptions, no names of types, and small where bytes count.
add_library(townboard_core_flags INTERFACE)
target_link_libraries(townboard_core_flags INTERFACE townboard_flags)
target_compile_options(townboard_core_flags INTERFACE -fno-exceptions -fno-rtti)
# The tool uses nlohmann-json with exceptions; another namespace keeps the two from being merged by the linker.
target_compile_definitions(townboard_core_flags INTERFACE JSON_NOEXCEPTION NLOHMANN_JSON_NAMESPACE_NO_VERSION=1)
if(TOWNBOARD_WASM)
  target_compile_options(townboard_core_flags INTERFACE -Oz -flto)
endif()

# The few files through which every byte of a feed goes; the rest is as small as it gets.
set(_hot_files text/string.cpp text/utf8_runs.cpp text/names.cpp markup/byte_class.cpp)

# core_module(NAME NEEDS module...): the sources of wasm/core/NAME, with nothing but what it needs.
# A module without sources is its headers.
function(core_module name)
  cmake_parse_arguments(PARSE_ARGV 1 module "" "" "NEEDS;HEADERS_OF")
  file(GLOB sources CONFIGURE_DEPENDS "${_core}/${name}/*.cpp")
  if(TOWNBOARD_WASM)
    foreach(file IN LISTS _hot_files)
      set_source_files_properties("${_core}/${file}" PROPERTIES COMPILE_OPTIONS -O2)
    endforeach()
  endif()
  if(sources)
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC ${module_NEEDS}
                                  PRIVATE townboard_core_flags ${module_HEADERS_OF})
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE ${module_NEEDS})
  endif()
  set_property(GLOBAL APPEND PROPERTY townboard_modules ${name})
endfunction()

# system_headers(NAME FOLDER): /usr/include must never reach an Emscripten command line, since it shadows the
# sysroot's own headers; so one folder of it is linked into the build tree and nothing else.
function(system_headers name folder)
  find_path(${name}_place NAMES ${folder} PATHS /usr/include /usr/local/include NO_DEFAULT_PATH
            NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  set(own "${CMAKE_BINARY_DIR}/system_headers/${name}")
  file(MAKE_DIRECTORY "${own}")
  file(CREATE_LINK "${${name}_place}/${folder}" "${own}/${folder}" SYMBOLIC)
  add_library(${name} INTERFACE)
  target_include_directories(${name} SYSTEM INTERFACE "${own}")
endfunction()

# wasm_binary(NAME [CONSTANT] [SHORT_TEXTS] [SMALL] NEEDS module...): NAME.cpp of this folder as NAME.wasm, which imports nothing. The link keeps
# the names of functions; the last pass writes the module that ships, without them, and one with them to be weighed.
# What ships exports the memory, the start and what our own files export.
# CONSTANT: no variable of it needs a constructor and it allocates nothing, so nothing is called at the start and nothing
# ends in a trap.
# SMALL: a function that is called twice is never written out in its callers. It reads feeds a quarter slower, which no visitor
# notices at the length of a town's feed, and is a fiftieth smaller.
# SHORT_TEXTS: what it copies is so short that the C library's small functions are as fast as our own of bytes.cpp.
function(wasm_binary name)
  cmake_parse_arguments(PARSE_ARGV 1 binary "CONSTANT;SHORT_TEXTS;SMALL" "" "NEEDS")
  set(source "${CMAKE_CURRENT_SOURCE_DIR}/${name}.cpp")
  if(NOT EXISTS "${source}")
    return()
  endif()
  set_source_files_properties("${_bind}/no_imports.cpp" "${_bind}/small_libc.cpp" PROPERTIES COMPILE_OPTIONS -fno-lto)
  set_source_files_properties("${_bind}/allocator.cpp" PROPERTIES COMPILE_OPTIONS "-fno-lto;-Os")
  set_source_files_properties("${_bind}/bytes.cpp" PROPERTIES
    COMPILE_OPTIONS "-fno-lto;-O2;-fno-builtin;-fno-vectorize;-fno-unroll-loops")
  # Fast copying is for feeds; a module that allocates nothing copies little.
  set(bytes "${_bind}/bytes.cpp")
  if(binary_CONSTANT OR binary_SHORT_TEXTS)
    set(bytes)
  endif()
  add_executable(${name}_module "${source}" ${bytes} "${_bind}/no_imports.cpp" "${_bind}/small_libc.cpp"
                                "${_bind}/allocator.cpp")
  target_include_directories(${name}_module PRIVATE "${CMAKE_SOURCE_DIR}/wasm")
  target_link_libraries(${name}_module PRIVATE townboard_core_flags ${binary_NEEDS})
  target_link_options(${name}_module PRIVATE
    -Oz -flto -fno-exceptions ${_wasm_machine} --no-entry --profiling-funcs
    -sFILESYSTEM=0 -sMALLOC=none -sALLOW_MEMORY_GROWTH=1 -sSTACK_SIZE=262144 -Wl,--fatal-warnings)
  # What is computed on one of several ways to a place is not copied to the others.
  target_link_options(${name}_module PRIVATE -Wl,-mllvm,-enable-pre=false)
  if(binary_CONSTANT)
    # Nor is a choice between two values made without a branch.
    target_link_options(${name}_module PRIVATE -Wl,-mllvm,-phi-node-folding-threshold=0)
  else()
    # How large a function may be that is written out in its callers, by the compiler's count. The usual 5 of code made
    # small and 225 of hot files made these modules both larger and slower.
    set(inlined 15)
    if(binary_SMALL)
      set(inlined -50)
    endif()
    target_link_options(${name}_module PRIVATE -Wl,-mllvm,-inline-threshold=${inlined})
  endif()
  set(linked "${CMAKE_CURRENT_BINARY_DIR}/${name}.wasm")
  set_target_properties(${name}_module PROPERTIES OUTPUT_NAME ${name} SUFFIX .wasm)
  set(out "${CMAKE_BINARY_DIR}/modules")
  set(lowered "${CMAKE_CURRENT_BINARY_DIR}/${name}.lowered.wasm")
  set(unordered "${CMAKE_CURRENT_BINARY_DIR}/${name}.unordered.wasm")
  set(order "${CMAKE_SOURCE_DIR}/wasm/order-functions.mjs")
  set_property(TARGET ${name}_module APPEND PROPERTY LINK_DEPENDS "${order}" "${CMAKE_SOURCE_DIR}/wasm/wasm-file.mjs")
  set(wasm_opt "${TOWNBOARD_NODE}" "${CMAKE_SOURCE_DIR}/node_modules/binaryen/bin/wasm-opt")
  set(metadce "${TOWNBOARD_NODE}" "${CMAKE_SOURCE_DIR}/node_modules/binaryen/bin/wasm-metadce")
  set(first_features --mvp-features --enable-mutable-globals)
  # Functions so short are smaller inside their callers; the bounds are what made each module smallest.
  # Nothing lies below the first kilobyte. Flat code is put together anew, shorter than the compiler left it; the core
  # is the only module that folding makes larger.
  set(fold --merge-blocks --code-folding)
  if(binary_SMALL)
    set(fold)
  endif()
  set(passes --low-memory-unused --flatten --rereloop ${fold} -Oz --converge --flatten -Oz --converge)
  set(kept memory _initialize)
  if(binary_CONSTANT)
    list(PREPEND passes --always-inline-max-function-size=4 --traps-never-happen)
    set(kept memory)
  else()
    list(PREPEND passes --always-inline-max-function-size=7)
  endif()
  set(export_sources "${source}")
  file(STRINGS "${source}" border REGEX "bind/border\\.h")
  if(border)
    list(APPEND export_sources "${_bind}/border.h")
  endif()
  foreach(export_source IN LISTS export_sources)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${export_source}")
    file(STRINGS "${export_source}" exports REGEX "^TOWNBOARD_EXPORT\\(")
    foreach(line IN LISTS exports)
      string(REGEX REPLACE "^TOWNBOARD_EXPORT\\(([a-z_]+)\\).*" "\\1" export "${line}")
      list(APPEND kept "${export}")
    endforeach()
  endforeach()
  list(TRANSFORM kept REPLACE "(.+)" "{\"name\": \"\\1\", \"export\": \"\\1\", \"root\": true}")
  list(JOIN kept ",\n" kept)
  set(kept_file "${CMAKE_CURRENT_BINARY_DIR}/${name}.exports.json")
  file(WRITE "${kept_file}" "[${kept}]\n")
  set(smallest ${first_features} ${passes} --strip-producers --strip-target-features "${lowered}")
  add_custom_command(TARGET ${name}_module POST_BUILD
    COMMAND ${CMAKE_COMMAND} -E make_directory "${out}"
    # The system libraries extend signs with newer instructions. This pass writes them in older ones, and
    # the next command fails when an instruction is left that old browsers lack.
    COMMAND ${wasm_opt} ${first_features} --enable-sign-ext --signext-lowering -g "${linked}" -o "${lowered}"
    COMMAND ${metadce} ${first_features} --graph-file "${kept_file}" -g "${lowered}" -o "${lowered}" --quiet
    COMMAND ${wasm_opt} ${smallest} -o "${unordered}"
    COMMAND "${TOWNBOARD_NODE}" "${order}" "${unordered}" "${out}/${name}.wasm" "${out}/${name}.aligned.wasm"
    COMMAND ${wasm_opt} ${smallest} -g -o "${out}/${name}.named.wasm"
    VERBATIM)
endfunction()
