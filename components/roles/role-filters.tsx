import { ListFilters } from '#components/layout/list-filters.tsx';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { formatCount } from '#components/ui/format-numbers.ts';
import { Icon } from '#components/ui/icon.tsx';
import { Segments } from '#components/ui/segments.tsx';
import type { RoleList, RolesQuery } from '#lib/queries/schemas/roles.ts';

type Choice = { [Name in 'earns' | 'inUse' | 'q']: RolesQuery[Name] };
type RoleFiltersProps = { choice: Choice; counts: RoleList['counts']; usesKnown: boolean };

const PATH = '/roles';

const SEGMENTS = [
  { earns: 'yes', label: 'Earns credit' },
  { earns: 'no', label: 'Does not earn' },
  { earns: 'unlisted', label: 'Not listed' },
] as const;

export const RoleFilters = ({ choice, counts, usesKnown }: RoleFiltersProps) => (
  <ListFilters
    path={PATH}
    choice={choice}
    search={{ label: 'Search roles', placeholder: 'Name or role id' }}
    selects={[]}
    count={null}
    chips={[]}
    segments={
      <Segments
        label="Whether a role earns"
        segments={[
          { href: addressWith(PATH, choice, { earns: undefined }), label: 'All', current: !choice.earns },
          ...SEGMENTS.map(({ earns, label }) => ({
            href: addressWith(PATH, choice, { earns }),
            label,
            count: counts[earns],
            current: choice.earns === earns,
          })),
        ]}
      />
    }
  >
    {usesKnown && <InUse choice={choice} count={counts.inUse} />}
  </ListFilters>
);

function InUse({ choice, count }: { choice: Choice; count: number }) {
  const on = choice.inUse === 'true';
  return (
    <AppLink
      href={addressWith(PATH, choice, { inUse: on ? undefined : 'true' })}
      scroll={false}
      aria-current={on ? 'true' : undefined}
      className="inline-flex items-center gap-2 rounded-md border border-line-strong bg-surface px-3 py-1.5 text-sm hover:bg-subtle aria-[current]:border-accent aria-[current]:bg-accent-wash aria-[current]:text-accent-strong"
    >
      {on && <Icon name="done" className="size-3.5" />}
      {on ? 'Only roles in use' : 'Show only roles in use'}
      <span className="text-xs tabular-nums opacity-80">{formatCount(count)}</span>
    </AppLink>
  );
}
