/* wasi-libc has no groups; see ../system.c. */
#ifndef PORT_GRP_H
#define PORT_GRP_H

#include <stddef.h>
#include <sys/types.h>

struct group {
	char *gr_name;
	gid_t gr_gid;
};

int getgrgid_r(gid_t gid, struct group *entry, char *buffer, size_t length, struct group **result);
int initgroups(const char *user, gid_t group);

#endif
