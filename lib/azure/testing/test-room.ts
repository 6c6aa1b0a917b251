import { parsePrincipalId, parseSubscriptionId, parseTenantId } from '#lib/core/ids.ts';
import type { Caller, Logger } from '../room.ts';
import { openAzureRoom, type AzureRoom } from '../room.ts';
import type { AzureSettings } from '../settings.ts';

export const CANARY_SECRET = 'canary~secret~never~logged';

export function requireId<Id>(parse: (text: string) => Id | null, text: string): Id {
  const id = parse(text);
  if (id === null) throw new Error(`not an id: ${text}`);
  return id;
}

export const MANAGING_TENANT = requireId(parseTenantId, 'aaaaaaaa-0000-4000-8000-000000000001');
export const CUSTOMER_TENANT = requireId(parseTenantId, 'cccccccc-0000-4000-8000-000000000001');
export const SUBSCRIPTION = requireId(parseSubscriptionId, '55555555-0000-4000-8000-000000000001');
export const GROUP = requireId(parsePrincipalId, '99999999-0000-4000-8000-000000000001');

export const settingsFor = (url: string): AzureSettings => ({
  authorityHost: url,
  resourceManagerUrl: url,
  graphUrl: url,
  blobUrlTemplate: `${url}/_blob/{account}`,
  identity: {
    kind: 'secret',
    tenantId: MANAGING_TENANT,
    clientId: 'our-client',
    clientSecret: CANARY_SECRET,
  },
  linkCredentials: [],
});

export type TestRoom = {
  room: AzureRoom;
  caller: Caller;
  /** Waits that were slept, in milliseconds. */
  slept: number[];
  /** What onWait heard. */
  waits: (number | null)[];
  calls: () => number;
  logged: string[];
  abort: AbortController;
};

type Options = { attemptTimeoutMs?: number; settings?: Partial<AzureSettings>; sleepAborts?: boolean };

function memoryLog(logged: string[]): Logger {
  const write = (facts: Record<string, unknown>, message: string): void => {
    logged.push(`${message} ${JSON.stringify(facts)}`);
  };
  return { debug: write, info: write, warn: write, error: write };
}

export const STARTED_AT_MS = Date.parse('2026-04-15T12:00:00Z');

/** A room whose clock only moves when it sleeps. */
export function openTestRoom(url: string, options: Options = {}): TestRoom {
  const { attemptTimeoutMs = 5_000, settings = {}, sleepAborts = false } = options;
  const slept: number[] = [];
  const waits: (number | null)[] = [];
  const logged: string[] = [];
  const abort = new AbortController();
  let nowMs = STARTED_AT_MS;
  let calls = 0;
  const room = openAzureRoom(
    { ...settingsFor(url), ...settings },
    {
      now: () => nowMs,
      sleep: async (ms) => {
        slept.push(ms);
        nowMs += ms;
        if (sleepAborts) abort.abort();
      },
      log: memoryLog(logged),
      attemptTimeoutMs,
    },
  );
  const caller = room.caller({
    signal: abort.signal,
    onCall: () => {
      calls += 1;
    },
    onWait: (wait) => waits.push(wait?.untilMs ?? null),
  });
  return { room, caller, slept, waits, logged, abort, calls: () => calls };
}

export async function collect<Item>(pages: AsyncIterable<Item[]>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}
