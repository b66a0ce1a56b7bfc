/* Calls of a Unix process that have no meaning here, answered so that upstream takes its ordinary path. */
#include <arpa/inet.h>
#include <errno.h>
#include <ifaddrs.h>
#include <stdlib.h>
#include <string.h>
#include <wasi/api.h>

#include "port.h"
#include "unix.h"

/* Files in WASI belong to user 0, so the real user is 0: no warning of a foreign owner.
 * The effective user is not, so that upstream has no privileges to drop. */
uid_t getuid(void) { return 0; }
gid_t getgid(void) { return 0; }
uid_t geteuid(void) { return 1; }
gid_t getegid(void) { return 1; }
int setuid(uid_t uid) { return 0; }
int setgid(gid_t gid) { return 0; }
int initgroups(const char *user, gid_t group) { return 0; }
mode_t umask(mode_t mask) { return 0; }
struct passwd *getpwnam(const char *name) { return NULL; }
int getpwuid_r(uid_t uid, struct passwd *entry, char *buffer, size_t length, struct passwd **result) { *result = NULL; return 0; }
int getgrgid_r(gid_t gid, struct group *entry, char *buffer, size_t length, struct group **result) { *result = NULL; return 0; }

/* `daemon true` and plugins: upstream says in its own words that it cannot. */
pid_t fork(void) { errno = ENOSYS; return -1; }
pid_t setsid(void) { errno = ENOSYS; return -1; }
void *dlopen(const char *path, int flags) { return NULL; }
void *dlsym(void *library, const char *name) { return NULL; }
int dlclose(void *library) { return 0; }
char *dlerror(void) { return "no shared libraries in WebAssembly"; }

/* `bind_interface`: there is no network interface by any name. */
int getifaddrs(struct ifaddrs **list) { *list = NULL; return 0; }
void freeifaddrs(struct ifaddrs *list) {}

ssize_t getrandom(void *buffer, size_t length, unsigned int flags) { return __wasi_random_get(buffer, length) ? -1 : (ssize_t)length; }

/* The caller's clock never runs backwards, so one clock serves as both. Upstream keeps monotonic seconds in an int in places, so
 * they count from the broker's start; and it takes 0 for "never", so they begin above the largest sys_interval. */
time_t port_monotonic(time_t real)
{
	static time_t first = -1;

	if(first < 0) first = real;
	return 100000 + real - first;
}

time_t mosquitto_time(void) { return port_monotonic(time(NULL)); }
void mosquitto_time_init(void) {}

static struct addrinfo *result_before(struct addrinfo *next, int family, const char *text, int port)
{
	struct addrinfo *info = calloc(1, sizeof(struct addrinfo) + sizeof(struct sockaddr_storage));
	struct sockaddr_in *in = (struct sockaddr_in *)(info + 1);
	struct sockaddr_in6 *in6 = (struct sockaddr_in6 *)(info + 1);
	bool ipv4 = family == AF_INET;

	if(info == NULL) return next;
	if(inet_pton(family, text, ipv4 ? (void *)&in->sin_addr : (void *)&in6->sin6_addr) != 1){
		free(info);
		return next;
	}
	in->sin_family = (sa_family_t)family; /* the same place in both, as is the port */
	in->sin_port = htons((uint16_t)port);
	info->ai_family = family;
	info->ai_socktype = SOCK_STREAM;
	info->ai_addrlen = ipv4 ? sizeof(*in) : sizeof(*in6);
	info->ai_addr = (struct sockaddr *)in;
	info->ai_next = next;
	return info;
}

/* No host stands for every address, in each family that was asked for. */
int getaddrinfo(const char *host, const char *service, const struct addrinfo *hints, struct addrinfo **result)
{
	int port = service ? atoi(service) : 0;
	bool local = host && !strcmp(host, "localhost");

	*result = NULL;
	if(hints->ai_family != AF_INET) *result = result_before(*result, AF_INET6, host == NULL ? "::" : local ? "::1" : host, port);
	if(hints->ai_family != AF_INET6) *result = result_before(*result, AF_INET, host == NULL ? "0.0.0.0" : local ? "127.0.0.1" : host, port);
	return *result ? 0 : EAI_NONAME;
}

void freeaddrinfo(struct addrinfo *list)
{
	while(list){
		struct addrinfo *next = list->ai_next;
		free(list);
		list = next;
	}
}

const char *gai_strerror(int code) { return "Name or service not known"; }
