import type { AzureRoom } from '#lib/azure/room.ts';
import type { PartnerProfile } from '#lib/core/evidence.ts';
import type { Instant } from '#lib/core/periods.ts';
import type { Db } from '#lib/db/db.ts';

export type SyncLog = Record<'debug' | 'info' | 'warn' | 'error', (facts: object, message: string) => void>;

/** A log whose every line tells these facts too. */
export function withFacts(log: SyncLog, always: object): SyncLog {
  const line = (level: keyof SyncLog) => (facts: object, message: string) =>
    log[level]({ ...always, ...facts }, message);
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}

/** Everything a run needs, handed in by whoever starts it. */
export type SyncDeps = {
  db: Db;
  room: AzureRoom;
  log: SyncLog;
  profile: PartnerProfile;
  /** Where cost lines and fetched files are kept. */
  dataDir: string;
  /** Opaque billing account name; null: discovered. */
  billingAccount: string | null;
  /** When our enrolment moved, as whoever runs the product says: no interface of Azure shows it. */
  enrolmentMovedAt: Instant | null;
  now: () => number;
  newId: () => string;
};

/** Judging asks nobody: what is held is all it needs. */
export type JudgeDeps = Omit<SyncDeps, 'room'>;

export const instant = ({ now }: Pick<SyncDeps, 'now'>): string => new Date(now()).toISOString();
