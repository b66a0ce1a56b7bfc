/* The list of what the broker did during one call: bytes written, connections closed, lines logged, in that order.
 * One growing buffer, so that a call costs one crossing into the host however much it sets off.
 * Record: kind (a byte) and detail (three), a number, the length of the bytes, the bytes; each part on a multiple of 4. */
#include <stdlib.h>
#include <string.h>

#include "port.h"

enum { HEADER = 12, NONE = -1, SMALLEST = 65536, LARGEST_KEPT = 4 << 20 };

/* Not upstream's allocator: this is not the broker's heap. */
static uint8_t *buffer = NULL;
static size_t capacity = 0, used = 0;
/* Start of the newest record when it can grow: bytes for the same socket join it. */
static long open_record = NONE;

static void reserve(size_t length)
{
	if(length <= capacity) return;
	if(capacity == 0) capacity = SMALLEST;
	while(capacity < length) capacity *= 2;
	buffer = realloc(buffer, capacity);
	if(buffer == NULL) abort();
}

void port_event_add(enum port_event kind, uint32_t detail, uint32_t number, const void *bytes, size_t length)
{
	bool joins = kind == PORT_DATA && open_record != NONE && ((uint32_t *)(buffer + open_record))[1] == number;
	size_t start = joins ? (size_t)open_record : used;
	size_t before = joins ? ((uint32_t *)(buffer + start))[2] : 0;
	uint32_t *record;

	used = start + HEADER + ((before + length + 3) & ~(size_t)3);
	reserve(used);
	record = (uint32_t *)(buffer + start);
	record[0] = (uint32_t)kind | detail << 8;
	record[1] = number;
	record[2] = (uint32_t)(before + length);
	if(length) memcpy(buffer + start + HEADER + before, bytes, length);
	open_record = kind == PORT_DATA ? (long)start : NONE;
}

EXPORT("events") uint8_t *port_events(void) { return buffer; }
EXPORT("events_length") size_t port_events_length(void) { return used; }

/* The host has read all from `length` on. A buffer that one burst made large is given back. */
EXPORT("events_cut") void port_events_cut(size_t length)
{
	used = length;
	open_record = NONE;
	if(used == 0 && capacity > LARGEST_KEPT){
		free(buffer);
		buffer = NULL;
		capacity = 0;
	}
}
