// Before the unit tests: property tests draw the same cases on every run, so that a commit passes or fails for good.
// Other cases: PROPERTY_SEED=<whole number> npm run unit.
import fc from 'fast-check';

const seed = Number(process.env.PROPERTY_SEED ?? 1883);
if (!Number.isSafeInteger(seed)) throw new Error(`PROPERTY_SEED must be a whole number, not "${process.env.PROPERTY_SEED}".`);
fc.configureGlobal({ seed });
