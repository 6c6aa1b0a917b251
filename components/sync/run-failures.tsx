import { AzureWords } from '#components/ui/azure-words.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { formatMonth } from '#components/ui/format-dates.ts';
import { MissingRight } from '#components/ui/missing-right.tsx';
import type { SyncRunDetail } from '#lib/queries/schemas/sync.ts';
import { stepName, tenantName, type Step } from './sync-looks.ts';

const KINDS = {
  forbidden: { tone: 'part', icon: 'lock', word: 'Not allowed' },
  failed: { tone: 'miss', icon: 'cross', word: 'Failed' },
  refused: { tone: 'doubt', icon: 'stale', word: 'Refused, older data kept' },
} as const;

type FailedStep = Step & { status: keyof typeof KINDS };

const didFail = (step: Step): step is FailedStep => step.status in KINDS;

/** Months of one source that failed alike are told once. */
const kindOf = ({ source, status, error }: FailedStep): string =>
  [source, status, error?.kind, error?.code, error?.missingRight].join(' ');

/** What did not succeed, tenant by tenant, with the right that is missing. */
export function RunFailures({ run }: { run: SyncRunDetail }) {
  const tenants = [...Map.groupBy(run.steps.filter(didFail), tenantName)];
  if (tenants.length === 0) return null;
  return (
    <section className="grid gap-3 border-t pt-4">
      <h3 className="text-sm font-semibold">What did not succeed, by tenant</h3>
      <ul className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
        {tenants.map(([tenant, steps]) => (
          <li key={tenant} className="grid content-start gap-2 text-sm">
            <span className="font-medium">{tenant}</span>
            {[...Map.groupBy(steps, kindOf)].map(([kind, alike]) => (
              <FailedSteps key={kind} steps={alike} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FailedSteps({ steps }: { steps: FailedStep[] }) {
  const [first] = steps;
  if (first === undefined) return null;
  const look = KINDS[first.status];
  const months = steps.flatMap(({ period }) => (period === null ? [] : [formatMonth(period)]));
  return (
    <div className="grid gap-0.5 border-l-2 pl-3">
      <span className="flex flex-wrap items-baseline gap-x-3">
        {stepName(first.source)}
        <Badge tone={look.tone} icon={look.icon} quiet>
          {look.word}
        </Badge>
        {months.length > 0 && <span className="text-xs text-faint">{months.join(', ')}</span>}
      </span>
      {first.error !== null && <StepError error={first.error} />}
    </div>
  );
}

function StepError({ error }: { error: NonNullable<Step['error']> }) {
  return (
    <>
      {error.missingRight !== null && <MissingRight right={error.missingRight} />}
      <AzureWords message={error.message} code={error.code} open={error.missingRight === null} />
    </>
  );
}
