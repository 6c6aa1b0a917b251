import { useFormats, useTexts } from '#language';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { SearchBox } from '#components/ui/search-box.tsx';
import { Segments } from '#components/ui/segments.tsx';
import type { RoleList, RolesQuery } from '#lib/queries/schemas/roles.ts';

type Choice = { [Name in 'earns' | 'inUse' | 'q']: RolesQuery[Name] };
type RoleFiltersProps = { choice: Choice; counts: RoleList['counts']; usesKnown: boolean };

const EARNS = ['yes', 'no', 'unlisted'] as const;

export function RoleFilters({ choice, counts, usesKnown }: RoleFiltersProps) {
  const t = useTexts('roles');
  const ui = useTexts('ui');
  const statuses = useTexts('statuses');
  return (
    <div className="grid gap-3 print:hidden">
      <Segments
        label={t('whetherEarns')}
        segments={[
          {
            href: addressWith('/roles', choice, { earns: undefined }),
            label: ui('all'),
            current: !choice.earns,
          },
          ...EARNS.map((earns) => ({
            href: addressWith('/roles', choice, { earns }),
            label: statuses(`roleEarns.${earns}`),
            count: counts[earns],
            current: choice.earns === earns,
          })),
        ]}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SearchBox
          path="/roles"
          label={t('search')}
          placeholder={t('placeholder')}
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
  const t = useTexts('roles');
  const formats = useFormats();
  return (
    <AppLink
      href={addressWith('/roles', choice, { inUse: on ? undefined : 'true' })}
      scroll={false}
      aria-current={on ? 'true' : undefined}
      className="inline-flex items-center gap-2 rounded-md border border-line-strong bg-surface px-3 py-1.5 text-sm hover:bg-subtle aria-[current]:border-accent aria-[current]:bg-accent-wash aria-[current]:text-accent-strong"
    >
      {on && <Icon name="done" className="size-3.5" />}
      {t(on ? 'onlyInUse' : 'showOnlyInUse')}
      <span className="text-xs tabular-nums opacity-80">{formats.count(count)}</span>
    </AppLink>
  );
}
