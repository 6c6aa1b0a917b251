import { useWording } from '#language';
import type { GridHead } from '#components/grid/grid-shape.ts';
import { ListFilters } from '#components/layout/list-filters.tsx';
import { addressWith } from '#components/ui/address.ts';
import { Segments } from '#components/ui/segments.tsx';
import type { LinkList } from '#lib/queries/schemas/links.ts';
import { isFiltered, PATH, type Choice } from './choice.ts';
import { stateLook, STATES } from './link-words.ts';

type LinkFiltersProps = { choice: Choice; list: LinkList; heads: readonly GridHead[] };

export function LinkFilters({ choice, list, heads }: LinkFiltersProps) {
  const wording = useWording();
  const t = wording.texts('links');
  const count = list.unfilteredTotal;
  return (
    <ListFilters
      path={PATH}
      choice={choice}
      search={{ label: t('search'), placeholder: t('placeholder') }}
      selects={[
        {
          ...{ name: 'where', label: t('whose'), all: t('anyTenant') },
          options: [
            { value: 'managing', label: t('yours') },
            { value: 'customers', label: t('customers') },
          ],
        },
      ]}
      heads={heads}
      count={isFiltered(choice) ? t('countOf', { shown: list.total, count }) : t('count', { count })}
      chips={[]}
      segments={
        <Segments
          label={t('stateLabel')}
          segments={[
            {
              href: addressWith(PATH, choice, { state: undefined }),
              label: wording.texts('ui')('all'),
              count,
              current: choice.state === undefined,
            },
            ...STATES.map((state) => ({
              href: addressWith(PATH, choice, { state }),
              label: stateLook(state, wording).word,
              count: list.byState[state],
              current: choice.state === state,
            })),
          ]}
        />
      }
    />
  );
}
