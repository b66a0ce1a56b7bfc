/* One turn of upstream's loop, cut in two: what traffic sets off, after each call of the host, and what the clock sets off,
 * at each tick. Upstream's loop itself is compiled along for its static helpers and never runs. */
#define mosquitto_main_loop upstream_main_loop
#include "src/loop.c"
#undef mosquitto_main_loop

#include "port.h"

static time_t started = 0;
static time_t last_backup = 0;

/* Set at each call, so that what the call does carries the time of the call. */
void port_set_clock(double now_ms)
{
	db.now_s = (time_t)(now_ms / 1000);
	db.now_real_s = db.now_s;
	if(started == 0){
		started = db.now_s;
		last_backup = db.now_s;
	}
}

void port_after_traffic(void)
{
	queue_plugin_msgs();
	context__free_disused();
	if(db.config->persistence && db.config->autosave_interval && db.config->autosave_on_changes
			&& db.persistence_changes >= db.config->autosave_interval){
		persist__backup(false);
		db.persistence_changes = 0;
	}
}

static void read_all(int socket)
{
	while(port_socket_readable(socket)){
		struct mosquitto *context = port_socket_context(socket);
		int rc;

		if(context == NULL) return;
		rc = packet__read(context);
		if(rc){
			do_disconnect(context, rc);
			return;
		}
	}
}

/* Where the host puts the bytes that it hands in. */
__attribute__((export_name("input"))) uint8_t *port_input(void)
{
	static uint8_t input[PORT_INPUT_LENGTH];
	return input;
}

/* Bytes from a client; NULL: it has closed its side. */
__attribute__((export_name("receive"))) void port_receive(int socket, const uint8_t *bytes, size_t length, double now_ms)
{
	port_set_clock(now_ms);
	port_socket_feed(socket, bytes, length);
	read_all(socket);
	port_after_traffic();
}

/* The host has room again for a connection that was told EAGAIN. */
__attribute__((export_name("writable"))) void port_writable(int socket, double now_ms)
{
	struct mosquitto *context = port_socket_context(socket);
	int rc;

	if(context == NULL || !port_socket_wants_write(socket)) return;
	port_set_clock(now_ms);
	rc = packet__write(context);
	if(rc) do_disconnect(context, rc);
	port_after_traffic();
}

__attribute__((export_name("tick"))) void port_tick(double now_ms)
{
	port_set_clock(now_ms);
	session_expiry__check();
	will_delay__check();
	if(db.config->persistence && db.config->autosave_interval && !db.config->autosave_on_changes
			&& last_backup + db.config->autosave_interval < db.now_s){
		persist__backup(false);
		last_backup = db.now_s;
	}
	plugin__handle_tick();
	retain__expire();
	queue_plugin_msgs();
	context__free_disused();
	if(db.config->sys_interval > 0) sys_tree__update(db.config->sys_interval, started);
	keepalive__check();
	port_after_traffic();
}

/* SIGUSR1. */
__attribute__((export_name("save"))) void port_save(double now_ms)
{
	port_set_clock(now_ms);
	persist__backup(false);
}

/* SIGHUP. */
__attribute__((export_name("reload"))) void port_reload(double now_ms)
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
