/* wasi-libc's, and the constants of upstream's calls that it leaves out. */
#include_next <sys/socket.h>
#ifndef SO_REUSEADDR
#define MSG_NOSIGNAL 0
#define SO_REUSEADDR 2
#define SO_ERROR 4
#endif
