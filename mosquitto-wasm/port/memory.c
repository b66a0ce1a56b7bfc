/* The end of the heap, in place of wasi-libc's. The memory grows by an eighth at a time, because each growth costs the
 * engine much more than the bytes do. Upstream deals with a failed allocation where a client sets its size, but not in every
 * small place, and in WebAssembly a null pointer can be written through: so where a small one fails, the instance ends. */
#include <errno.h>
#include <unistd.h>

#include "port.h"

HOST("out_of_memory") void host_out_of_memory(void);

enum { PAGE = 65536, LEAST_GROWTH = 16, SMALL = 1 << 20 };

static uint64_t limit_pages = 32768;
static uint64_t end = 0;

EXPORT("limit_memory") void port_limit_memory(uint32_t pages) { limit_pages = pages; }

static bool grow_to(uint64_t bytes)
{
	uint64_t size = __builtin_wasm_memory_size(0);
	uint64_t least = (bytes + PAGE - 1) / PAGE;
	uint64_t wanted = size + (size / 8 > LEAST_GROWTH ? size / 8 : LEAST_GROWTH);

	if(least <= size) return true;
	if(least > limit_pages) return false;
	if(wanted > limit_pages) wanted = limit_pages;
	if(wanted < least) wanted = least;
	return __builtin_wasm_memory_grow(0, wanted - size) != SIZE_MAX || __builtin_wasm_memory_grow(0, least - size) != SIZE_MAX;
}

void *sbrk(intptr_t increment)
{
	uint64_t start;

	if(end == 0) end = (uint64_t)__builtin_wasm_memory_size(0) * PAGE;
	start = end;
	if(!grow_to(end + (uint64_t)increment)){
		if(increment <= SMALL) host_out_of_memory();
		errno = ENOMEM;
		return (void *)-1;
	}
	end += (uint64_t)increment;
	return (void *)(uintptr_t)start;
}
