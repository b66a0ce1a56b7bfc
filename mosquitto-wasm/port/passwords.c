/* security_default.c compares through here. Without OpenSSL upstream knows plain passwords only; the host knows the hashes
 * that mosquitto_passwd writes as well (src/passwords.ts). */
#include <string.h>

#include "port.h"
#include "mosquitto_broker_internal.h"

enum { AGREES, DIFFERS, NO_HASH };
__attribute__((import_module("host"), import_name("compare_password"))) int host_compare_password(const char *stored, const char *given);

static int compare(const char *stored, const char *given)
{
	return stored[0] == '$' ? host_compare_password(stored, given) : NO_HASH;
}

/* Whether this very password is one of these, and another of them is hashed. */
static bool beside_a_hash(struct mosquitto__unpwd *users, const char *password)
{
	struct mosquitto__unpwd *user, *next;
	bool here = false, hashes = false;

	HASH_ITER(hh, users, user, next){
		if(user->password == password) here = true;
		else if(user->password && compare(user->password, "") != NO_HASH) hashes = true;
	}
	return here && hashes;
}

/* A file that mosquitto_passwd has hashed holds no plain passwords: a line without a whole hash is a damaged one. */
static bool is_damaged(const char *password)
{
	bool found = beside_a_hash(db.config->security_options.unpwd, password);

	for(int i=0; i<db.config->listener_count && !found; i++){
		found = beside_a_hash(db.config->listeners[i].security_options.unpwd, password);
	}
	if(found) log__printf(NULL, MOSQ_LOG_ERR, "Error: Invalid password hash in a password file with hashes, access refused.");
	return found;
}

/* In place of strcmp: for a stored password and a client's, and for two names. */
int port_compare_password(const char *stored, const char *given)
{
	int answer = compare(stored, given);
	return answer == NO_HASH ? strcmp(stored, given) || is_damaged(stored) : answer;
}
