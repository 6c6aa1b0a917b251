import { beforeAll, expect, it, vi } from 'vitest';
import { SETTINGS, USUAL_SETTINGS } from '#lib/core/settings.ts';
import { ADMIN_AGENTS, OUR_PARTNER_ID, US } from '#lib/core/testing/made-facts.ts';
import { saveSettings } from '#lib/db/settings.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { settingsChange, settingsPage } from './schemas/settings.ts';
import { getSettings } from './settings.ts';

const SECRET = 'a secret that no page may show';

vi.stubEnv('AZURE_TENANT_ID', US);
vi.stubEnv('AZURE_CLIENT_ID', ADMIN_AGENTS);
vi.stubEnv('AZURE_CLIENT_SECRET', SECRET);
vi.stubEnv('PARTNER_IDS', OUR_PARTNER_ID);

describeOnBothEngines('the settings page', (open) => {
  beforeAll(async () => {
    const database = await open();
    openForProcess(database);
    const by = { changedBy: 'x', changedByName: 'Ada', changedAt: '2026-11-21T10:00:00.000Z' };
    await saveSettings(database.db, { changed: [{ name: 'ownLinkDays', value: 7, ...by }], usual: [] });
  });

  it('shows each setting with who changed it, and the usual ones as nobody’s', async () => {
    const { settings } = settingsPage.parse(await getSettings());
    expect(settings.map(({ name, value, changedByName }) => [name, value, changedByName])).toEqual([
      ['attestationDays', 365, null],
      ['ownLinkDays', 7, 'Ada'],
      ['heavyLinkSubscriptions', 10, null],
    ]);
  });

  it('shows what is configured, and no secret of it', async () => {
    const page = await getSettings();
    expect(page.configured).toMatchObject({
      ...{ partnerIds: [OUR_PARTNER_ID], creditRate: '0.15', resellers: null, signIn: null },
      azure: { tenantId: US, clientId: ADMIN_AGENTS },
    });
    expect(JSON.stringify(page)).not.toContain(SECRET);
  });
});

it.each(Object.entries(SETTINGS))('%s keeps to its bounds', (name, { least, most, usual }) => {
  const isTaken = (value: unknown) => settingsChange.safeParse({ ...USUAL_SETTINGS, [name]: value }).success;
  expect([least, usual, most].map(isTaken)).toEqual([true, true, true]);
  expect([least - 1, most + 1, usual + 0.5, String(usual), null].map(isTaken)).not.toContain(true);
});

it('settings are given as a whole, and no others', () => {
  const { ownLinkDays: _left, ...rest } = USUAL_SETTINGS;
  expect(settingsChange.safeParse(rest).success).toBe(false);
  expect(settingsChange.safeParse({ ...USUAL_SETTINGS, creditRate: 1 }).success).toBe(false);
});
