/* wasi-libc has no netdb.h. Numeric addresses and "localhost" are all that a broker without a network can resolve. */
#ifndef PORT_NETDB_H
#define PORT_NETDB_H

#include <netinet/in.h>
#include <sys/socket.h>

#define AI_PASSIVE 1
#define EAI_NONAME (-2)
#define EAI_MEMORY (-10)
#define EAI_SYSTEM (-11)

struct addrinfo {
	int ai_flags, ai_family, ai_socktype, ai_protocol;
	socklen_t ai_addrlen;
	struct sockaddr *ai_addr;
	char *ai_canonname;
	struct addrinfo *ai_next;
};

int getaddrinfo(const char *host, const char *service, const struct addrinfo *hints, struct addrinfo **result);
void freeaddrinfo(struct addrinfo *list);
const char *gai_strerror(int code);

#endif
