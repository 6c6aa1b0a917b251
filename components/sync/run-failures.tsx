import { useFormats, useTexts } from '#language';
import { FailureWords } from '#components/status/failure-words.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { MissingRight } from '#components/ui/missing-right.tsx';
import type { SyncRunDetail } from '#lib/queries/schemas/sync.ts';
import { useStepName, useTenantName, type Step } from './sync-looks.ts';

const KINDS = {
  forbidden: { tone: 'part', icon: 'lock' },
  failed: { tone: 'miss', icon: 'cross' },
  refused: { tone: 'doubt', icon: 'stale' },
} as const;

type FailedStep = Step & { status: keyof typeof KINDS };

const didFail = (step: Step): step is FailedStep => step.status in KINDS;

/** Sources and months that failed alike are told once. */
const kindOf = ({ status, error }: FailedStep): string =>
  [status, error?.kind, error?.code, error?.missingRight].join(' ');

const MOST_OPEN = 20;

/** What did not succeed, tenant by tenant, with the right that is missing. */
export function RunFailures({ run }: { run: SyncRunDetail }) {
  const t = useTexts('sync');
  const tenantName = useTenantName();
  const tenants = [...Map.groupBy(run.steps.filter(didFail), tenantName)];
  if (tenants.length === 0) return null;
  const hidden = tenants.slice(MOST_OPEN);
  return (
    <section className="grid gap-3 border-t pt-4">
      <h3 className="text-sm font-semibold">{t('failures.title')}</h3>
      <TenantFailures tenants={tenants.slice(0, MOST_OPEN)} />
      {hidden.length > 0 && (
        <details className="grid gap-5">
          <summary className="inline-flex items-center gap-1 rounded-sm text-sm text-accent hover:underline">
            <Icon name="right" className="chevron-on-open size-3.5" />
            {t('failures.moreTenants', { count: hidden.length })}
          </summary>
          <div className="pt-4">
            <TenantFailures tenants={hidden} />
          </div>
        </details>
      )}
    </section>
  );
}

const TenantFailures = ({ tenants }: { tenants: [string, FailedStep[]][] }) => (
  <ul className="gap-x-10 lg:columns-2">
    {tenants.map(([tenant, steps]) => (
      <li key={tenant} className="grid content-start gap-2 pb-5 text-sm break-inside-avoid">
        <span className="font-medium">{tenant}</span>
        {[...Map.groupBy(steps, kindOf)].map(([kind, alike]) => (
          <FailedSteps key={kind} steps={alike} />
        ))}
      </li>
    ))}
  </ul>
);

function FailedSteps({ steps }: { steps: FailedStep[] }) {
  const t = useTexts('sync');
  const stepName = useStepName();
  const formats = useFormats();
  const [first] = steps;
  if (first === undefined) return null;
  const look = KINDS[first.status];
  const sources = [...Map.groupBy(steps, ({ source }) => source)];
  return (
    <div className="grid gap-0.5 border-l-2 pl-3">
      {sources.map(([source, ofSource]) => (
        <span key={source} className="flex flex-wrap items-baseline gap-x-3">
          {stepName(source)}
          <Badge tone={look.tone} icon={look.icon} quiet>
            {t(`failures.${first.status}`)}
          </Badge>
          <span className="text-xs text-faint">{monthsOf(ofSource).map(formats.month).join(', ')}</span>
        </span>
      ))}
      {first.error !== null && <StepError error={first.error} />}
    </div>
  );
}

const monthsOf = (steps: FailedStep[]): string[] =>
  steps.flatMap(({ period }) => (period === null ? [] : [period]));

function StepError({ error }: { error: NonNullable<Step['error']> }) {
  return (
    <>
      {error.missingRight !== null && <MissingRight right={error.missingRight} />}
      <FailureWords failure={error} open={error.missingRight === null} />
    </>
  );
}
