/* The socket calls and constants that upstream uses and wasi-libc's header leaves out.
 * Without them net.c does not compile; what they do stands in ../../sockets.c. */
#ifndef PORT_SYS_SOCKET_H
#define PORT_SYS_SOCKET_H

#include_next <sys/socket.h>

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0
#endif
#define SO_REUSEADDR 2
#define SO_ERROR 4

#endif
