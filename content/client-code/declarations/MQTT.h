// The library MQTT of 256dpi: the members that the sketches use, with the parameters that its README gives.
#pragma once
#include "Arduino.h"

enum lwmqtt_err_t { LWMQTT_SUCCESS };
enum lwmqtt_return_code_t { LWMQTT_CONNECTION_ACCEPTED };

class MQTTClient {
public:
  explicit MQTTClient(int bufferSize);
  void begin(const char hostname[], int port, Client &network);
  void onMessage(void (*callback)(String &topic, String &payload));
  void setKeepAlive(int seconds);
  void setCleanSession(bool clean);
  bool connect(const char clientId[]);
  bool publish(const char topic[], const char payload[], bool retained, int qos);
  bool subscribe(const char topic[], int qos);
  bool loop();
  bool connected();
  bool sessionPresent();
  lwmqtt_err_t lastError();
  lwmqtt_return_code_t returnCode();
};
