/* Put before net.c, net_mosq.c and mosquitto.c only: their calls on sockets go to sockets.c, those on files elsewhere stay wasi-libc's. */
#ifndef PORT_SOCKETS_H
#define PORT_SOCKETS_H

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

int port_socket(int family, int type, int protocol);
int port_bind(int socket, const struct sockaddr *address, socklen_t length);
int port_listen(int socket, int backlog);
int port_accept(int socket, struct sockaddr *address, socklen_t *length);
int port_getpeername(int socket, struct sockaddr *address, socklen_t *length);
ssize_t port_read(int socket, void *buffer, size_t length);
ssize_t port_send(int socket, const void *buffer, size_t length, int flags);
int port_close(int socket);

#define socket(family, type, protocol) port_socket(family, type, protocol)
#define bind(socket, address, length) port_bind(socket, address, length)
#define listen(socket, backlog) port_listen(socket, backlog)
#define accept(socket, address, length) port_accept(socket, address, length)
#define getpeername(socket, address, length) port_getpeername(socket, address, length)
#define read(socket, buffer, length) port_read(socket, buffer, length)
#define send(socket, buffer, length, flags) port_send(socket, buffer, length, flags)
#define close(socket) port_close(socket)

/* Nothing to set on a byte queue: every socket is non-blocking, and the rest concerns TCP. */
#define fcntl(...) (0)
#define setsockopt(...) (0)
#define getsockopt(socket, level, name, value, length) (*(value) = 0)
/* The client half of net_mosq.c is compiled but never called: the broker has no bridges. */
#define connect(socket, address, length) (-1)

#endif
