/* What the port's files share. Included before every upstream file as well, for the calls that wasi-libc lacks. */
#ifndef PORT_H
#define PORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* system.c: calls of a Unix process that wasi-libc does not declare. */
uid_t getuid(void);
uid_t geteuid(void);
gid_t getgid(void);
gid_t getegid(void);
int setuid(uid_t uid);
int setgid(gid_t gid);
pid_t fork(void);
pid_t setsid(void);
mode_t umask(mode_t mask);
ssize_t port_getrandom(void *buffer, size_t length, unsigned int flags);

/* events.c: what the broker did or was asked for, in order, for the host to read after each call. */
enum port_event { PORT_DATA = 0, PORT_CLOSED = 1, PORT_LOG = 2, PORT_SESSION = 3, PORT_SUBSCRIPTION = 4 };
void port_event_add(enum port_event kind, uint32_t detail, uint32_t number, const void *bytes, size_t length);

/* sockets.c: a socket is an index; a connection's peer is on the host. */
struct mosquitto;
int port_socket_arrive(const char *address, uint16_t port);
int port_socket_family(int socket);
void port_socket_attach(int socket, struct mosquitto *context);
struct mosquitto *port_socket_context(int socket);
void port_socket_feed(int socket, const uint8_t *bytes, size_t length);
bool port_socket_readable(int socket);
bool port_socket_wants_write(int socket);

/* main.c: called by the patched conf.c once the configuration is complete. */
struct mosquitto__config;
void port_config_checked(struct mosquitto__config *config);

/* At most so many bytes are handed in at a time. */
enum { PORT_INPUT_LENGTH = 65536 };

/* turn.c: the broker's clock at this call, and what a turn of upstream's loop does after traffic. */
void port_set_clock(double now_ms);
void port_after_traffic(void);

#endif
