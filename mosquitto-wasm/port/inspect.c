/* The broker's own view of its sessions and counters, read from its structures and changed nowhere.
 * Sessions and their subscriptions are told as events, which the host takes off the end of the list. */
#include <string.h>

#include "port.h"
#include "mosquitto_broker_internal.h"
#include "memory_mosq.h"
#include "sys_tree.h"

/* Upstream allows client ids and topic filters of 65,535 bytes; a share's name comes on top. */
enum { LONGEST = 65536, NUMBERS = 15 };

static void tell_session(uint32_t index, const struct mosquitto *context)
{
	static struct { double number[NUMBERS]; char text[LONGEST + 64]; } record;
	const struct mosquitto_msg_data *out = &context->msgs_out, *in = &context->msgs_in;
	bool connected = context->sock != INVALID_SOCKET;
	size_t id_length = strlen(context->id);
	size_t address_length = connected ? strlen(context->address) : 0;
	time_t most = db.config->persistent_client_expiration;
	double expiry = context->session_expiry_interval == UINT32_MAX ? -1 : (double)context->session_expiry_interval;
	double numbers[NUMBERS] = {
		connected, context->protocol, context->clean_start, context->keepalive,
		most && most < context->session_expiry_interval ? (double)most : expiry,
		!connected && context->expiry_list_item ? (double)context->session_expiry_time : -1,
		out->inflight_count, (double)out->inflight_bytes, out->queued_count, (double)out->queued_bytes,
		in->inflight_count, (double)in->inflight_bytes, in->queued_count, (double)in->queued_bytes,
		(double)id_length,
	};

	memcpy(record.number, numbers, sizeof(numbers));
	memcpy(record.text, context->id, id_length);
	if(address_length) memcpy(record.text + id_length, context->address, address_length);
	port_event_add(PORT_SESSION, 0, index, &record, sizeof(numbers) + id_length + address_length);
}

static char filter[LONGEST];

/* `filter` holds the topic filter, `length` long. */
static void tell_leaves(const struct mosquitto__subleaf *leaf, size_t length, const char *share)
{
	static struct { uint32_t identifier, share_length; char text[2 * LONGEST]; } record;

	if(leaf == NULL) return;
	record.share_length = share ? (uint32_t)strlen(share) : 0;
	if(share) memcpy(record.text, share, record.share_length);
	memcpy(record.text + record.share_length, filter, length);
	for(; leaf; leaf = leaf->next){
		uint32_t flags = (uint32_t)leaf->qos | (uint32_t)leaf->no_local << 2 | (uint32_t)leaf->retain_as_published << 3;

		record.identifier = leaf->identifier;
		port_event_add(PORT_SUBSCRIPTION, flags, (uint32_t)leaf->context->pollfd_index, &record, 8 + record.share_length + length);
	}
}

/* Below each of the tree's roots the first word stands again: "" for ordinary filters, which is no part of them, or a word
 * that begins with '$'. */
static void tell_level(struct mosquitto__subhier *level, size_t length, bool separator)
{
	struct mosquitto__subhier *node, *next_node;
	struct mosquitto__subshared *share, *next_share;

	HASH_ITER(hh, level, node, next_node){
		bool root_of_ordinary = node->topic_len == 0 && node->parent->parent == NULL;
		size_t end = length + separator + node->topic_len;

		if(end > LONGEST) continue;
		if(separator) filter[length] = '/';
		memcpy(filter + end - node->topic_len, node->topic, node->topic_len);
		tell_leaves(node->subs, end, NULL);
		HASH_ITER(hh, node->shared, share, next_share){
			tell_leaves(share->subs, end, share->name);
		}
		tell_level(node->children, end, !root_of_ordinary);
	}
}

static void tell_tree(struct mosquitto__subhier *roots)
{
	struct mosquitto__subhier *root, *next_root;

	HASH_ITER(hh, roots, root, next_root){
		tell_level(root->children, 0, false);
	}
}

/* pollfd_index belongs to upstream's poll layer, which the port replaces; here it is a session's number. */
EXPORT("sessions") void port_sessions(void)
{
	struct mosquitto *context, *next;
	uint32_t index = 0;

	HASH_ITER(hh_id, db.contexts_by_id, context, next){
		tell_session(index, context);
		context->pollfd_index = (int)index++;
	}
	tell_tree(db.normal_subs);
	tell_tree(db.shared_subs);
}

EXPORT("metrics") const double *port_metrics(void)
{
	static double values[14];
	double now[14] = {
		(double)mosquitto__memory_used(), (double)mosquitto__max_memory_used(),
		HASH_CNT(hh_sock, db.contexts_by_sock), HASH_CNT(hh_id, db.contexts_by_id),
		(double)g_msgs_received, (double)g_msgs_sent, (double)g_pub_msgs_received, (double)g_pub_msgs_sent,
		(double)g_msgs_dropped, (double)g_bytes_received, (double)g_bytes_sent,
		db.msg_store_count, (double)db.msg_store_bytes, db.retained_count,
	};

	memcpy(values, now, sizeof(now));
	return values;
}
