// npm start: from a fresh clone to the lab in the browser. Options go to the server: npm start -- --port 8080 --host
import { checkNode, ensureBroker, ensureInstalled, ensureSite, runNode, tools } from './steps.mjs';

checkNode();
await ensureInstalled();
await ensureBroker();
await ensureSite();
process.exitCode = await runNode(tools.vite, ['preview', ...process.argv.slice(2)]);
