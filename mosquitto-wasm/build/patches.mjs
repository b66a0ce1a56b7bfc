// The two changes to upstream's text, both in src/conf.c and made at build time: everything else is done by macros and by
// leaving files out (see sources.mjs). Each looks for the place by its own words and fails loudly when it is not there once.

/**
 * @param {string} text
 * @param {string} marker
 * @returns {number} where the only occurrence begins
 */
function only(text, marker) {
  const at = text.indexOf(marker);
  if (at < 0 || text.indexOf(marker, at + 1) >= 0) {
    throw new Error(`Mosquitto's src/conf.c is not as expected: "${marker}" should occur exactly once.`);
  }
  return at;
}

/**
 * `protocol websockets` is accepted although libwebsockets is not compiled in: the host speaks WebSocket, the broker the
 * bytes inside. Upstream's guard before that line is switched on for this one line.
 * @param {string} text
 */
function acceptWebsockets(text) {
  const line = only(text, 'cur_listener->protocol = mp_websockets;');
  const guard = '#ifdef WITH_WEBSOCKETS';
  const at = text.lastIndexOf(guard, line);
  return `${text.slice(0, at)}#if 1${text.slice(at + guard.length)}`;
}

/**
 * The check for missing certificate files is not inside upstream's own guard for TLS and does not compile without it.
 * It gets that guard, and the port is told at that place that the configuration is complete.
 * @param {string} text
 */
function guardTlsCheck(text) {
  const start = text.lastIndexOf('for(', only(text, 'bool cafile ='));
  const end = text.indexOf('return MOSQ_ERR_SUCCESS;', start);
  return `${text.slice(0, start)}port_config_checked(config);\n#ifdef WITH_TLS\n${text.slice(start, end)}\n#endif\n${text.slice(end)}`;
}

/** @param {string} text upstream's src/conf.c */
export function patchConf(text) {
  return guardTlsCheck(acceptWebsockets(text));
}
