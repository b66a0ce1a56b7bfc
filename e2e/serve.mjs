// Serves dist/ as a plain static host would, under a sub-path: node e2e/serve.mjs PORT /sub/path/
import { createServer } from 'node:http';
import sirv from 'sirv';

const [port = '4180', base = '/'] = process.argv.slice(2);
const files = sirv('dist', { etag: true });

createServer((request, response) => {
  const url = request.url ?? '/';
  if (!url.startsWith(base)) {
    response.writeHead(404).end('Not here.');
    return;
  }
  request.url = `/${url.slice(base.length)}`;
  files(request, response, () => response.writeHead(404).end('Not found.'));
}).listen(Number(port), '127.0.0.1');
