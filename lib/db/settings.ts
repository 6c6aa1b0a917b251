import { isSettingName, USUAL_SETTINGS, type SettingName, type Settings } from '#lib/core/settings.ts';
import type { Instant } from '#lib/core/periods.ts';
import { inArray } from 'drizzle-orm';
import { takeExcluded, type Db } from './db.ts';
import { settings } from './schema-settings.ts';

export type ChangedSetting = {
  name: SettingName;
  value: number;
  changedBy: string;
  changedByName: string;
  changedAt: Instant;
};

/** Those that somebody changed. */
export async function listChangedSettings(db: Db): Promise<ChangedSetting[]> {
  const rows = await db.select().from(settings);
  return rows.flatMap(({ name, ...row }) => (isSettingName(name) ? [{ name, ...row }] : []));
}

export async function findSettings(db: Db): Promise<Settings> {
  const changed = (await listChangedSettings(db)).map(({ name, value }) => [name, value]);
  return { ...USUAL_SETTINGS, ...Object.fromEntries(changed) };
}

/** A setting that is put back to its usual value loses its row. */
export async function saveSettings(
  db: Db,
  { changed, usual }: { changed: readonly ChangedSetting[]; usual: readonly SettingName[] },
): Promise<void> {
  await db.transaction(async (tx) => {
    if (usual.length > 0) await tx.delete(settings).where(inArray(settings.name, [...usual]));
    if (changed.length === 0) return;
    await tx
      .insert(settings)
      .values([...changed])
      .onConflictDoUpdate({ target: settings.name, set: takeExcluded(settings, ['name']) });
  });
}
