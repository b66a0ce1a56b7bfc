// Stands in for ESP-IDF's NVS in the tests: the calls that the buffer makes, kept in memory for one run.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef int esp_err_t;
typedef uint32_t nvs_handle_t;
#define ESP_OK 0
#define ESP_ERR_NVS_NOT_FOUND 0x1102
#define NVS_READWRITE 1

static struct {
  char key[16];
  uint8_t bytes[2048];
  size_t length;
} nvs_entries[256];

static inline int nvs_find(const char *key) {
  for (int i = 0; i < 256; i++)
    if (nvs_entries[i].length > 0 && strcmp(nvs_entries[i].key, key) == 0) return i;
  return -1;
}

static inline esp_err_t nvs_set_blob(nvs_handle_t handle, const char *key, const void *value, size_t length) {
  int at = nvs_find(key);
  (void)handle;
  for (int i = 0; at < 0 && i < 256; i++)
    if (nvs_entries[i].length == 0) at = i;
  if (at < 0 || length > sizeof nvs_entries[0].bytes || strlen(key) > 15) return ESP_ERR_NVS_NOT_FOUND;
  strcpy(nvs_entries[at].key, key);
  memcpy(nvs_entries[at].bytes, value, length);
  nvs_entries[at].length = length;
  return ESP_OK;
}

static inline esp_err_t nvs_get_blob(nvs_handle_t handle, const char *key, void *value, size_t *length) {
  int at = nvs_find(key);
  (void)handle;
  if (at < 0 || *length < nvs_entries[at].length) return ESP_ERR_NVS_NOT_FOUND;
  memcpy(value, nvs_entries[at].bytes, nvs_entries[at].length);
  *length = nvs_entries[at].length;
  return ESP_OK;
}

static inline esp_err_t nvs_set_u32(nvs_handle_t handle, const char *key, uint32_t value) { return nvs_set_blob(handle, key, &value, sizeof value); }

static inline esp_err_t nvs_get_u32(nvs_handle_t handle, const char *key, uint32_t *value) {
  size_t length = sizeof *value;
  return nvs_get_blob(handle, key, value, &length);
}

static inline esp_err_t nvs_erase_key(nvs_handle_t handle, const char *key) {
  int at = nvs_find(key);
  (void)handle;
  if (at < 0) return ESP_ERR_NVS_NOT_FOUND;
  nvs_entries[at].length = 0;
  return ESP_OK;
}

static inline esp_err_t nvs_commit(nvs_handle_t handle) {
  (void)handle;
  return ESP_OK;
}

static inline esp_err_t nvs_open_from_partition(const char *partition, const char *name, int mode, nvs_handle_t *handle) {
  (void)partition;
  (void)name;
  (void)mode;
  *handle = 1;
  return ESP_OK;
}
