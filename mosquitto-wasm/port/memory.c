/* memory_mosq.c takes its memory from here. Upstream handles a failed allocation in most places but not in all, and in
 * WebAssembly a null pointer can be written through; so running out ends the instance instead, with its reason. */
#include <stdlib.h>
#include <string.h>

#include "port.h"

__attribute__((import_module("host"), import_name("out_of_memory"), noreturn)) void host_out_of_memory(uint32_t wanted);

enum { PAGE = 65536 };
static size_t limit_pages = 32768;

/* Most linear memory the broker may grow to, in pages of 64 KiB. */
__attribute__((export_name("limit_memory"))) void port_limit_memory(size_t pages)
{
	limit_pages = pages;
}

static void *checked(void *memory, size_t wanted)
{
	if((memory == NULL && wanted > 0) || __builtin_wasm_memory_size(0) > limit_pages){
		host_out_of_memory((uint32_t)wanted);
	}
	return memory;
}

void *port_malloc(size_t size)
{
	return checked(malloc(size), size);
}

void *port_calloc(size_t count, size_t size)
{
	return checked(calloc(count, size), count * size);
}

void *port_realloc(void *memory, size_t size)
{
	return checked(realloc(memory, size), size);
}

char *port_strdup(const char *text)
{
	return checked(strdup(text), strlen(text) + 1);
}
