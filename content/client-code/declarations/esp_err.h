#pragma once
typedef int esp_err_t;
#define ESP_OK 0
#define ESP_ERROR_CHECK(call) do { if ((call) != ESP_OK) __builtin_abort(); } while (0)
