import { useFormats, useTexts } from '#language';
import { Drawn, minuteOf } from '#components/drawn/drawn.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { MissingRight } from '#components/ui/missing-right.tsx';
import type { Source } from '#lib/core/statuses.ts';
import type { Completeness, SourceFailure } from '#lib/queries/schemas/shared.ts';
import { FailureWords } from './failure-words.tsx';
import { RelativeTime } from './relative-time.tsx';
import { SOURCE_KINDS } from './source-words.ts';

type SourceFailuresProps = {
  completeness: Completeness[];
  now: string;
  open?: boolean;
  /** The customer whose page this is, which needs no link to itself. */
  tenantId?: string;
};

/** Sync names all of them; here they stand beside what the page is about. */
const MOST_SHOWN = 3;

/** Names each source that could not be read, the tenant, and the right that is missing. */
export function SourceFailures(props: SourceFailuresProps) {
  const { completeness, now, open = false, tenantId = '' } = props;
  if (completeness.every(({ failed }) => failed === 0)) return null;
  return (
    <Drawn of={completeness} name={`failures ${open} ${tenantId} ${minuteOf(now)}`}>
      <Failures {...{ completeness, now, open, tenantId }} />
    </Drawn>
  );
}

function Failures({ completeness, now, open, tenantId }: Required<SourceFailuresProps>) {
  const t = useTexts('sources');
  const { list } = useFormats();
  const failing = completeness.filter((entry) => entry.failed > 0);
  const count = failing.reduce((total, entry) => total + entry.failed, 0);
  const names = list(failing.map((entry) => t(`of.${entry.source}.name`)));
  return (
    <details open={open} className="rounded-lg bg-part-wash">
      <summary className="flex items-start gap-3 rounded-lg px-4 py-3">
        <Icon name="warn" className="mt-0.5 size-5 text-part" />
        <span className="min-w-0 flex-1">
          <span className="block text-sm font-semibold text-part">{t('failedReads', { count })}</span>
          <span className="block text-sm text-soft">{names}</span>
        </span>
        <Icon name="right" className="chevron-on-open mt-1 size-4 text-part" />
      </summary>
      <div className="grid gap-4 px-4 pb-4 pl-12">
        {failing.map((entry) => (
          <FailingSource key={entry.source} entry={entry} now={now} here={tenantId} />
        ))}
      </div>
    </details>
  );
}

type FailingSourceProps = { entry: Completeness; now: string; here: string };

function FailingSource({ entry, now, here }: FailingSourceProps) {
  const t = useTexts('sources');
  const hidden = entry.failed - Math.min(entry.failures.length, MOST_SHOWN);
  return (
    <section className="text-sm">
      <h2 className="font-semibold">{t(`of.${entry.source}.name`)}</h2>
      <ul className="mt-1 grid gap-2">
        {entry.failures.slice(0, MOST_SHOWN).map((failure, index) => (
          <FailureLine
            key={`${failure.tenantId ?? 'own'}-${index}`}
            failure={failure}
            source={entry.source}
            now={now}
            here={here}
          />
        ))}
        {hidden > 0 && (
          <li className="text-faint">
            <AppLink href="/sync" className="link">
              {t('moreTenants', { count: hidden })}
            </AppLink>
          </li>
        )}
      </ul>
    </section>
  );
}

type FailureLineProps = { failure: SourceFailure; source: Source; now: string; here: string };

function FailureLine({ failure, source, now, here }: FailureLineProps) {
  const t = useTexts('sources');
  const { missingRight } = failure;
  const linked = SOURCE_KINDS[source].ofCustomers && failure.tenantId !== here;
  return (
    <li className="grid gap-0.5 text-soft">
      <span>
        {t.rich('failureOf', {
          tenant: <FailureTenant failure={failure} linked={linked} />,
          age: <RelativeTime at={failure.at} now={now} />,
          faint: <span className="text-faint" />,
        })}
      </span>
      {missingRight !== null && <MissingRight right={missingRight} />}
      <FailureWords failure={failure} open={missingRight === null} />
    </li>
  );
}

function FailureTenant({ failure, linked }: { failure: SourceFailure; linked: boolean }) {
  const t = useTexts('sources');
  const name = failure.displayName ?? failure.tenantId ?? t('yourTenant');
  if (failure.tenantId === null || !linked) {
    return <span className="font-medium text-ink">{name}</span>;
  }
  return (
    <AppLink href={`/customers/${failure.tenantId}`} className="link font-medium">
      {name}
    </AppLink>
  );
}
