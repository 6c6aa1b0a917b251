import 'server-only';
import { includesRole } from '#lib/auth/roles.ts';
import { dayOf, periodOf } from '#lib/core/periods.ts';
import { findFinding, listFindingEvents, listFindingRemedies } from '#lib/db/finding-list.ts';
import { getCompleteness } from './completeness.ts';
import { queryContext } from './context.ts';
import { listOwners } from './owner-choice.ts';
import { wordsFor, type Reader } from './reader-words.ts';
import type { FindingDetail } from './schemas/findings.ts';
import { showFindings } from './show-finding.ts';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One finding with its history; null when none is known, or none that may be seen. */
export async function getFinding(id: string, reader: Reader = 'program'): Promise<FindingDetail | null> {
  const context = await queryContext();
  const { db, visible, actor, now } = context;
  const listed = GUID.test(id) ? await findFinding(db, id.toLowerCase(), visible) : null;
  const [shown] = listed === null ? [] : await showFindings(context, [listed], wordsFor(reader));
  if (shown === undefined) return null;
  const [stored] = await listFindingRemedies(db, [shown.id]);
  const supportCase = stored?.supportCase ?? null;
  const mayChange = includesRole(actor.roles, 'Pec.Support');
  const people = mayChange ? await listOwners(db) : [];
  return {
    ...shown,
    history: (await listFindingEvents(db, shown.id)).map(({ at, kind, detail, actorName }) => ({
      ...{ at, kind, actorName },
      detail: { ...detail },
    })),
    supportCase: supportCase === null ? null : { ...supportCase, file: { ...supportCase.file } },
    people,
    mayChange,
    completeness: await getCompleteness(context, periodOf(dayOf(now)), shown.tenantId),
  };
}
