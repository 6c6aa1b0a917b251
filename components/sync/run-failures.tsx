import { Badge } from '#components/ui/badge.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { SyncRunDetail } from '#lib/queries/schemas/sync.ts';
import { stepName, tenantName, type Step } from './sync-looks.ts';

const KINDS = {
  forbidden: { tone: 'part', icon: 'lock', word: 'Not allowed' },
  failed: { tone: 'miss', icon: 'cross', word: 'Failed' },
  refused: { tone: 'doubt', icon: 'stale', word: 'Refused, older data kept' },
} as const;

type FailedStep = Step & { status: keyof typeof KINDS };

const didFail = (step: Step): step is FailedStep => step.status in KINDS;

/** What did not succeed, tenant by tenant, with the right that is missing. */
export function RunFailures({ run }: { run: SyncRunDetail }) {
  const tenants = [...Map.groupBy(run.steps.filter(didFail), tenantName)];
  if (tenants.length === 0) return null;
  return (
    <section className="grid gap-3 border-t pt-4">
      <h3 className="text-sm font-semibold">What did not succeed, by tenant</h3>
      <ul className="grid gap-4 lg:grid-cols-2">
        {tenants.map(([tenant, steps]) => (
          <li key={tenant} className="grid content-start gap-2 text-sm">
            <span className="font-medium">{tenant}</span>
            {steps.map((step) => (
              <FailedLine key={step.id} step={step} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FailedLine({ step }: { step: FailedStep }) {
  const look = KINDS[step.status];
  return (
    <div className="grid gap-0.5 border-l-2 pl-3">
      <span className="flex flex-wrap items-center gap-x-3">
        {stepName(step.source)}
        {step.period !== null && <span className="text-faint">{step.period}</span>}
        <Badge tone={look.tone} icon={look.icon} quiet>
          {look.word}
        </Badge>
      </span>
      {step.error !== null && (
        <span className="text-soft">
          {step.error.message}
          {step.error.code !== null && (
            <code className="pl-1.5 font-mono text-xs text-faint">{step.error.code}</code>
          )}
        </span>
      )}
      {step.error?.missingRight && (
        <span className="flex items-start gap-1.5">
          <Icon name="lock" className="mt-1 size-3.5 text-part" />
          <span>
            Missing right: <strong className="font-medium">{step.error.missingRight}</strong>
          </span>
        </span>
      )}
    </div>
  );
}
