// Where things lie.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PACKAGE = dirname(dirname(fileURLToPath(import.meta.url)));
export const CACHE = join(PACKAGE, '.cache');
export const DIST = join(PACKAGE, 'dist');
