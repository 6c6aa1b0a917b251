import { StatusBadge } from '#components/status/status-badge.tsx';
import { ROLE_EARNS_LOOKS } from '#components/status/verdict-looks.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { formatDate } from '#components/ui/format-dates.ts';
import { plural } from '#components/ui/format-numbers.ts';
import type { ShownDeny, ShownSchedule } from '#lib/queries/schemas/subscriptions.ts';
import { scopeWords } from '#components/access/scope-words.ts';

type RestrictionsProps = { schedules: ShownSchedule[]; denials: ShownDeny[] };

/** What makes access less than it looks: roles for a time, and Azure's own denials. */
export function Restrictions({ schedules, denials }: RestrictionsProps) {
  if (schedules.length === 0 && denials.length === 0) return null;
  return (
    <Card title="What limits access here">
      <div className="grid gap-x-12 gap-y-5 md:grid-cols-2">
        {schedules.length > 0 && (
          <section className="grid content-start gap-2 text-sm">
            <h3 className="text-xs font-medium text-faint">
              {plural(schedules.length, 'role')} by Privileged Identity Management
            </h3>
            <ul className="grid gap-2">
              {schedules.map((schedule) => (
                <ScheduleItem
                  key={`${schedule.principal.id} ${schedule.role.id} ${schedule.scope} ${schedule.kind}`}
                  schedule={schedule}
                />
              ))}
            </ul>
          </section>
        )}
        {denials.length > 0 && (
          <section className="grid content-start gap-2 text-sm">
            <h3 className="text-xs font-medium text-faint">{plural(denials.length, 'deny assignment')}</h3>
            <ul className="grid gap-2">
              {denials.map((denial) => (
                <DenyItem key={`${denial.scope} ${denial.name}`} denial={denial} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Card>
  );
}

const KINDS: Record<ShownSchedule['kind'], string> = {
  assigned: 'Assigned',
  activated: 'Activated just in time',
  eligible: 'May be activated just in time',
};

function ScheduleItem({
  schedule: { kind, principal, role, scope, startAt, endAt },
}: {
  schedule: ShownSchedule;
}) {
  return (
    <li>
      <span className="flex flex-wrap items-baseline gap-x-3">
        {role.name ?? role.id}
        <StatusBadge look={ROLE_EARNS_LOOKS[role.earns]} quiet />
      </span>
      <span className="block text-soft">
        {KINDS[kind]} for {principal.displayName ?? principal.id}, {scopeWords(scope)}
      </span>
      <span className="block text-xs text-faint">
        {startAt === null ? 'start not told' : `from ${formatDate(startAt)}`},{' '}
        {endAt === null ? 'without an end' : `until ${formatDate(endAt)}`}
      </span>
    </li>
  );
}

const DenyItem = ({ denial: { name, scope, deniesEveryone, madeBySystem } }: { denial: ShownDeny }) => (
  <li>
    <span className="flex flex-wrap items-baseline gap-x-3">
      {name ?? 'Deny assignment'}
      <Badge tone="part" icon="lock" quiet>
        {deniesEveryone ? 'Denies everyone' : 'Denies some'}
      </Badge>
    </span>
    <span className="block text-soft">{scopeWords(scope)}</span>
    <span className="block text-xs text-faint">
      {madeBySystem
        ? 'Made by Azure itself, for example for a managed application.'
        : 'Not made by Azure itself.'}
    </span>
  </li>
);
