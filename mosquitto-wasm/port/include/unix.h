/* What of a Unix system upstream asks for and wasi-libc does not declare. The headers beside this one are only its names;
 * what the calls do stands in ../system.c. */
#ifndef PORT_UNIX_H
#define PORT_UNIX_H

#include <netinet/in.h>
#include <stddef.h>
#include <sys/types.h>

/* netdb.h: addresses in figures and "localhost" are all that a broker without a network can resolve. */
enum { AI_PASSIVE = 1, EAI_NONAME = -2, EAI_SYSTEM = -11 };
struct addrinfo {
	int ai_flags, ai_family, ai_socktype, ai_protocol;
	socklen_t ai_addrlen;
	struct sockaddr *ai_addr;
	struct addrinfo *ai_next;
};
int getaddrinfo(const char *host, const char *service, const struct addrinfo *hints, struct addrinfo **result);
void freeaddrinfo(struct addrinfo *list);
const char *gai_strerror(int code);

/* pwd.h, grp.h and unistd.h: users. */
struct passwd { char *pw_name; uid_t pw_uid; gid_t pw_gid; };
struct group { char *gr_name; };
struct passwd *getpwnam(const char *name);
int getpwuid_r(uid_t uid, struct passwd *entry, char *buffer, size_t length, struct passwd **result);
int getgrgid_r(gid_t gid, struct group *entry, char *buffer, size_t length, struct group **result);
int initgroups(const char *user, gid_t group);
uid_t getuid(void);
uid_t geteuid(void);
gid_t getgid(void);
gid_t getegid(void);
int setuid(uid_t uid);
int setgid(gid_t gid);
pid_t fork(void);
pid_t setsid(void);
mode_t umask(mode_t mask);
ssize_t getrandom(void *buffer, size_t length, unsigned int flags);

/* dlfcn.h: without shared libraries. */
enum { RTLD_NOW = 2, RTLD_GLOBAL = 256 };
void *dlopen(const char *path, int flags);
void *dlsym(void *library, const char *name);
int dlclose(void *library);
char *dlerror(void);

/* syslog.h: only the names; log.c gives the lines to the host. */
enum { LOG_PID = 1, LOG_CONS, LOG_ERR, LOG_WARNING, LOG_NOTICE, LOG_INFO, LOG_DEBUG, LOG_DAEMON = 24 };
enum { LOG_LOCAL0 = 128, LOG_LOCAL1 = 136, LOG_LOCAL2 = 144, LOG_LOCAL3 = 152, LOG_LOCAL4 = 160, LOG_LOCAL5 = 168, LOG_LOCAL6 = 176, LOG_LOCAL7 = 184 };
#define openlog(name, options, facility) ((void)(facility))
#define closelog() ((void)0)

#endif
