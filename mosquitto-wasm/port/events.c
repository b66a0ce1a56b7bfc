/* The list of what the broker did during one call: bytes written, connections closed, lines logged, in that order.
 * One growing buffer, so that a call costs one crossing into the host however much it sets off.
 * Record: kind (byte 0) and detail (byte 1), a number, the length of the bytes, the bytes; each part on a multiple of 4. */
#include <stdlib.h>
#include <string.h>

#include "port.h"

enum { HEADER = 12, NONE = -1 };

static uint8_t *buffer = NULL;
static size_t capacity = 0;
static size_t used = 0;
/* Start of the newest record when it can grow: bytes for the same socket join it. */
static long open_record = NONE;

static size_t padded(size_t length)
{
	return (length + 3) & ~(size_t)3;
}

static void reserve(size_t more)
{
	if(used + more <= capacity) return;
	size_t wanted = capacity ? capacity * 2 : 65536;
	while(wanted < used + more) wanted *= 2;
	/* Not upstream's allocator: this is not the broker's heap. */
	buffer = realloc(buffer, wanted);
	if(buffer == NULL) abort();
	capacity = wanted;
}

void port_event_add(enum port_event kind, uint32_t detail, uint32_t number, const void *bytes, size_t length)
{
	uint32_t *record;

	if(kind == PORT_DATA && open_record != NONE){
		reserve(padded(length) + 4);
		record = (uint32_t *)(buffer + open_record);
		if(record[1] == number){
			memcpy(buffer + open_record + HEADER + record[2], bytes, length);
			record[2] += (uint32_t)length;
			used = (size_t)open_record + HEADER + padded(record[2]);
			return;
		}
	}
	reserve(HEADER + padded(length));
	record = (uint32_t *)(buffer + used);
	record[0] = (uint32_t)kind | detail << 8;
	record[1] = number;
	record[2] = (uint32_t)length;
	if(length) memcpy(buffer + used + HEADER, bytes, length);
	open_record = kind == PORT_DATA ? (long)used : NONE;
	used += HEADER + padded(length);
}

__attribute__((export_name("events"))) uint8_t *port_events(void)
{
	return buffer;
}

__attribute__((export_name("events_length"))) size_t port_events_length(void)
{
	return used;
}

/* The host has read all from `length` on. A buffer that one large burst made large is given back. */
__attribute__((export_name("events_cut"))) void port_events_cut(size_t length)
{
	used = length;
	open_record = NONE;
	if(used == 0 && capacity > (size_t)4 << 20){
		free(buffer);
		buffer = NULL;
		capacity = 0;
	}
}
