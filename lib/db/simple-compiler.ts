import v8 from 'node:v8';

/** All four, for a flag set after start implies no other. */
const FLAGS = ['--no-wasm-dynamic-tiering', '--no-wasm-tier-up', '--liftoff', '--liftoff-only'];

/**
 * PostgreSQL's code is to be compiled once and simply: V8's optimising compiler takes 500 MB for it and gains little
 * (measured 2026-11-21).
 */
export function useSimpleCompiler(): void {
  for (const flag of FLAGS) v8.setFlagsFromString(flag);
}
