import { Icon } from '#components/ui/icon.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { plural } from '#components/ui/format-numbers.ts';
import type { Source } from '#lib/core/statuses.ts';
import type { Completeness, SourceFailure } from '#lib/queries/schemas/shared.ts';
import { RelativeTime } from './relative-time.tsx';
import { SOURCE_WORDS } from './source-words.ts';

type SourceFailuresProps = { completeness: Completeness[]; now: string; open?: boolean };

const MOST_SHOWN = 50;

/** Names each source that could not be read, the tenant, and the right that is missing. */
export function SourceFailures({ completeness, now, open = false }: SourceFailuresProps) {
  const failing = completeness.filter((entry) => entry.failures.length > 0);
  if (failing.length === 0) return null;
  const count = failing.reduce((total, entry) => total + entry.failures.length, 0);
  const names = failing.map((entry) => SOURCE_WORDS[entry.source].name).join(', ');
  return (
    <details open={open} className="rounded-lg bg-part-wash">
      <summary className="flex items-start gap-3 rounded-lg px-4 py-3">
        <Icon name="warn" className="mt-0.5 size-5 text-part" />
        <span className="min-w-0 flex-1">
          <span className="block text-sm font-semibold text-part">
            {plural(count, 'read')} did not succeed; what they would show counts as unknown
          </span>
          <span className="block text-sm text-soft">{names}</span>
        </span>
        <Icon name="right" className="chevron-on-open mt-1 size-4 text-part" />
      </summary>
      <div className="grid gap-4 px-4 pb-4 pl-12">
        {failing.map((entry) => (
          <FailingSource key={entry.source} entry={entry} now={now} />
        ))}
      </div>
    </details>
  );
}

function FailingSource({ entry, now }: { entry: Completeness; now: string }) {
  const hidden = entry.failures.length - MOST_SHOWN;
  return (
    <section className="text-sm">
      <h2 className="font-semibold">{SOURCE_WORDS[entry.source].name}</h2>
      <ul className="mt-1 grid gap-2">
        {entry.failures.slice(0, MOST_SHOWN).map((failure, index) => (
          <FailureLine
            key={`${failure.tenantId ?? 'own'}-${index}`}
            failure={failure}
            source={entry.source}
            now={now}
          />
        ))}
        {hidden > 0 && <li className="text-faint">and {plural(hidden, 'more tenant')}</li>}
      </ul>
    </section>
  );
}

type FailureLineProps = { failure: SourceFailure; source: Source; now: string };

function FailureLine({ failure, source, now }: FailureLineProps) {
  return (
    <li className="text-soft">
      <FailureTenant failure={failure} source={source} /> · {failure.message} ·{' '}
      <RelativeTime at={failure.at} now={now} />
      {failure.missingRight !== null && (
        <span className="flex items-start gap-1.5 text-ink">
          <Icon name="lock" className="mt-1 size-3.5" />
          <span>
            Missing right: <strong className="font-medium">{failure.missingRight}</strong>
          </span>
        </span>
      )}
    </li>
  );
}

function FailureTenant({ failure, source }: { failure: SourceFailure; source: Source }) {
  const name = failure.displayName ?? failure.tenantId ?? 'Your tenant';
  if (failure.tenantId === null || !SOURCE_WORDS[source].ofCustomers) {
    return <span className="font-medium text-ink">{name}</span>;
  }
  return (
    <AppLink href={`/customers/${failure.tenantId}`} className="link font-medium">
      {name}
    </AppLink>
  );
}
