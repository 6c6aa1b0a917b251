import { useFormats, useTexts } from '#language';
import type { GridHead } from '#components/grid/grid-shape.ts';
import { ListFilters } from '#components/layout/list-filters.tsx';
import { addressWith } from '#components/ui/address.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Segments } from '#components/ui/segments.tsx';
import type { RoleList } from '#lib/queries/schemas/roles.ts';
import { PATH, type Choice } from './choice.ts';

type RoleFiltersProps = {
  choice: Choice;
  list: RoleList;
  heads: readonly GridHead[];
  usesKnown: boolean;
};

const EARNS = ['yes', 'no', 'unlisted'] as const;

export function RoleFilters({ choice, list, heads, usesKnown }: RoleFiltersProps) {
  const { counts, total } = list;
  const count = counts.yes + counts.no + counts.unlisted;
  const t = useTexts('roles');
  const ui = useTexts('ui');
  const statuses = useTexts('statuses');
  return (
    <ListFilters
      path={PATH}
      choice={choice}
      search={{ label: t('search'), placeholder: t('placeholder') }}
      selects={[]}
      heads={heads}
      count={total === count ? t('count', { count }) : t('countOf', { shown: total, count })}
      chips={[]}
      segments={
        <Segments
          label={t('whetherEarns')}
          segments={[
            {
              href: addressWith(PATH, choice, { earns: undefined }),
              label: ui('all'),
              current: !choice.earns,
            },
            ...EARNS.map((earns) => ({
              href: addressWith(PATH, choice, { earns }),
              label: statuses(`roleEarns.${earns}`),
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
}

function InUse({ choice, count }: { choice: Choice; count: number }) {
  const on = choice.inUse === 'true';
  const t = useTexts('roles');
  const formats = useFormats();
  return (
    <AppLink
      href={addressWith(PATH, choice, { inUse: on ? undefined : 'true' })}
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
