import 'server-only';
import { recordAudit } from '#lib/auth/audit.ts';
import { requireActor } from '#lib/auth/request-actor.ts';
import { SETTING_NAMES, SETTINGS, type Settings } from '#lib/core/settings.ts';
import { database } from '#lib/db/client.ts';
import { findSettings, saveSettings } from '#lib/db/settings.ts';

/** Changes what differs from what holds; the audit has each value before and after. */
export async function changeSettings(wanted: Settings): Promise<void> {
  const actor = await requireActor('Pec.Admin');
  const { db } = await database();
  const before = await findSettings(db);
  const different = SETTING_NAMES.filter((name) => wanted[name] !== before[name]);
  const by = { changedBy: actor.id, changedByName: actor.name, changedAt: new Date().toISOString() };
  const isUsual = (name: (typeof different)[number]): boolean => wanted[name] === SETTINGS[name].usual;
  await saveSettings(db, {
    changed: different.filter((name) => !isUsual(name)).map((name) => ({ name, value: wanted[name], ...by })),
    usual: different.filter(isUsual),
  });
  for (const name of different) {
    const detail = { before: before[name], after: wanted[name] };
    await recordAudit(actor, { action: 'settings', outcome: 'done', target: name, detail });
  }
}
