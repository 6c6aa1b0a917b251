import { ColumnChooser } from '#components/grid/column-chooser.tsx';
import { ListTools } from '#components/layout/list-tools.tsx';
import { NeverSynced } from '#components/layout/never-synced.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { DataFrom, wasNeverRead } from '#components/status/data-state.tsx';
import { SourceFailures } from '#components/status/source-failures.tsx';
import { NoMatch } from '#components/ui/no-match.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { formatCount, plural } from '#components/ui/format-numbers.ts';
import { Notice } from '#components/ui/notice.tsx';
import { Pager } from '#components/ui/pager.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';
import type { LinkList, LinksPageQuery } from '#lib/queries/schemas/links.ts';
import { choiceOf, isFiltered, PATH } from './choice.ts';
import { linkChooser, linkGrid } from './link-columns.ts';
import { LinkFilters } from './link-filters.tsx';
import { LinkGrid } from './link-grid.tsx';

type LinksViewProps = {
  list: LinkList;
  query: LinksPageQuery;
  info: AppInfo;
  /** How long somebody who looks may attest a link; null where they may attest none. */
  attestationDays: number | null;
};

export function LinksView({ list, query, info, attestationDays }: LinksViewProps) {
  if (wasNeverRead(list.completeness)) {
    return (
      <>
        <PageHeader title="Links" />
        <NeverSynced info={info} what="The identities you work with, and what each is linked to," />
      </>
    );
  }
  const choice = choiceOf(query);
  const { partnerIds } = info;
  const mayAttest = attestationDays !== null && partnerIds.length > 0;
  return (
    <>
      <PageHeader
        title="Links"
        lead={<LinksFinding list={list} />}
        meta={
          <>
            Only an identity’s own token, or the person’s word, tells what it is linked to: Microsoft gives no
            list. <DataFrom completeness={list.completeness} now={info.now} />
          </>
        }
      />
      <SourceFailures completeness={list.completeness} now={info.now} />
      <CarriesMuch list={list} />
      <LinkFilters choice={choice} list={list} />
      {list.items.length === 0 ? (
        <NoRows filtered={isFiltered(choice)} />
      ) : (
        <>
          <ListTools path={PATH} list="links" query={choice} total={list.total}>
            <ColumnChooser path={PATH} query={choice} {...linkChooser(choice.columns)} />
          </ListTools>
          <LinkGrid
            grid={linkGrid(list, choice, { now: info.now, attests: mayAttest })}
            now={info.now}
            attesting={mayAttest ? { partnerIds, longestDays: attestationDays } : null}
          />
          <Pager path={PATH} query={choice} list={list} paged={query.cursor !== undefined} />
        </>
      )}
    </>
  );
}

function LinksFinding({ list: { byState, served, unfilteredTotal } }: { list: LinkList }) {
  const known = byState.linked + byState.attested;
  return (
    <>
      <strong className="font-semibold text-ink">
        {formatCount(known)} of {plural(unfilteredTotal, 'identity', 'identities')} in use{' '}
        {known === 1 ? 'is' : 'are'} known to be linked
      </strong>
      {served > 0 && `, and ${plural(served, 'subscription')} can earn through them`}.
      {byState.unknown > 0 && ` Of ${formatCount(byState.unknown)} it is not known.`}
    </>
  );
}

/** A single point of failure is worth a warning before it fails. */
function CarriesMuch({ list: { items, served } }: { list: LinkList }) {
  const heavy = items.filter(({ carriesMuch }) => carriesMuch);
  if (heavy.length === 0) return null;
  const [first] = heavy;
  return (
    <Notice
      tone="part"
      icon="warn"
      title={
        heavy.length === 1
          ? `${first?.displayName ?? 'One identity'} carries ${formatCount(first?.alone ?? 0)} of ${plural(served, 'subscription')} alone`
          : `${plural(heavy.length, 'identity', 'identities')} each carry many subscriptions alone`
      }
    >
      If such an identity is deleted, disabled or linked elsewhere, the credit of those subscriptions ends
      with it. A second linked identity on the same role costs nothing.
    </Notice>
  );
}

function NoRows({ filtered }: { filtered: boolean }) {
  if (!filtered) {
    return (
      <EmptyState icon="link" title="No identity of yours is in use">
        <p>
          No delegation names one, and no role in a customer’s tenant is held by one that is known to be
          yours. Access by agent groups needs no link.
        </p>
      </EmptyState>
    );
  }
  return (
    <NoMatch title="No identity matches these filters" clearHref={PATH}>
      Search finds parts of a name, an object id, a tenant or a partner ID.
    </NoMatch>
  );
}
