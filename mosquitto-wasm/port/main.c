/* Starting and stopping. Upstream's own main runs up to its loop; there this file leaves it through the host, and main's
 * frame stays as it is, because WebAssembly's stack pointer is not moved back. Stopping does what main does after its loop. */
#include "sockets.h"
#include <signal.h>

#include "config.h"
#include "mosquitto_broker_internal.h"
#include "memory_mosq.h"

/* Without listeners in the configuration upstream opens two for each `-p` and makes room for two in all. */
static void *room_for_listeners(void *memory, size_t size)
{
	const size_t two = 2 * sizeof(struct mosquitto__listener);
	size_t wanted = size == two && db.config->cmd_port_count > 1 ? two * (size_t)db.config->cmd_port_count : size;
	void *room = mosquitto__realloc(memory, wanted);

	if(room && wanted > size) memset((char *)room + size, 0, wanted - size);
	return room;
}

#define mosquitto__realloc room_for_listeners
#define main mosquitto_main
#include "src/mosquitto.c"
#undef main
#undef mosquitto__realloc

#include "port.h"

HOST("running") void host_running(void);

static uint8_t *websockets_listeners = NULL;
static int websockets_count = 0;

/* Upstream opens websockets listeners by a library that is not here. The host does that part, so to upstream they are
 * ordinary listeners; only which ones they were is kept. */
void port_config_checked(struct mosquitto__config *config)
{
	websockets_count = config->listener_count;
	websockets_listeners = calloc((size_t)websockets_count + 1, 1);
	for(int i=0; i<websockets_count; i++){
		if(config->listeners[i].protocol == mp_websockets){
			websockets_listeners[i] = 1;
			config->listeners[i].protocol = mp_mqtt;
		}
	}
}

/* `text`: the working directory and then `count` arguments, one after the other, each with its zero.
 * Answers only when the broker could not start. */
EXPORT("start") int port_start(const char *text, size_t length, int count)
{
	/* Kept for good: upstream points into them. */
	char *words = malloc(length);
	char **argv = calloc((size_t)count + 1, sizeof(char *));

	memcpy(words, text, length);
	if(chdir(words)) return 1;
	for(int i=0; i<count; i++){
		words += strlen(words) + 1;
		argv[i] = words;
	}
	return mosquitto_main(count, argv);
}

/* Whether the configuration was read without an error. */
EXPORT("configured") bool port_configured(void) { return db.config != NULL; }

int mosquitto_main_loop(struct mosquitto__listener_sock *sockets, int count)
{
	host_running();
}

/* Tells the listeners as events: port, bind address, and in the detail 1 for WebSocket. */
EXPORT("listeners") void port_listeners(void)
{
	for(int i=0; i<db.config->listener_count; i++){
		const struct mosquitto__listener *listener = &db.config->listeners[i];
		bool websockets = i < websockets_count && websockets_listeners[i];

		port_event_add(PORT_LISTENER, websockets, listener->port, listener->host, listener->host ? strlen(listener->host) : 0);
	}
}

/* A client at `address` dials a listener: the socket of the new connection (which the broker may have closed at once);
 * -1: not an address. */
EXPORT("connect") int port_connect(int index, const char *address, int remote_port, double now_ms)
{
	struct mosquitto__listener_sock *chosen = NULL;
	struct mosquitto *context;
	int socket = port_socket_arrive(address, (uint16_t)remote_port);

	if(socket < 0) return -1;
	port_set_clock(now_ms);
	for(int i=0; i<listensock_count; i++){
		if(listensock[i].listener != &db.config->listeners[index]) continue;
		if(chosen == NULL || port_socket_family(listensock[i].sock) == port_socket_family(socket)) chosen = &listensock[i];
	}
	context = net__socket_accept(chosen);
	if(context) port_connected(socket)->context = context;
	port_after_traffic();
	return socket;
}

/* As upstream's main goes on when its loop has ended, in the same order. */
EXPORT("stop") void port_stop(double now_ms)
{
	struct mosquitto *context, *next;

	port_set_clock(now_ms);
	run = 0;
	mux__cleanup();
	log__printf(NULL, MOSQ_LOG_INFO, "mosquitto version %s terminating", VERSION);

	HASH_ITER(hh_id, db.contexts_by_id, context, next){
		context__send_will(context);
	}
	will_delay__send_all();
	persist__backup(true);
	session_expiry__remove_all();
	listeners__stop();

	HASH_ITER(hh_id, db.contexts_by_id, context, next){
		context__cleanup(context, true);
	}
	HASH_ITER(hh_sock, db.contexts_by_sock, context, next){
		context__cleanup(context, true);
	}
	context__free_disused();
	keepalive__cleanup();
	db__close();
	mosquitto_security_module_cleanup();
	if(db.config->pid_file) (void)remove(db.config->pid_file);
	log__close(db.config);
	config__cleanup(db.config);
	net__broker_cleanup();
}
