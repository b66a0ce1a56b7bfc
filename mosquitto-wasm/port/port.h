/* What the port's files share. */
#ifndef PORT_H
#define PORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>
#include <time.h>

/* A function that the host calls under this name. */
#define EXPORT(name) __attribute__((export_name(name)))
/* A function of the host's that does not come back. */
#define HOST(name) __attribute__((import_module("host"), import_name(name), noreturn))

struct mosquitto;
struct mosquitto__config;

/* events.c: what the broker did or was asked for, in order, for the host to read after each call. */
enum port_event { PORT_DATA, PORT_CLOSED, PORT_LOG, PORT_SESSION, PORT_SUBSCRIPTION, PORT_LISTENER };
void port_event_add(enum port_event kind, uint32_t detail, uint32_t number, const void *bytes, size_t length);

/* sockets.c: a socket is an index into a table of these; a connection's peer is on the host. */
struct port_socket {
	enum { FREE, LISTENING, CONNECTED, CLOSED } state;
	bool peer_closed, peer_gone, wants_write;
	uint32_t room; /* how many bytes the host takes before EAGAIN */
	const uint8_t *input;
	size_t input_length;
	struct sockaddr_storage address; /* a listener's own, a connection's peer */
	struct mosquitto *context;
};
struct port_socket *port_connected(int socket);
int port_socket_family(int socket);
int port_socket_arrive(const char *address, uint16_t port);

/* system.c: upstream's monotonic clock for a real time, both in seconds. */
time_t port_monotonic(time_t real);

/* main.c: called by the patched conf.c once the configuration is complete. */
void port_config_checked(struct mosquitto__config *config);

/* turn.c: the broker's clock at this call, and what a turn of upstream's loop does after traffic. */
void port_set_clock(double now_ms);
void port_after_traffic(void);

#endif
