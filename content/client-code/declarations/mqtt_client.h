// Just enough of ESP-IDF's esp-mqtt for a compiler to read the programs that are made here; declarations alone, written for these tests.
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include "esp_event.h"

typedef struct esp_mqtt_client *esp_mqtt_client_handle_t;
typedef enum { MQTT_EVENT_CONNECTED, MQTT_EVENT_DISCONNECTED, MQTT_EVENT_DATA } esp_mqtt_event_id_t;
typedef enum { MQTT_PROTOCOL_UNDEFINED, MQTT_PROTOCOL_V_3_1, MQTT_PROTOCOL_V_3_1_1, MQTT_PROTOCOL_V_5 } esp_mqtt_protocol_ver_t;

typedef struct {
  esp_mqtt_client_handle_t client;
  char *data;
  int data_len;
  char *topic;
  int topic_len;
  int session_present;
} esp_mqtt_event_t;
typedef esp_mqtt_event_t *esp_mqtt_event_handle_t;

typedef struct {
  struct {
    struct {
      const char *uri;
    } address;
  } broker;
  struct {
    const char *client_id;
  } credentials;
  struct {
    bool disable_clean_session;
    int keepalive;
    bool disable_keepalive;
    esp_mqtt_protocol_ver_t protocol_ver;
  } session;
} esp_mqtt_client_config_t;

typedef struct {
  uint32_t session_expiry_interval;
} esp_mqtt5_connection_property_config_t;

esp_mqtt_client_handle_t esp_mqtt_client_init(const esp_mqtt_client_config_t *config);
esp_err_t esp_mqtt5_client_set_connect_property(esp_mqtt_client_handle_t client, const esp_mqtt5_connection_property_config_t *property);
esp_err_t esp_mqtt_client_register_event(esp_mqtt_client_handle_t client, int32_t event, esp_event_handler_t handler, void *context);
esp_err_t esp_mqtt_client_start(esp_mqtt_client_handle_t client);
int esp_mqtt_client_subscribe(esp_mqtt_client_handle_t client, const char *topic, int qos);
int esp_mqtt_client_publish(esp_mqtt_client_handle_t client, const char *topic, const char *data, int len, int qos, int retain);
