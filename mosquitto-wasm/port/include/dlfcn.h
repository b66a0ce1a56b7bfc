/* No shared libraries here: loading a plugin fails, and upstream says so in its own words. */
#ifndef PORT_DLFCN_H
#define PORT_DLFCN_H

#define RTLD_NOW 2
#define RTLD_GLOBAL 256

void *dlopen(const char *path, int flags);
void *dlsym(void *library, const char *name);
int dlclose(void *library);
char *dlerror(void);

#endif
