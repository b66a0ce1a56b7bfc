// What is compiled, how, and the hashes that pin it. Mosquitto 2.0.21, broker only: no TLS, bridge, plugin or WebSocket code.

export const VERSION = '2.0.21';
export const ARCHIVE = `mosquitto-${VERSION}.tar.gz`;
export const UPSTREAM_URL = `https://mosquitto.org/files/source/${ARCHIVE}`;

/** SHA-256 of upstream's release archive and of Debian's copy of it (the same tree, packed again). */
export const ARCHIVE_HASHES = {
  upstream: '7ad5e84caeb8d2bb6ed0c04614b2a7042def961af82d87f688ba33db857b899d',
  debian: '551daff96cd0675faf888f8881536177934424ecc45924fecf94cffe207f6e81',
};

/** SHA-256 over the names and contents of every file that the compiler may read (see contents.mjs), equal for both archives. */
export const CONTENTS_HASH = '20f8cfbc68c63491a6c81267a9988dbf803880f7b9b167e438f12ea81aae04db';

/** Folders whose headers may be included; `config.h` lies beside them. */
export const HEADER_FOLDERS = ['src', 'lib', 'include', 'include/mosquitto', 'deps'];

const BROKER = `
  conf conf_includedir context control database handle_auth handle_connack handle_connect handle_disconnect handle_publish
  handle_subscribe handle_unsubscribe keepalive memory_public net persist_read persist_read_v234 persist_read_v5 persist_write
  persist_write_v5 plugin plugin_defer plugin_public property_broker read_handle retain security security_default send_auth
  send_connack send_suback send_unsuback session_expiry signals subs sys_tree topic_tok will_delay`;

const LIBRARY = `
  alias_mosq handle_ping handle_pubackcomp handle_pubrec handle_pubrel handle_suback handle_unsuback memory_mosq misc_mosq
  net_mosq packet_datatypes packet_mosq property_mosq send_connect send_disconnect send_mosq send_publish send_subscribe
  send_unsubscribe strings_mosq tls_mosq utf8_mosq util_mosq util_topic will_mosq`;

/** @param {string} names @param {string} folder */
const inFolder = (names, folder) =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => `${folder}/${name}.c`);

/** Upstream's files that are compiled by themselves. */
export const COMPILED = [...inFolder(BROKER, 'src'), ...inFolder(LIBRARY, 'lib')];

/** Upstream's files that one of the port's files includes, to reach what is private in them. */
export const INCLUDED = ['src/mosquitto.c', 'src/loop.c', 'src/logging.c'];

/** The port's files. */
export const PORT = ['events', 'inspect', 'log', 'main', 'memory', 'passwords', 'sockets', 'system', 'turn'].map(
  (name) => `port/${name}.c`,
);

const OPTIMISE = ['-O2', '-flto'];

export const COMPILE_FLAGS = [
  ...OPTIMISE,
  '-std=gnu11',
  '-Wno-everything',
  ...['port/include', '.', 'port', 'src', 'lib', 'include', 'deps'].flatMap((folder) => ['-I', folder]),
  ...['-include', 'port/include/unix.h'],
  ...['WITH_BROKER', 'WITH_PERSISTENCE', 'WITH_SYS_TREE', 'WITH_MEMORY_TRACKING', 'WITH_CONTROL'].map((name) => `-D${name}`),
  // Upstream turns tracking on by the C library it knows; wasi-libc can do it too.
  '-DREAL_WITH_MEMORY_TRACKING',
  `-DVERSION="${VERSION}"`,
  // Client ids that the broker assigns come from the host's random bytes.
  '-DHAVE_GETRANDOM',
  ...['SIGNAL', 'GETPID', 'PROCESS_CLOCKS'].map((name) => `-D_WASI_EMULATED_${name}`),
];

const SOCKETS = ['-include', 'port/sockets.h'];

/** Flags of single files: where calls on sockets go to the port. @type {Record<string, string[]>} */
export const EXTRA_FLAGS = {
  'src/net.c': SOCKETS,
  'lib/net_mosq.c': SOCKETS,
  // Without bridges upstream takes SUBACK and UNSUBACK for unknown packets and names another reason for their bad flags.
  'src/read_handle.c': ['-DWITH_BRIDGE'],
  // Without OpenSSL upstream compares passwords as they are written; the port asks the host, which also knows mosquitto_passwd's hashes.
  'src/security_default.c': ['-Dstrcmp=port_compare_password'],
};

export const LINK_FLAGS = [
  ...OPTIMISE,
  '-mexec-model=reactor',
  ...['signal', 'getpid', 'process-clocks'].map((name) => `-lwasi-emulated-${name}`),
  '-Wl,--error-limit=0',
  '-Wl,--gc-sections',
  '-Wl,--strip-all',
  // Topic trees are walked recursively, 200 levels at most; frames are small.
  '-Wl,-z,stack-size=262144',
  '-Wl,--max-memory=4294967296',
];
