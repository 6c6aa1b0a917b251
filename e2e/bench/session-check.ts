import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { identify, type Identifying } from '#lib/auth/identify.ts';
import { startSession } from '#lib/auth/session.ts';
import type { TokenIdentity } from '#lib/auth/token-claims.ts';
import { parseTenantId } from '#lib/core/ids.ts';
import { openDatabase } from '#lib/db/client.ts';
import { savePersonSeen } from '#lib/db/people.ts';

const WARM = 200;
const TIMES = 2000;
const HOUR_MS = 3_600_000;
const ID = '11111111-1111-4111-8111-111111111111';

const rank = (sorted: readonly number[], share: number): number =>
  Number((sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(2));

/** What a request pays for its session: cookie opened, row and person found, on the embedded database. */
export async function measureSessionCheck(): Promise<{ p50Ms: number; p95Ms: number }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pecboard-session-'));
  const database = await openDatabase({ kind: 'embedded', dataDir });
  try {
    const { db } = database;
    const tenantId = parseTenantId(ID);
    if (tenantId === null) throw new Error('a tenant id');
    const settings: Identifying['settings'] = {
      ...{ tenantId, clientId: ID, apiScope: 'api://x/y', authorityHost: 'https://localhost' },
      ...{ allowedTenants: [tenantId], roleGroups: [], allowGuests: false, credential: null },
      ...{ sessionSecret: 'x'.repeat(48), demoPeopleFile: null },
    };
    const now = Date.now();
    const identity: TokenIdentity = {
      ...{ kind: 'person', personId: `${ID}/${ID}`, name: 'Ada', userName: null, roles: ['Pec.Viewer'] },
      ...{ expiresAtMs: now + HOUR_MS, tokenId: 'token', clientId: ID },
    };
    const person = await savePersonSeen(db, identity, new Date(now).toISOString());
    const { cookie } = await startSession(
      { db, secret: settings.sessionSecret, nowMs: now },
      person,
      identity,
    );
    const times: number[] = [];
    for (let index = 0; index < WARM + TIMES; index += 1) {
      const before = performance.now();
      await identify({ authorization: null, cookie }, { db, settings, nowMs: Date.now(), commandKey: null });
      if (index >= WARM) times.push(performance.now() - before);
    }
    const sorted = times.toSorted((left, right) => left - right);
    return { p50Ms: rank(sorted, 0.5), p95Ms: rank(sorted, 0.95) };
  } finally {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
