import { useWording } from '#language';
import { ColumnChooser } from '#components/grid/column-chooser.tsx';
import { Grid } from '#components/grid/grid.tsx';
import { ClientTexts } from '#components/language/client-texts.tsx';
import { ListTools } from '#components/layout/list-tools.tsx';
import { CauseText, CauseTitle } from '#components/status/cause-text.tsx';
import { MissedList } from '#components/status/missed.tsx';
import { addressWith } from '#components/ui/address.ts';
import { Card } from '#components/ui/card.tsx';
import { Pager } from '#components/ui/pager.tsx';
import type { Cause } from '#lib/core/causes.ts';
import type { Gaps, GapsQuery } from '#lib/queries/schemas/gaps.ts';
import { BulkForm } from './bulk-form.tsx';
import { PATH, type Choice } from './choice.ts';
import { findingChooser, findingGrid } from './finding-columns.ts';

type OneCauseProps = { cause: Cause; gaps: Gaps; choice: Choice; page: Pick<GapsQuery, 'cursor' | 'limit'> };

/** All findings of one cause, page by page. */
export function OneCause({ cause, gaps, choice, page }: OneCauseProps) {
  const wording = useWording();
  const t = wording.texts('gaps');
  const caption = t('table.ofCause', { cause: wording.texts('causes')(`${cause}.title`) });
  const formId = gaps.mayChange ? 'decide' : null;
  return (
    <>
      <Card
        title={<CauseTitle cause={cause} />}
        aside={
          <p className="grid justify-items-end text-right text-sm">
            <span className="font-semibold">
              <MissedList totals={gaps.totals} />
            </span>
            <span className="text-faint">{t('findings', { count: gaps.total })}</span>
          </p>
        }
        flush
      >
        <div className="px-5 pb-3">
          <CauseText cause={cause} />
        </div>
      </Card>
      <ListTools
        path={PATH}
        list="findings"
        query={{ ...choice, state: choice.state ?? 'active' }}
        total={gaps.total}
      >
        <ColumnChooser path={PATH} query={choice} {...findingChooser(choice.columns, wording)} />
      </ListTools>
      <Grid
        grid={findingGrid(gaps, choice, { caption, wording })}
        bulk={{
          formId,
          file: { path: '/api/v1/findings/export', query: { ...choice, state: choice.state ?? 'active' } },
        }}
      >
        {formId !== null && (
          <ClientTexts areas={['decision']}>
            <BulkForm
              formId={formId}
              back={addressWith(PATH, choice, { ...page })}
              people={gaps.people}
              counts={false}
            />
          </ClientTexts>
        )}
      </Grid>
      <Pager path={PATH} query={choice} list={gaps} page={page} />
    </>
  );
}
