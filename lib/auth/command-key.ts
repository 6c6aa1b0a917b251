import { randomBytes } from 'node:crypto';

declare global {
  /** Next loads modules once for each of its bundles: one key for all of them. */
  var pecboardCommandKey: string | undefined;
}

/** A new token for commands typed on this machine, as long as this process lives. */
export function makeCommandKey(): string {
  globalThis.pecboardCommandKey = randomBytes(32).toString('base64url');
  return globalThis.pecboardCommandKey;
}

export const commandKey = (): string | null => globalThis.pecboardCommandKey ?? null;
