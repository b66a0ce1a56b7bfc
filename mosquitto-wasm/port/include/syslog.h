/* Upstream's logging goes to the host (../log.c); of syslog only the names are needed. */
#ifndef PORT_SYSLOG_H
#define PORT_SYSLOG_H

#define LOG_PID 1
#define LOG_CONS 2
#define LOG_ERR 3
#define LOG_WARNING 4
#define LOG_NOTICE 5
#define LOG_INFO 6
#define LOG_DEBUG 7
#define LOG_DAEMON (3 << 3)
#define LOG_LOCAL0 (16 << 3)
#define LOG_LOCAL1 (17 << 3)
#define LOG_LOCAL2 (18 << 3)
#define LOG_LOCAL3 (19 << 3)
#define LOG_LOCAL4 (20 << 3)
#define LOG_LOCAL5 (21 << 3)
#define LOG_LOCAL6 (22 << 3)
#define LOG_LOCAL7 (23 << 3)

#define openlog(name, options, facility) ((void)(facility))
#define closelog() ((void)0)

#endif
