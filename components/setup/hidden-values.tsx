import { useTexts } from '#language';
import { AppLink } from '#components/ui/app-link.tsx';
import type { SetupItem } from '#lib/queries/schemas/setup.ts';

type Column = SetupItem['hidden'][number]['column'];

/** Rows of a verdict are of two kinds, so that one filter cannot show them. */
const FILTERS: Record<Column, string | null> = {
  linked: 'linked=unknown',
  access: 'access=unknown',
  credit: 'credit=unknown',
  verdict: null,
};

type HiddenValuesProps = { item: SetupItem; period: string };

/** How many values are unknown where this is missing, and of whom. */
export function HiddenValues({ item: { hidden, customers }, period }: HiddenValuesProps) {
  const t = useTexts('setup');
  if (hidden.length === 0 && customers === null) return null;
  return (
    <div className="grid gap-1">
      {customers !== null && customers.total > 0 && (
        <p>{t.rich('ofCustomers', { count: customers.total, names: <Names customers={customers} /> })}</p>
      )}
      {hidden.length > 0 && (
        <p className="flex flex-wrap gap-x-2 text-soft">
          {hidden.map(({ column, subscriptions }) => {
            const words = t(`unknown.${column}`, { count: subscriptions });
            const filter = customers === null ? FILTERS[column] : null;
            return filter === null ? (
              <span key={column}>{words}</span>
            ) : (
              <AppLink key={column} href={`/subscriptions?period=${period}&${filter}`} className="link">
                {words}
              </AppLink>
            );
          })}
        </p>
      )}
    </div>
  );
}

function Names({ customers: { total, first } }: { customers: NonNullable<SetupItem['customers']> }) {
  const t = useTexts('setup');
  const more = total - first.length;
  return (
    <span className="inline-flex flex-wrap gap-x-2">
      {first.map(({ tenantId, displayName }) => (
        <AppLink key={tenantId} href={`/customers/${tenantId}`} className="link break-words">
          {displayName}
        </AppLink>
      ))}
      {more > 0 && <span className="text-faint">{t('andMore', { count: more })}</span>}
    </span>
  );
}
