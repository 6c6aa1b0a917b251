import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { formatCount } from '#components/ui/format-numbers.ts';
import { Icon } from '#components/ui/icon.tsx';
import { SearchBox } from '#components/ui/search-box.tsx';
import { Segments } from '#components/ui/segments.tsx';
import type { RoleList, RolesQuery } from '#lib/queries/schemas/roles.ts';

type Choice = { [Name in 'earns' | 'inUse' | 'q']: RolesQuery[Name] };
type RoleFiltersProps = { choice: Choice; counts: RoleList['counts']; usesKnown: boolean };

const SEGMENTS = [
  { earns: 'yes', label: 'Earns credit' },
  { earns: 'no', label: 'Does not earn' },
  { earns: 'unlisted', label: 'Not listed' },
] as const;

export function RoleFilters({ choice, counts, usesKnown }: RoleFiltersProps) {
  return (
    <div className="grid gap-3 print:hidden">
      <Segments
        label="Whether a role earns"
        segments={[
          { href: addressWith('/roles', choice, { earns: undefined }), label: 'All', current: !choice.earns },
          ...SEGMENTS.map(({ earns, label }) => ({
            href: addressWith('/roles', choice, { earns }),
            label,
            count: counts[earns],
            current: choice.earns === earns,
          })),
        ]}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SearchBox
          path="/roles"
          label="Search roles"
          placeholder="Name or role id"
          value={choice.q ?? ''}
          keep={{ earns: choice.earns, inUse: choice.inUse }}
        />
        {usesKnown && <InUse choice={choice} count={counts.inUse} />}
      </div>
    </div>
  );
}

function InUse({ choice, count }: { choice: Choice; count: number }) {
  const on = choice.inUse === 'true';
  return (
    <AppLink
      href={addressWith('/roles', choice, { inUse: on ? undefined : 'true' })}
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
