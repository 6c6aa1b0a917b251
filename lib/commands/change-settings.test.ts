import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { attestLink } from '#lib/commands/attest-link.ts';
import { USUAL_SETTINGS } from '#lib/core/settings.ts';
import { OUR_PARTNER_ID, principal, US } from '#lib/core/testing/made-facts.ts';
import { listAudit } from '#lib/db/audit.ts';
import type { Db } from '#lib/db/db.ts';
import { findSettings, listChangedSettings } from '#lib/db/settings.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { changeSettings } from './change-settings.ts';

// What a request carries; Next keeps it, and there is none here.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers()) }));

const DAY_MS = 86_400_000;

describeOnBothEngines('settings', (open) => {
  let db: Db;
  beforeAll(async () => {
    const database = await open();
    ({ db } = database);
    openForProcess(database);
  });
  beforeEach(() => changeSettings(USUAL_SETTINGS));

  const audited = async (target: string) => {
    const filter = { action: 'settings', outcome: null, q: target, since: null };
    const { entries } = await listAudit(db, filter, { limit: 1, offset: 0 });
    return entries[0]?.detail;
  };

  it('are as usual until somebody changes one, and tell who did', async () => {
    expect(await findSettings(db)).toEqual(USUAL_SETTINGS);
    await changeSettings({ ...USUAL_SETTINGS, ownLinkDays: 7 });
    expect(await findSettings(db)).toEqual({ ...USUAL_SETTINGS, ownLinkDays: 7 });
    expect(await listChangedSettings(db)).toEqual([
      expect.objectContaining({ name: 'ownLinkDays', value: 7, changedByName: 'Local administrator' }),
    ]);
  });

  it('stand in the audit with the value before, those alone that changed', async () => {
    await changeSettings({ ...USUAL_SETTINGS, heavyLinkSubscriptions: 50 });
    expect(await audited('heavyLinkSubscriptions')).toEqual({ before: 10, after: 50 });
    expect(await audited('attestationDays')).toBeUndefined();
  });

  it('that are put back to their usual value are nobody’s', async () => {
    await changeSettings({ ...USUAL_SETTINGS, attestationDays: 30 });
    await changeSettings(USUAL_SETTINGS);
    expect(await listChangedSettings(db)).toEqual([]);
    expect(await audited('attestationDays')).toEqual({ before: 30, after: 365 });
  });

  it('bound for how long a link may be attested', async () => {
    const attest = (days: number) =>
      attestLink({
        ...{
          tenantId: US,
          principalId: principal(1),
          displayName: null,
          partnerId: OUR_PARTNER_ID,
          since: null,
        },
        ...{
          evidence: 'a picture of the portal',
          expiresAt: new Date(Date.now() + days * DAY_MS).toISOString(),
        },
      });
    expect(await attest(30)).toEqual({ kind: 'saved' });
    await changeSettings({ ...USUAL_SETTINGS, attestationDays: 20 });
    expect(await attest(30)).toEqual({ kind: 'bad-expiry', longestDays: 20 });
    expect(await attest(20)).toEqual({ kind: 'saved' });
  });
});
