/* wasi-libc has no users. The broker runs as nobody in particular; see ../system.c. */
#ifndef PORT_PWD_H
#define PORT_PWD_H

#include <stddef.h>
#include <sys/types.h>

struct passwd {
	char *pw_name;
	uid_t pw_uid;
	gid_t pw_gid;
};

struct passwd *getpwnam(const char *name);
int getpwuid_r(uid_t uid, struct passwd *entry, char *buffer, size_t length, struct passwd **result);

#endif
