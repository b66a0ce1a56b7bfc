/* Sockets without a network. A socket is an index into a table; a connection's other end is on the host, which hands in
 * bytes before a call and takes bytes out after it (events.c). Nothing here blocks: where the host has no room, EAGAIN. */
#include <arpa/inet.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "port.h"
#include "mosquitto_broker_internal.h"
#include "sockets.h"

#define UNLIMITED UINT32_MAX

static struct port_socket *table = NULL;
static int table_length = 0, first_free = 0;
/* The connection that the next accept() answers with. */
static int arriving = -1;

static struct port_socket *find(int socket)
{
	return socket >= 0 && socket < table_length ? &table[socket] : NULL;
}

struct port_socket *port_connected(int socket)
{
	struct port_socket *s = find(socket);
	return s && s->state == CONNECTED ? s : NULL;
}

static ssize_t fail(int error)
{
	errno = error;
	return -1;
}

static void set_free(int socket)
{
	table[socket].state = FREE;
	if(socket < first_free) first_free = socket;
}

int port_socket(int family, int type, int protocol)
{
	int index = first_free;

	while(index < table_length && table[index].state != FREE) index++;
	if(index == table_length){
		table_length = table_length ? table_length * 2 : 64;
		table = realloc(table, sizeof(struct port_socket) * (size_t)table_length);
		if(table == NULL) abort();
		memset(table + index, 0, sizeof(struct port_socket) * (size_t)(table_length - index));
	}
	first_free = index + 1;
	table[index] = (struct port_socket){ .state = LISTENING, .room = UNLIMITED, .address.ss_family = (sa_family_t)family };
	return index;
}

/* Port and host address of either family, the host's part compared as bytes. */
static bool overlap(const struct sockaddr_storage *a, const struct sockaddr_storage *b)
{
	static const struct in6_addr any = {0};
	const struct sockaddr_in *a4 = (const void *)a, *b4 = (const void *)b;
	bool ipv4 = a->ss_family == AF_INET;
	const void *host_a = ipv4 ? (const void *)&a4->sin_addr : &((const struct sockaddr_in6 *)a)->sin6_addr;
	const void *host_b = ipv4 ? (const void *)&b4->sin_addr : &((const struct sockaddr_in6 *)b)->sin6_addr;
	size_t length = ipv4 ? sizeof(struct in_addr) : sizeof(struct in6_addr);

	if(a->ss_family != b->ss_family || a4->sin_port != b4->sin_port) return false;
	return !memcmp(host_a, host_b, length) || !memcmp(host_a, &any, length) || !memcmp(host_b, &any, length);
}

int port_bind(int socket, const struct sockaddr *address, socklen_t length)
{
	struct sockaddr_storage wanted = {0};

	memcpy(&wanted, address, length);
	for(int i=0; i<table_length; i++){
		if(table[i].state == LISTENING && overlap(&table[i].address, &wanted)) return (int)fail(EADDRINUSE);
	}
	table[socket].address = wanted;
	return 0;
}

int port_socket_family(int socket) { return find(socket)->address.ss_family; }

/* A new connection from this peer, which the next accept() answers with. -1: not an address. */
int port_socket_arrive(const char *address, uint16_t port)
{
	struct sockaddr_storage peer = {0};
	struct sockaddr_in *in = (struct sockaddr_in *)&peer;
	bool ipv4 = inet_pton(AF_INET, address, &in->sin_addr) == 1;

	if(!ipv4 && inet_pton(AF_INET6, address, &((struct sockaddr_in6 *)&peer)->sin6_addr) != 1) return -1;
	in->sin_family = ipv4 ? AF_INET : AF_INET6; /* the same place in both, as is the port */
	in->sin_port = htons(port);
	arriving = port_socket(in->sin_family, 0, 0);
	table[arriving].state = CONNECTED;
	table[arriving].address = peer;
	return arriving;
}

int port_accept(int socket, struct sockaddr *address, socklen_t *length)
{
	int accepted = arriving;

	arriving = -1;
	return accepted < 0 ? (int)fail(EAGAIN) : accepted;
}

int port_getpeername(int socket, struct sockaddr *address, socklen_t *length)
{
	struct port_socket *s = port_connected(socket);

	if(!s) return (int)fail(ENOTCONN);
	memcpy(address, &s->address, sizeof(s->address));
	return 0;
}

ssize_t port_read(int socket, void *buffer, size_t length)
{
	struct port_socket *s = port_connected(socket);

	if(!s) return fail(EBADF);
	if(s->input_length == 0) return s->peer_closed ? 0 : fail(EAGAIN);
	if(length > s->input_length) length = s->input_length;
	memcpy(buffer, s->input, length);
	s->input += length;
	s->input_length -= length;
	return (ssize_t)length;
}

ssize_t port_send(int socket, const void *buffer, size_t length, int flags)
{
	struct port_socket *s = port_connected(socket);

	if(!s) return fail(EBADF);
	/* The cable is pulled: TCP takes the bytes and nobody gets them. */
	if(s->peer_gone) return (ssize_t)length;
	if(s->room == 0) return fail(EAGAIN);
	if(length > s->room) length = s->room;
	if(s->room != UNLIMITED) s->room -= (uint32_t)length;
	port_event_add(PORT_DATA, 0, (uint32_t)socket, buffer, length);
	return (ssize_t)length;
}

int port_close(int socket)
{
	struct port_socket *s = find(socket);

	if(!s) return (int)fail(EBADF);
	if(s->state == CONNECTED){
		/* Stays taken until the host has heard of it, so that a new connection cannot be mistaken for this one. */
		*s = (struct port_socket){ .state = CLOSED };
		port_event_add(PORT_CLOSED, 0, (uint32_t)socket, NULL, 0);
	}else if(s->state == LISTENING){
		set_free(socket);
	}
	return 0;
}

EXPORT("release") void port_release(int socket)
{
	struct port_socket *s = find(socket);
	if(s && s->state == CLOSED) set_free(socket);
}

/* How many bytes the host takes before EAGAIN; UINT32_MAX: any number. */
EXPORT("set_room") void port_set_room(int socket, uint32_t room)
{
	struct port_socket *s = port_connected(socket);
	if(s) s->room = room;
}

/* The other end is gone without a word. */
EXPORT("vanish") void port_vanish(int socket)
{
	struct port_socket *s = port_connected(socket);
	if(s) s->peer_gone = true;
}

/* Upstream's poll layer: the host asks again when there is room, so the wish is all that is kept. */
static int want_write(struct mosquitto *context, bool wanted)
{
	struct port_socket *s = port_connected(context->sock);
	if(s) s->wants_write = wanted;
	return MOSQ_ERR_SUCCESS;
}

int mux__init(struct mosquitto__listener_sock *sockets, int count) { return MOSQ_ERR_SUCCESS; }
int mux__cleanup(void) { return MOSQ_ERR_SUCCESS; }
int mux__add_in(struct mosquitto *context) { return want_write(context, false); }
int mux__add_out(struct mosquitto *context) { return want_write(context, true); }
int mux__remove_out(struct mosquitto *context) { return want_write(context, false); }
int mux__delete(struct mosquitto *context) { return want_write(context, false); }
