import { useTexts } from '#language';
import type { Completeness } from '#lib/queries/schemas/shared.ts';
import { DataAge } from './relative-time.tsx';

export const wasNeverRead = (completeness: Completeness[]): boolean =>
  completeness.every((entry) => entry.status === 'never');

export const wasRead = (completeness: Completeness[], source: Completeness['source']): boolean =>
  completeness.some((entry) => entry.source === source && entry.status === 'complete');

/** The oldest date behind a page, null when nothing was read. */
export function oldestDate(completeness: Completeness[]): string | null {
  const dates = completeness.flatMap((entry) => (entry.asOf === null ? [] : [entry.asOf]));
  return dates.toSorted()[0] ?? null;
}

export function DataFrom({ completeness, now }: { completeness: Completeness[]; now: string }) {
  const t = useTexts('sources');
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1">
      {t.rich('oldestData', { age: <DataAge at={oldestDate(completeness)} now={now} /> })}
    </span>
  );
}
