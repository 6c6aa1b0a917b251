import fc from 'fast-check';
import { beforeAll, expect, it, vi } from 'vitest';
import { CHANGE_KINDS } from '#lib/core/statuses.ts';
import { ADMIN_AGENTS, US } from '#lib/core/testing/made-facts.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { exportAudit, getAudit } from '../audit.ts';
import { getChanges } from '../changes.ts';
import { getLinks } from '../links.ts';
import { getRoles } from '../roles.ts';
import { AUDIT_OUTCOMES, auditExportQuery, auditQuery } from '../schemas/audit.ts';
import { changesQuery } from '../schemas/changes.ts';
import { LINK_SORTS, LINK_STATES, linksQuery } from '../schemas/links.ts';
import { ROLE_SORTS, rolesQuery } from '../schemas/roles.ts';
import { CHANGES_AT, saveMadeChanges, saveMadeDelegations } from '../testing/made-lists.ts';
import { ALDER, BIRCH, saveMadeMonth, SHOP, WAREHOUSE } from '../testing/made-month.ts';
import { cellsOfCsv } from './testing/file-cells.ts';
import { readBoth, type Parameters } from './testing/read-exports.ts';

vi.stubEnv('AZURE_TENANT_ID', US);
vi.stubEnv('AZURE_CLIENT_ID', ADMIN_AGENTS);
vi.stubEnv('AZURE_CLIENT_SECRET', 'never sent');
// What a request carries; Next keeps it, and there is none here.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers()) }));

const RUNS = { numRuns: 12 };
const ALL = { limit: '500' };

const linkFilters = fc.record(
  {
    ...{ state: fc.constantFrom(...LINK_STATES), where: fc.constantFrom('managing', 'customers') },
    ...{ q: fc.constantFrom('1', 'nothing', '%'), sort: fc.constantFrom(...LINK_SORTS) },
  },
  { requiredKeys: [] },
);

const roleFilters = fc.record(
  {
    ...{ earns: fc.constantFrom('yes', 'no', 'unlisted'), inUse: fc.constant('true') },
    ...{ q: fc.constantFrom('reader', 'support', 'nothing'), sort: fc.constantFrom(...ROLE_SORTS) },
  },
  { requiredKeys: [] },
);

const changeFilters = fc.record(
  {
    ...{ kind: fc.constantFrom(...CHANGE_KINDS), since: fc.constantFrom('2026-11-20', CHANGES_AT[1]) },
    ...{ customer: fc.constantFrom(ALDER, BIRCH), subscription: fc.constantFrom(SHOP, WAREHOUSE) },
    q: fc.constantFrom('shop', 'alder', '100%', 'nothing'),
  },
  { requiredKeys: [] },
);

const auditFilters = fc.record(
  {
    ...{ action: fc.constantFrom('export', 'sync'), outcome: fc.constantFrom(...AUDIT_OUTCOMES) },
    q: fc.constantFrom('roles', 'nothing'),
  },
  { requiredKeys: [] },
);

describeOnBothEngines('a file has the rows, the order and the count of its list for any filter:', (open) => {
  beforeAll(async () => {
    const database = await open();
    openForProcess(database);
    await saveMadeMonth(database.db);
    await saveMadeDelegations(database.db);
    await saveMadeChanges(database.db);
  });

  it('links, with whom they serve', async () => {
    const sameAsList = async (parameters: Parameters): Promise<void> => {
      const { items, total } = await getLinks(linksQuery.parse({ ...parameters, ...ALL }));
      const rows = await readBoth('links', parameters);
      expect(rows.map((row) => `${row['tenantId']} ${row['principalId']} ${row['subscriptions']}`)).toEqual(
        items.map((link) => `${link.tenantId} ${link.principalId} ${link.subscriptions}`),
      );
      expect(rows.map(({ state, earning, alone }) => [state, earning, alone])).toEqual(
        items.map(({ state, earning, alone }) => [state, `${earning}`, `${alone}`]),
      );
      expect(rows).toHaveLength(total);
    };
    for (const sort of LINK_SORTS) await sameAsList({ sort });
    expect((await getLinks(linksQuery.parse({}))).total).toBe(3);
    await fc.assert(fc.asyncProperty(linkFilters, sameAsList), RUNS);
  });

  it('roles, with their uses', async () => {
    const sameAsList = async (parameters: Parameters): Promise<void> => {
      const { items, total } = await getRoles(rolesQuery.parse({ ...parameters, ...ALL }));
      const rows = await readBoth('roles', parameters);
      expect(rows.map((row) => ['roleDefinitionId', 'earns', 'permanent'].map((name) => row[name]))).toEqual(
        items.map(({ roleDefinitionId, earns, uses }) => [roleDefinitionId, earns, `${uses.permanent}`]),
      );
      expect(rows.map(({ justInTime, aobo }) => [justInTime, aobo])).toEqual(
        items.map(({ uses }) => [`${uses.justInTime}`, `${uses.aobo}`]),
      );
      expect(rows).toHaveLength(total);
    };
    for (const sort of ROLE_SORTS) await sameAsList({ sort });
    await fc.assert(fc.asyncProperty(roleFilters, sameAsList), RUNS);
  });

  it('changes', async () => {
    const sameAsList = async (parameters: Parameters): Promise<void> => {
      const { items, total } = await getChanges(changesQuery.parse({ ...parameters, ...ALL }));
      const rows = await readBoth('changes', parameters);
      expect(
        rows.map(({ kind, tenantId, subscriptionId, after }) => [kind, tenantId, subscriptionId, after]),
      ).toEqual(
        items.map(({ kind, tenantId, subscriptionId, after }) => [
          ...[kind, tenantId, subscriptionId ?? ''],
          after === null ? '' : JSON.stringify(after),
        ]),
      );
      expect(rows).toHaveLength(total);
    };
    await sameAsList({});
    await fc.assert(fc.asyncProperty(changeFilters, sameAsList), RUNS);
  });

  it('the audit, with that export as its newest entry', async () => {
    const sameAsList = async (parameters: Parameters): Promise<void> => {
      let text = '';
      for await (const lines of await exportAudit(auditExportQuery.parse(parameters))) text += lines;
      const { items, total } = await getAudit(auditQuery.parse({ ...parameters, ...ALL }));
      const [heads = [], ...rows] = cellsOfCsv(text.replace('\uFEFF', ''));
      const column = (name: string) => rows.map((row) => row[heads.indexOf(name)]);
      expect(column('id')).toEqual(items.map(({ id }) => `${id}`));
      expect(column('action')).toEqual(items.map(({ action }) => action));
      expect(column('actorName')).toEqual(items.map(({ actor }) => actor.name));
      expect(rows).toHaveLength(total);
    };
    await sameAsList({});
    const { items } = await getAudit(auditQuery.parse({}));
    expect(items[0]).toMatchObject({ action: 'export', target: 'audit' });
    await fc.assert(fc.asyncProperty(auditFilters, sameAsList), RUNS);
  });
});
