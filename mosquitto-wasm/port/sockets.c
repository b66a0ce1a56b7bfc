/* Sockets without a network. A socket is an index into a table; a connection's other end is on the host, which hands in
 * bytes before a call and takes bytes out after it (events.c). Nothing here blocks: where the host has no room, EAGAIN. */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>

#include "port.h"
#include "mosquitto_broker_internal.h"
#include "mux.h"
#include "sockets.h"

enum port_state { FREE, FRESH, LISTENING, CONNECTED, CLOSED };
#define UNLIMITED UINT32_MAX

struct entry {
	enum port_state state;
	bool peer_closed, peer_gone, wants_write;
	uint32_t room;
	const uint8_t *input;
	size_t input_length;
	struct sockaddr_storage address;
	struct mosquitto *context;
};

static struct entry *table = NULL;
static int table_length = 0;
static int first_free = 0;
/* The connection that the next accept() answers with. */
static int arriving = -1;

static struct entry *find(int socket)
{
	return socket >= 0 && socket < table_length ? &table[socket] : NULL;
}

static struct entry *connected(int socket)
{
	struct entry *e = find(socket);
	return e && e->state == CONNECTED ? e : NULL;
}

int port_socket(int family, int type, int protocol)
{
	int index = first_free;

	(void)type; (void)protocol;
	while(index < table_length && table[index].state != FREE) index++;
	if(index == table_length){
		int length = table_length ? table_length * 2 : 64;
		table = realloc(table, sizeof(struct entry) * (size_t)length);
		if(table == NULL) abort();
		memset(table + table_length, 0, sizeof(struct entry) * (size_t)(length - table_length));
		table_length = length;
	}
	first_free = index + 1;
	memset(&table[index], 0, sizeof(struct entry));
	table[index].state = FRESH;
	table[index].room = UNLIMITED;
	table[index].address.ss_family = (sa_family_t)family;
	return index;
}

static in_port_t port_of(const struct sockaddr_storage *address)
{
	return address->ss_family == AF_INET ? ((const struct sockaddr_in *)address)->sin_port : ((const struct sockaddr_in6 *)address)->sin6_port;
}

static const void *host_of(const struct sockaddr_storage *address, size_t *length)
{
	bool ipv4 = address->ss_family == AF_INET;
	*length = ipv4 ? sizeof(struct in_addr) : sizeof(struct in6_addr);
	return ipv4 ? (const void *)&((const struct sockaddr_in *)address)->sin_addr : (const void *)&((const struct sockaddr_in6 *)address)->sin6_addr;
}

static bool is_any(const struct sockaddr_storage *address)
{
	static const uint8_t zero[16] = {0};
	size_t length;
	const void *host = host_of(address, &length);
	return memcmp(host, zero, length) == 0;
}

static bool same_host(const struct sockaddr_storage *a, const struct sockaddr_storage *b)
{
	size_t length;
	const void *host = host_of(a, &length);
	return memcmp(host, host_of(b, &length), length) == 0;
}

int port_bind(int socket, const struct sockaddr *address, socklen_t length)
{
	struct entry *e = find(socket);
	struct sockaddr_storage wanted = {0};

	if(!e || length > sizeof(wanted)){
		errno = EINVAL;
		return -1;
	}
	memcpy(&wanted, address, length);
	for(int i=0; i<table_length; i++){
		const struct entry *other = &table[i];
		if(other->state != LISTENING || other->address.ss_family != wanted.ss_family || port_of(&other->address) != port_of(&wanted)) continue;
		if(is_any(&other->address) || is_any(&wanted) || same_host(&other->address, &wanted)){
			errno = EADDRINUSE;
			return -1;
		}
	}
	e->address = wanted;
	return 0;
}

int port_listen(int socket, int backlog)
{
	struct entry *e = find(socket);

	(void)backlog;
	if(!e) return -1;
	e->state = LISTENING;
	return 0;
}

static bool parse_address(const char *text, uint16_t port, struct sockaddr_storage *address)
{
	struct sockaddr_in *in = (struct sockaddr_in *)address;
	struct sockaddr_in6 *in6 = (struct sockaddr_in6 *)address;

	memset(address, 0, sizeof(*address));
	if(inet_pton(AF_INET, text, &in->sin_addr) == 1){
		in->sin_family = AF_INET;
		in->sin_port = htons(port);
		return true;
	}
	if(inet_pton(AF_INET6, text, &in6->sin6_addr) == 1){
		in6->sin6_family = AF_INET6;
		in6->sin6_port = htons(port);
		return true;
	}
	return false;
}

int port_socket_family(int socket)
{
	struct entry *e = find(socket);
	return e ? e->address.ss_family : AF_UNSPEC;
}

