// MQTT over WebSocket, section 6 of both versions: sub-protocol `mqtt` (or `mqttv3.1`, as Mosquitto also takes), binary frames that may cut packets anywhere.
// Left out: compression, and serving files (`http_dir`).
import { createServer, type IncomingMessage, STATUS_CODES } from 'node:http';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { BindAddress } from './addresses.js';
import { carry } from './carry.js';
import { type Doorway, type OpenListener, plainAddress } from './tcpListener.js';

const SUBPROTOCOLS = ['mqtt', 'mqttv3.1'];
/** The largest MQTT packet there is (5.0 section 2.1.4) fits into one message; what the broker itself allows may be less. */
const MESSAGE_BYTES = 268_435_455 + 5;
/** A peer with more than this waiting reads slowly. */
const HIGH_WATER_BYTES = 65_536;
/** The status codes of RFC 6455 section 7.4.1. */
const NORMAL = 1000;
const UNSUPPORTED_DATA = 1003;

/** A proxy tells whom it speaks for; Mosquitto believes it too. */
function peerAddress(request: IncomingMessage): string {
  const forwarded = request.headers['x-forwarded-for'];
  const first = (Array.isArray(forwarded) ? forwarded[0] : forwarded)?.split(',')[0]?.trim() ?? '';
  return isIP(first) === 0 ? plainAddress(request.socket.remoteAddress ?? '') : first;
}

const chooseProtocol = (offered: Iterable<string>): string | null => [...offered].find((name) => SUBPROTOCOLS.includes(name)) ?? null;

const offeredBy = (request: IncomingMessage): string[] =>
  (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function serve(webSocket: WebSocket, request: IncomingMessage, doorway: Doorway): void {
  const connection = doorway.connect(peerAddress(request), request.socket.remotePort ?? 0);
  if (connection === null) {
    webSocket.terminate();
    return;
  }
  const carrier = carry(
    connection,
    {
      write: (bytes) => {
        if (webSocket.readyState !== webSocket.OPEN) return true;
        webSocket.send(bytes, { binary: true }, () => {
          if (webSocket.bufferedAmount < HIGH_WATER_BYTES) carrier.ready();
        });
        return webSocket.bufferedAmount < HIGH_WATER_BYTES;
      },
      finish: () => webSocket.close(NORMAL),
    },
    doorway.guarded,
  );
  webSocket.on('message', (data: Buffer, isBinary: boolean) => {
    if (isBinary) {
      carrier.receive(data);
      return;
    }
    // [v3.1.1 MQTT-6.0.0-1], [v5.0 MQTT-6.0.0-1]: any other frame closes the connection.
    carrier.gone();
    webSocket.close(UNSUPPORTED_DATA);
  });
  // A frame against the protocol: 'close' follows.
  webSocket.on('error', () => webSocket.terminate());
  webSocket.on('close', carrier.gone);
}

/** @throws the operating system's error when the address cannot be had */
export function listenOnWebSocket(options: {
  address: BindAddress;
  port: number;
  noDelay: boolean;
  doorway: Doorway;
}): Promise<OpenListener> {
  const { address, port, noDelay, doorway } = options;
  const webSockets = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    perMessageDeflate: false,
    maxPayload: MESSAGE_BYTES,
    handleProtocols: (offered) => chooseProtocol(offered) ?? false,
  });
  const server = createServer({ noDelay }, (_request, response) => response.writeHead(404).end());
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (chooseProtocol(offeredBy(request)) === null) refuse(socket, 400);
    else webSockets.handleUpgrade(request, socket, head, (webSocket) => serve(webSocket, request, doorway));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: address.host, port, ipv6Only: address.family === 6, backlog: 511 }, () => {
      server.off('error', reject);
      server.on('error', (error) => doorway.warn(`Unable to accept new connection: ${error.message}.`));
      resolve({
        close: () => new Promise((closed) => server.close(() => closed())),
        destroy: () => {
          for (const webSocket of webSockets.clients) webSocket.terminate();
          server.closeAllConnections();
        },
      });
    });
  });
}
