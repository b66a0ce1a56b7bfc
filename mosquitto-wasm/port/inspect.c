/* The broker's own view of its sessions and counters, read from its structures and changed nowhere.
 * Sessions and their subscriptions are told as events, which the host takes off the end of the list. */
#include <string.h>

#include "port.h"
#include "mosquitto_broker_internal.h"
#include "memory_mosq.h"
#include "sys_tree.h"

enum { PATH_LENGTH = 65536 + 256 };
static char path[PATH_LENGTH];

struct session {
	double connected, protocol, clean_start, keep_alive_s, expiry_s, expires_at_s;
	double out_flight, out_flight_bytes, out_queued, out_queued_bytes;
	double in_flight, in_flight_bytes, in_queued, in_queued_bytes;
	double id_length;
	char text[PATH_LENGTH];
};
static struct session view;

static double expiry_seconds(const struct mosquitto *context)
{
	time_t most = db.config->persistent_client_expiration;

	if(most != 0 && most < context->session_expiry_interval) return (double)most;
	return context->session_expiry_interval == UINT32_MAX ? -1 : (double)context->session_expiry_interval;
}

static void tell_session(uint32_t index, const struct mosquitto *context)
{
	bool connected = context->sock != INVALID_SOCKET;
	size_t id_length = strlen(context->id);
	size_t address_length = connected && context->address ? strlen(context->address) : 0;

	view.connected = connected;
	view.protocol = context->protocol;
	view.clean_start = context->clean_start;
	view.keep_alive_s = context->keepalive;
	view.expiry_s = expiry_seconds(context);
	view.expires_at_s = !connected && context->expiry_list_item ? (double)context->session_expiry_time : -1;
	view.out_flight = context->msgs_out.inflight_count;
	view.out_flight_bytes = (double)context->msgs_out.inflight_bytes;
	view.out_queued = context->msgs_out.queued_count;
	view.out_queued_bytes = (double)context->msgs_out.queued_bytes;
	view.in_flight = context->msgs_in.inflight_count;
	view.in_flight_bytes = (double)context->msgs_in.inflight_bytes;
	view.in_queued = context->msgs_in.queued_count;
	view.in_queued_bytes = (double)context->msgs_in.queued_bytes;
	view.id_length = (double)id_length;
	memcpy(view.text, context->id, id_length);
	if(address_length) memcpy(view.text + id_length, context->address, address_length);
	port_event_add(PORT_SESSION, 0, index, &view, offsetof(struct session, text) + id_length + address_length);
}

/* `path` holds the topic filter, `length` long, and free space for a share name's length before it. */
static void tell_leaves(const struct mosquitto__subleaf *leaf, size_t length, const char *share)
{
	static struct { uint32_t identifier, share_length; char text[PATH_LENGTH * 2]; } record;
	size_t share_length = share ? strlen(share) : 0;

	if(leaf == NULL) return;
	record.share_length = (uint32_t)share_length;
	if(share_length) memcpy(record.text, share, share_length);
	memcpy(record.text + share_length, path, length);
	for(; leaf; leaf = leaf->next){
		if(leaf->context->pollfd_index < 0) continue;
		record.identifier = leaf->identifier;
		port_event_add(PORT_SUBSCRIPTION, (uint32_t)leaf->qos | (uint32_t)leaf->no_local << 2 | (uint32_t)leaf->retain_as_published << 3,
				(uint32_t)leaf->context->pollfd_index, &record, 2*sizeof(uint32_t) + share_length + length);
	}
}

/* Below each of the tree's roots the first word stands again: "" for ordinary filters, which is no part of them, or a word
 * that begins with '$'. */
static void tell_subscriptions(struct mosquitto__subhier *level, size_t length, bool separator)
{
	struct mosquitto__subhier *node, *next_node;
	struct mosquitto__subshared *share, *next_share;

	HASH_ITER(hh, level, node, next_node){
		size_t end = length;
		bool top_of_ordinary = node->topic_len == 0 && node->parent->parent == NULL;

		if(end + node->topic_len + 1 > PATH_LENGTH) continue;
		if(separator) path[end++] = '/';
		memcpy(path + end, node->topic, node->topic_len);
		end += node->topic_len;
		tell_leaves(node->subs, end, NULL);
		HASH_ITER(hh, node->shared, share, next_share){
			tell_leaves(share->subs, end, share->name);
		}
		tell_subscriptions(node->children, end, !top_of_ordinary);
	}
}

static void tell_tree(struct mosquitto__subhier *roots)
{
	struct mosquitto__subhier *root, *next_root;

	HASH_ITER(hh, roots, root, next_root){
		tell_subscriptions(root->children, 0, false);
	}
}

/* pollfd_index belongs to upstream's poll layer, which the port replaces; here it is a session's number while it is told. */
__attribute__((export_name("sessions"))) void port_sessions(void)
{
	struct mosquitto *context, *next;
	uint32_t index = 0;

	HASH_ITER(hh_id, db.contexts_by_id, context, next){
		tell_session(index, context);
		context->pollfd_index = (int)index++;
	}
	tell_tree(db.normal_subs);
	tell_tree(db.shared_subs);
	HASH_ITER(hh_id, db.contexts_by_id, context, next){
		context->pollfd_index = -1;
	}
}

__attribute__((export_name("metrics"))) const double *port_metrics(void)
{
	static double values[14];

	values[0] = (double)mosquitto__memory_used();
	values[1] = (double)mosquitto__max_memory_used();
	values[2] = HASH_CNT(hh_sock, db.contexts_by_sock);
	values[3] = HASH_CNT(hh_id, db.contexts_by_id);
	values[4] = (double)g_msgs_received;
	values[5] = (double)g_msgs_sent;
	values[6] = (double)g_pub_msgs_received;
	values[7] = (double)g_pub_msgs_sent;
	values[8] = (double)g_msgs_dropped;
	values[9] = (double)g_bytes_received;
	values[10] = (double)g_bytes_sent;
	values[11] = db.msg_store_count;
	values[12] = (double)db.msg_store_bytes;
	values[13] = db.retained_count;
	return values;
}
