#pragma once
#include "Arduino.h"

enum wl_status_t { WL_IDLE_STATUS, WL_CONNECTED };

class WiFiClient : public Client {};

class WiFiClass {
public:
  void begin(const char *name, const char *password);
  wl_status_t status();
  uint8_t *macAddress(uint8_t *mac);
};
extern WiFiClass WiFi;
