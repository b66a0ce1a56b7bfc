/* Upstream's logging, with the lines that it would print on the console given to the host together with their level.
 * What goes to a file or a topic, and what is left out, stays upstream's decision. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "port.h"

static void tell(FILE *stream, unsigned int level, size_t stamp_length, const char *format, ...);

/* In upstream's function these names are locals: the level of the line, and the length of the time stamp before its text.
 * Elsewhere in that file they mean these: an error, no stamp. */
static const unsigned int priority = 8;
static const size_t log_line_pos = 0;

#define fprintf(stream, ...) tell(stream, priority, log_line_pos, __VA_ARGS__)
#define syslog(syslog_level, ...) ((void)(syslog_level), tell(NULL, priority, log_line_pos, __VA_ARGS__))
#include "src/logging.c"
#undef fprintf
#undef syslog

static void tell(FILE *stream, unsigned int level, size_t stamp_length, const char *format, ...)
{
	char line[1100];
	va_list values;
	size_t length;
	/* `log_dest` stdout, stderr and syslog are one place here, and a line is told once. */
	unsigned int before = stream == stdout ? 0 : stream == stderr ? MQTT3_LOG_STDOUT : MQTT3_LOG_STDOUT | MQTT3_LOG_STDERR;

	va_start(values, format);
	if(stream != NULL && stream != stdout && stream != stderr){
		vfprintf(stream, format, values);
	}else if(!(log_destinations & before)){
		vsnprintf(line, sizeof(line), format, values);
		length = strlen(line);
		if(length > 0 && line[length - 1] == '\n') length--;
		port_event_add(PORT_LOG, 0, (uint32_t)(level & 0xFFFF) | (uint32_t)stamp_length << 16, line, length);
	}
	va_end(values);
}
