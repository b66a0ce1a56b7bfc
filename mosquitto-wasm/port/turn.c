/* One turn of upstream's loop, cut in two: what traffic sets off, after each call of the host, and what the clock sets off,
 * at each tick. Upstream's loop itself is compiled along for its static helpers and never runs. */
#define mosquitto_main_loop upstream_main_loop
#include "src/loop.c"
#undef mosquitto_main_loop

#include "port.h"

/* At most so many bytes are handed in at a time. */
enum { INPUT_LENGTH = 65536 };

static time_t started = 0, last_backup = 0;

/* Set at each call, so that what the call does carries the time of the call.
 * Upstream's keep alive ring is one slot short: a client with the longest keep alive that is heard of after a second has begun
 * and before the ring was checked in it would count as expired. So it is checked first. */
void port_set_clock(double now_ms)
{
	time_t before = db.now_s;

	db.now_real_s = (time_t)(now_ms / 1000);
	db.now_s = port_monotonic(db.now_real_s);
	if(started == 0) started = last_backup = db.now_s;
	if(db.now_s != before) keepalive__check();
}

static void autosave(bool on_changes)
{
	bool due = on_changes ? db.persistence_changes >= db.config->autosave_interval : last_backup + db.config->autosave_interval < db.now_s;

	if(!due || !db.config->persistence || db.config->autosave_interval == 0 || db.config->autosave_on_changes != on_changes) return;
	persist__backup(false);
	if(on_changes) db.persistence_changes = 0;
	else last_backup = db.now_s;
}

void port_after_traffic(void)
{
	queue_plugin_msgs();
	context__free_disused();
	autosave(true);
}

/* Where the host puts what it hands in. */
EXPORT("input") uint8_t *port_input(void)
{
	static uint8_t input[INPUT_LENGTH];
	return input;
}

/* Bytes from a client; NULL: it has closed its side (FIN). */
EXPORT("receive") void port_receive(int socket, const uint8_t *bytes, size_t length, double now_ms)
{
	struct port_socket *s = port_connected(socket);

	if(s == NULL) return;
	port_set_clock(now_ms);
	s->input = bytes;
	s->input_length = length;
	s->peer_closed = bytes == NULL;
	while((s = port_connected(socket)) && (s->input_length > 0 || s->peer_closed)){
		struct mosquitto *context = s->context;
		int rc = packet__read(context);

		if(rc){
			do_disconnect(context, rc);
			break;
		}
	}
	port_after_traffic();
}

/* The host has room again for a connection that was told EAGAIN. */
EXPORT("writable") void port_writable(int socket, double now_ms)
{
	struct port_socket *s = port_connected(socket);
	int rc;

	if(s == NULL || !s->wants_write) return;
	port_set_clock(now_ms);
	rc = packet__write(s->context);
	if(rc) do_disconnect(s->context, rc);
	port_after_traffic();
}

EXPORT("tick") void port_tick(double now_ms)
{
	port_set_clock(now_ms);
	session_expiry__check();
	will_delay__check();
	autosave(false);
	plugin__handle_tick();
	retain__expire();
	port_after_traffic();
	if(db.config->sys_interval > 0) sys_tree__update(db.config->sys_interval, started);
	port_after_traffic();
}

/* SIGUSR1. */
EXPORT("save") void port_save(double now_ms)
{
	port_set_clock(now_ms);
	persist__backup(false);
}

/* SIGHUP. */
EXPORT("reload") void port_reload(double now_ms)
{
	port_set_clock(now_ms);
	log__printf(NULL, MOSQ_LOG_INFO, "Reloading config.");
	config__read(db.config, true);
	listeners__reload_all_certificates();
	mosquitto_security_cleanup(true);
	mosquitto_security_init(true);
	mosquitto_security_apply();
	log__close(db.config);
	log__init(db.config);
	keepalive__cleanup();
	keepalive__init();
	port_after_traffic();
}
