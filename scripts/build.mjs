// npm run build: the static site in dist/, for any sub-path on any static host.
import { checkNode, ensureBroker, ensureInstalled, ensureSite, say } from './steps.mjs';

checkNode();
await ensureInstalled();
await ensureBroker();
await ensureSite();
say('The site is in dist/.');
