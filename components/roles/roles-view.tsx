import { ListTools } from '#components/layout/list-tools.tsx';
import { PageHeader } from '#components/layout/page-header.tsx';
import { DataFrom, wasNeverRead } from '#components/status/data-state.tsx';
import { SourceFailures } from '#components/status/source-failures.tsx';
import { NoMatch } from '#components/ui/no-match.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { formatDate } from '#components/ui/format-dates.ts';
import { formatCount } from '#components/ui/format-numbers.ts';
import { Notice } from '#components/ui/notice.tsx';
import { Pager } from '#components/ui/pager.tsx';
import type { AppInfo } from '#lib/queries/app-info.ts';
import type { RoleList, RolesQuery } from '#lib/queries/schemas/roles.ts';
import { RoleFilters } from './role-filters.tsx';
import { RoleTable } from './role-table.tsx';

type RolesViewProps = { list: RoleList; query: RolesQuery; info: AppInfo };

export function RolesView({ list, query, info }: RolesViewProps) {
  const usesKnown = !wasNeverRead(list.completeness);
  const choice = { earns: query.earns, inUse: query.inUse, q: query.q };
  return (
    <>
      <PageHeader
        title="Roles"
        lead={<RolesFinding list={list} usesKnown={usesKnown} />}
        meta={
          <>
            {list.listSource}, as of {formatDate(list.listDate)}. Roles are told apart by id, because names
            change. {usesKnown && <DataFrom completeness={list.completeness} now={info.now} />}
          </>
        }
      />
      {usesKnown ? (
        <SourceFailures completeness={list.completeness} now={info.now} />
      ) : (
        <Notice tone="wait" icon="info" title="Where you use these roles is not known yet">
          The list below is Microsoft’s. Your uses appear after the first{' '}
          <AppLink href="/sync" className="link">
            sync
          </AppLink>
          .
        </Notice>
      )}
      <RoleFilters choice={choice} counts={list.counts} usesKnown={usesKnown} />
      {list.items.length === 0 ? (
        <NoRole />
      ) : (
        <>
          <ListTools path="/roles" list="roles" query={choice} total={list.total} />
          <RoleTable roles={list.items} usesKnown={usesKnown} />
          <Pager path="/roles" query={choice} list={list} paged={query.cursor !== undefined} />
        </>
      )}
    </>
  );
}

function RolesFinding({ list, usesKnown }: { list: RoleList; usesKnown: boolean }) {
  const { yes, no, unlisted, inUse } = list.counts;
  return (
    <>
      <strong className="font-semibold text-ink">
        {formatCount(yes)} of the {formatCount(yes + no)} roles in Microsoft’s list earn credit.
      </strong>
      {usesKnown && ` You use ${formatCount(inUse)}`}
      {usesKnown && (unlisted > 0 ? `; ${formatCount(unlisted)} of them the list does not name.` : '.')}
    </>
  );
}

const NoRole = () => (
  <NoMatch what="role" clearHref="/roles">
    Search finds parts of a name and of a role’s id. A role that is neither listed nor in use is not shown.
  </NoMatch>
);
