import { useFormats, useTexts } from '#language';
import { StatusBadge } from '#components/status/status-badge.tsx';
import { useLooks } from '#components/status/use-looks.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import type { ShownDeny, ShownSchedule } from '#lib/queries/schemas/subscriptions.ts';
import { useScopeWords } from '#components/access/use-scope-words.ts';

type RestrictionsProps = { schedules: ShownSchedule[]; denials: ShownDeny[] };

/** What makes access less than it looks: roles for a time, and Azure's own denials. */
export function Restrictions({ schedules, denials }: RestrictionsProps) {
  const t = useTexts('subscription');
  if (schedules.length === 0 && denials.length === 0) return null;
  return (
    <Card title={t('limits.title')}>
      <div className="grid gap-x-12 gap-y-5 md:grid-cols-2">
        {schedules.length > 0 && (
          <section className="grid content-start gap-2 text-sm">
            <h3 className="text-xs font-medium text-faint">
              {t('limits.roles', { count: schedules.length })}
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
            <h3 className="text-xs font-medium text-faint">
              {t('limits.denials', { count: denials.length })}
            </h3>
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

function ScheduleItem({
  schedule: { kind, principal, role, scope, startAt, endAt },
}: {
  schedule: ShownSchedule;
}) {
  const t = useTexts('subscription');
  const looks = useLooks();
  const { date } = useFormats();
  const scopeWords = useScopeWords();
  const who = principal.displayName ?? principal.id;
  return (
    <li>
      <span className="flex flex-wrap items-baseline gap-x-3">
        {role.name ?? role.id}
        <StatusBadge look={looks.roleEarns(role.earns)} quiet />
      </span>
      <span className="block text-soft">{t(`limits.${kind}`, { who, scope: scopeWords(scope) })}</span>
      <span className="block text-xs text-faint">
        {t('limits.window', {
          from: startAt === null ? t('limits.noStart') : t('limits.from', { date: date(startAt) }),
          until: endAt === null ? t('limits.noEnd') : t('limits.until', { date: date(endAt) }),
        })}
      </span>
    </li>
  );
}

function DenyItem({ denial: { name, scope, deniesEveryone, madeBySystem } }: { denial: ShownDeny }) {
  const t = useTexts('subscription');
  const scopeWords = useScopeWords();
  return (
    <li>
      <span className="flex flex-wrap items-baseline gap-x-3">
        {name ?? t('limits.deny')}
        <Badge tone="part" icon="lock" quiet>
          {deniesEveryone ? t('limits.everyone') : t('limits.some')}
        </Badge>
      </span>
      <span className="block text-soft">{scopeWords(scope)}</span>
      <span className="block text-xs text-faint">
        {madeBySystem ? t('limits.bySystem') : t('limits.notBySystem')}
      </span>
    </li>
  );
}
