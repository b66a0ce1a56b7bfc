/* Upstream's logging, with the lines that it would print on the console given to the host together with their level.
 * What goes to a file or a topic, and what is left out, stays upstream's decision. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "port.h"

static void console_line(FILE *stream, unsigned int level, size_t stamp_length, const char *format, ...);

/* In upstream's function these names are locals: the level of the line, and the length of the time stamp before its text.
 * Elsewhere in that file they mean these. */
static const unsigned int priority = 0x08; /* an error */
static const size_t log_line_pos = 0;

#define fprintf(stream, ...) console_line(stream, priority, log_line_pos, __VA_ARGS__)
#define syslog(syslog_level, ...) ((void)(syslog_level), console_line(NULL, priority, log_line_pos, __VA_ARGS__))
#include "src/logging.c"
#undef fprintf
#undef syslog

/* `log_dest` syslog, stdout and stderr are one place here, and a line is told once. */
static bool told_already(FILE *stream)
{
	if(stream == stdout) return false;
	if(stream == stderr) return (log_destinations & MQTT3_LOG_STDOUT) != 0;
	return (log_destinations & (MQTT3_LOG_STDOUT | MQTT3_LOG_STDERR)) != 0;
}

static void console_line(FILE *stream, unsigned int level, size_t stamp_length, const char *format, ...)
{
	char line[1100];
	va_list values;
	size_t length;

	va_start(values, format);
	if(stream != NULL && stream != stdout && stream != stderr){
		vfprintf(stream, format, values);
	}else if(!told_already(stream)){
		vsnprintf(line, sizeof(line), format, values);
		length = strlen(line);
		if(length > 0 && line[length - 1] == '\n') length--;
		if(stamp_length > length) stamp_length = length;
		port_event_add(PORT_LOG, 0, (uint32_t)(level & 0xFFFF) | (uint32_t)stamp_length << 16, line, length);
	}
	va_end(values);
}