/* A new connection, which the next accept() answers with. -1: not an address. */
int port_socket_arrive(const char *address, uint16_t port)
{
	struct sockaddr_storage peer;
	struct entry *e;

	if(!parse_address(address, port, &peer)) return -1;
	arriving = port_socket(peer.ss_family, SOCK_STREAM, 0);
	e = &table[arriving];
	e->state = CONNECTED;
	e->address = peer;
	return arriving;
}

int port_accept(int socket, struct sockaddr *address, socklen_t *length)
{
	int accepted = arriving;

	(void)socket; (void)address; (void)length;
	arriving = -1;
	if(accepted < 0) errno = EAGAIN;
	return accepted;
}

int port_getpeername(int socket, struct sockaddr *address, socklen_t *length)
{
	struct entry *e = connected(socket);

	if(!e || *length < sizeof(e->address)){
		errno = ENOTCONN;
		return -1;
	}
	memcpy(address, &e->address, sizeof(e->address));
	return 0;
}

ssize_t port_read(int socket, void *buffer, size_t length)
{
	struct entry *e = connected(socket);

	if(!e){
		errno = EBADF;
		return -1;
	}
	if(e->input_length == 0){
		if(e->peer_closed) return 0;
		errno = EAGAIN;
		return -1;
	}
	if(length > e->input_length) length = e->input_length;
	memcpy(buffer, e->input, length);
	e->input += length;
	e->input_length -= length;
	return (ssize_t)length;
}

ssize_t port_send(int socket, const void *buffer, size_t length, int flags)
{
	struct entry *e = connected(socket);

	(void)flags;
	if(!e){
		errno = EBADF;
		return -1;
	}
	/* The cable is pulled: TCP takes the bytes and nobody gets them. */
	if(e->peer_gone) return (ssize_t)length;
	if(e->room == 0){
		errno = EAGAIN;
		return -1;
	}
	if(length > e->room) length = e->room;
	if(e->room != UNLIMITED) e->room -= (uint32_t)length;
	port_event_add(PORT_DATA, 0, (uint32_t)socket, buffer, length);
	return (ssize_t)length;
}

int port_close(int socket)
{
	struct entry *e = find(socket);

	if(!e || e->state == FREE || e->state == CLOSED) return -1;
	e->context = NULL;
	e->input_length = 0;
	if(e->state == CONNECTED){
		/* Stays taken until the host has heard of it, so that a new connection cannot be mistaken for this one. */
		e->state = CLOSED;
		port_event_add(PORT_CLOSED, 0, (uint32_t)socket, NULL, 0);
	}else{
		e->state = FREE;
		if(socket < first_free) first_free = socket;
	}
	return 0;
}

__attribute__((export_name("release"))) void port_release(int socket)
{
	struct entry *e = find(socket);

	if(!e || e->state != CLOSED) return;
	e->state = FREE;
	if(socket < first_free) first_free = socket;
}

/* How many bytes the host takes before EAGAIN; UINT32_MAX: any number. */
__attribute__((export_name("set_room"))) void port_set_room(int socket, uint32_t room)
{
	struct entry *e = connected(socket);
	if(e) e->room = room;
}

/* The other end is gone without a word. */
__attribute__((export_name("vanish"))) void port_vanish(int socket)
{
	struct entry *e = connected(socket);
	if(e) e->peer_gone = true;
}

void port_socket_attach(int socket, struct mosquitto *context)
{
	struct entry *e = connected(socket);
	if(e) e->context = context;
}

struct mosquitto *port_socket_context(int socket)
{
	struct entry *e = connected(socket);
	return e ? e->context : NULL;
}

/* The host's bytes, read by the broker straight from the host's buffer; NULL: no more will come (FIN). */
void port_socket_feed(int socket, const uint8_t *bytes, size_t length)
{
	struct entry *e = connected(socket);

	if(!e) return;
	e->input = bytes;
	e->input_length = length;
	if(bytes == NULL) e->peer_closed = true;
}

bool port_socket_readable(int socket)
{
	struct entry *e = connected(socket);
	return e && (e->input_length > 0 || e->peer_closed);
}

bool port_socket_wants_write(int socket)
{
	struct entry *e = connected(socket);
	return e && e->wants_write;
}

/* Upstream's poll layer: the host asks again when there is room, so the wish is all that is kept. */
static int want_write(struct mosquitto *context, bool wanted)
{
	struct entry *e = connected(context->sock);
	if(e) e->wants_write = wanted;
	return MOSQ_ERR_SUCCESS;
}

int mux__init(struct mosquitto__listener_sock *sockets, int count) { (void)sockets; (void)count; return MOSQ_ERR_SUCCESS; }
int mux__cleanup(void) { return MOSQ_ERR_SUCCESS; }
int mux__add_in(struct mosquitto *context) { return want_write(context, false); }
int mux__add_out(struct mosquitto *context) { return want_write(context, true); }
int mux__remove_out(struct mosquitto *context) { return want_write(context, false); }
int mux__delete(struct mosquitto *context) { return want_write(context, false); }
