import { beforeAll, expect, it, vi } from 'vitest';
import { startingAt } from '#lib/core/answers.ts';
import { OUR_PARTNER_ID, principal, US } from '#lib/core/testing/made-facts.ts';
import type { Db } from '#lib/db/db.ts';
import { listPersonalLinks, withdrawAttestedLink } from '#lib/db/personal-links.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { attestLink, restoreAttestation, withdrawAttestation } from './attest-link.ts';

// What a request carries; Next keeps it, and there is none here.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers()) }));

const DAY_MS = 86_400_000;
const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

describeOnBothEngines('an attested link', (open) => {
  let db: Db;
  beforeAll(async () => {
    const database = await open();
    ({ db } = database);
    openForProcess(database);
  });

  const attest = (since: string | null) =>
    attestLink({
      ...{ tenantId: US, principalId: principal(1), displayName: null, partnerId: OUR_PARTNER_ID, since },
      ...{ evidence: 'a picture of the portal', expiresAt: `${dayIn(30)}T23:59:59Z` },
    });
  const held = async () => {
    const now = new Date().toISOString();
    const [link] = await listPersonalLinks(db, { now, checkedAfter: now });
    return link?.link;
  };

  it('counts from the day after the one since which it is told to exist: that day is never whole', async () => {
    expect(await attest('2026-02-05')).toEqual({ kind: 'saved' });
    const link = await held();
    expect(link).toMatchObject({ state: 'linked', since: '2026-02-05T23:59:59.000Z' });
    const { begins } = startingAt(link?.state === 'linked' ? link.since : null, dayIn(0));
    expect(begins).toBeGreaterThan(Date.parse('2026-02-05T00:00:00Z'));
    expect(begins).toBeLessThan(Date.parse('2026-02-06T00:00:00Z'));
  });

  it('tells no beginning where the evidence tells none', async () => {
    expect(await attest(null)).toEqual({ kind: 'saved' });
    expect(await held()).toMatchObject({ state: 'linked', since: null });
  });

  it('may begin today, and on no day to come', async () => {
    expect(await attest(dayIn(0))).toEqual({ kind: 'saved' });
    expect(await attest(dayIn(2))).toEqual({ kind: 'bad-start' });
  });

  const identity = { tenantId: US, principalId: principal(1) };

  it('that was withdrawn counts no more, and counts again as it was once that is taken back', async () => {
    await attest('2026-02-05');
    const before = await held();
    const withdrawn = await withdrawAttestation(identity);
    expect(await held()).toBeUndefined();
    expect(await withdrawAttestation(identity)).toBeNull();
    expect(await restoreAttestation(identity, withdrawn?.withdrawnAt ?? '')).toBe(true);
    expect(await held()).toEqual(before);
  });

  it('stays withdrawn where another withdrawal or a newer word took its place', async () => {
    await attest(null);
    const first = await withdrawAttestation(identity);
    expect(await restoreAttestation(identity, '2026-01-01T00:00:00.000Z')).toBe(false);
    expect(await held()).toBeUndefined();
    await attest('2026-02-05');
    expect(await restoreAttestation(identity, first?.withdrawnAt ?? '')).toBe(false);
    expect(await held()).toMatchObject({ since: '2026-02-05T23:59:59.000Z' });
  });

  it('is restored by nobody but whoever withdrew it', async () => {
    await attest(null);
    await withdrawAttestedLink(db, identity, { at: '2026-11-20T08:00:00.000Z', by: 'somebody else' });
    expect(await restoreAttestation(identity, '2026-11-20T08:00:00.000Z')).toBe(false);
    expect(await held()).toBeUndefined();
  });
});
