/**
 * Properties are tried on the same cases in every run, so that a failure is a failure of the change at hand. `SEED` tries others.
 */
import * as fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20_261_122) });
