/* Put before net.c, net_mosq.c and mosquitto.c only: their calls on sockets go to sockets.c, calls on files elsewhere stay
 * wasi-libc's. Options are refused nothing, for a byte queue has none; and the broker, without bridges, dials nobody. */
#ifndef PORT_SOCKETS_H
#define PORT_SOCKETS_H

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

int port_socket(int family, int type, int protocol);
int port_bind(int socket, const struct sockaddr *address, socklen_t length);
int port_accept(int socket, struct sockaddr *address, socklen_t *length);
int port_getpeername(int socket, struct sockaddr *address, socklen_t *length);
ssize_t port_read(int socket, void *buffer, size_t length);
ssize_t port_send(int socket, const void *buffer, size_t length, int flags);
int port_close(int socket);

#define socket(...) port_socket(__VA_ARGS__)
#define bind(...) port_bind(__VA_ARGS__)
#define listen(...) (0)
#define accept(...) port_accept(__VA_ARGS__)
#define getpeername(...) port_getpeername(__VA_ARGS__)
#define read(...) port_read(__VA_ARGS__)
#define send(...) port_send(__VA_ARGS__)
#define close(...) port_close(__VA_ARGS__)
#define fcntl(...) (0)
#define setsockopt(...) (0)
#define connect(...) (-1)

#endif
