/* Calls of a Unix process that have no meaning here, answered so that upstream takes its ordinary path. */
#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <grp.h>
#include <ifaddrs.h>
#include <netdb.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wasi/api.h>

#include "port.h"

/* Files in WASI belong to user 0, so the real user is 0: no warning of a foreign owner.
 * The effective user is not, so that upstream has no privileges to drop. */
uid_t getuid(void) { return 0; }
gid_t getgid(void) { return 0; }
uid_t geteuid(void) { return 1; }
gid_t getegid(void) { return 1; }
int setuid(uid_t uid) { (void)uid; return 0; }
int setgid(gid_t gid) { (void)gid; return 0; }
int initgroups(const char *user, gid_t group) { (void)user; (void)group; return 0; }
mode_t umask(mode_t mask) { (void)mask; return 0; }
struct passwd *getpwnam(const char *name) { (void)name; return NULL; }

int getpwuid_r(uid_t uid, struct passwd *entry, char *buffer, size_t length, struct passwd **result)
{
	(void)uid; (void)entry; (void)buffer; (void)length;
	*result = NULL;
	return 0;
}

int getgrgid_r(gid_t gid, struct group *entry, char *buffer, size_t length, struct group **result)
{
	(void)gid; (void)entry; (void)buffer; (void)length;
	*result = NULL;
	return 0;
}

/* `daemon true`: upstream logs the failure and exits. */
pid_t fork(void) { errno = ENOSYS; return -1; }
pid_t setsid(void) { errno = ENOSYS; return -1; }

void *dlopen(const char *path, int flags) { (void)path; (void)flags; return NULL; }
void *dlsym(void *library, const char *name) { (void)library; (void)name; return NULL; }
int dlclose(void *library) { (void)library; return 0; }
char *dlerror(void) { return "no shared libraries in WebAssembly"; }

/* `bind_interface`: there is no network interface by any name. */
int getifaddrs(struct ifaddrs **list) { *list = NULL; return 0; }
void freeifaddrs(struct ifaddrs *list) { (void)list; }

ssize_t port_getrandom(void *buffer, size_t length, unsigned int flags)
{
	(void)flags;
	return __wasi_random_get(buffer, length) ? -1 : (ssize_t)length;
}

/* Upstream's monotonic clock. The caller's clock never runs backwards, so one clock serves as both. */
time_t mosquitto_time(void)
{
	return time(NULL);
}

void mosquitto_time_init(void)
{
}

static struct addrinfo *new_result(int family, const char *text, in_port_t port, struct addrinfo *next)
{
	struct addrinfo *info = calloc(1, sizeof(struct addrinfo) + sizeof(struct sockaddr_storage));
	if(!info) return next;
	info->ai_addr = (struct sockaddr *)(info + 1);
	info->ai_family = family;
	info->ai_socktype = SOCK_STREAM;
	info->ai_next = next;
	if(family == AF_INET){
		struct sockaddr_in *in = (struct sockaddr_in *)info->ai_addr;
		in->sin_family = AF_INET;
		in->sin_port = port;
		info->ai_addrlen = sizeof(*in);
		if(inet_pton(AF_INET, text, &in->sin_addr) == 1) return info;
	}else{
		struct sockaddr_in6 *in6 = (struct sockaddr_in6 *)info->ai_addr;
		in6->sin6_family = AF_INET6;
		in6->sin6_port = port;
		info->ai_addrlen = sizeof(*in6);
		if(inet_pton(AF_INET6, text, &in6->sin6_addr) == 1) return info;
	}
	free(info);
	return next;
}

/* No name service: addresses in figures, "localhost", and none for "every address", each family that fits and was asked for. */
int getaddrinfo(const char *host, const char *service, const struct addrinfo *hints, struct addrinfo **result)
{
	in_port_t port = htons((uint16_t)(service ? atoi(service) : 0));
	bool local = host && !strcmp(host, "localhost");
	struct addrinfo *list = NULL;

	if(hints->ai_family != AF_INET){
		list = new_result(AF_INET6, host == NULL ? "::" : local ? "::1" : host, port, list);
	}
	if(hints->ai_family != AF_INET6){
		list = new_result(AF_INET, host == NULL ? "0.0.0.0" : local ? "127.0.0.1" : host, port, list);
	}
	*result = list;
	return list ? 0 : EAI_NONAME;
}

void freeaddrinfo(struct addrinfo *list)
{
	while(list){
		struct addrinfo *next = list->ai_next;
		free(list);
		list = next;
	}
}

const char *gai_strerror(int code)
{
	return code == EAI_NONAME ? "Name or service not known" : "Unknown error";
}
