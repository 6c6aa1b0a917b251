import { mkdtempSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { GET as list, POST as give } from '#app/api/v1/imports/route.ts';
import { DELETE as undo, GET as find } from '#app/api/v1/imports/[id]/route.ts';
import { GET as reconcile } from '#app/api/v1/imports/reconcile/route.ts';
import { GET as rejected } from '#app/api/v1/imports/[id]/rejected/route.ts';
import { describeOnBothEngines, openForProcess } from '#lib/db/testing/engines.ts';
import { costImport, costImportList, importStarted } from '#lib/queries/schemas/imports.ts';
import { reconciliation } from '#lib/queries/schemas/reconcile.ts';

const MOST = 1_048_576;
const dataDir = mkdtempSync(join(tmpdir(), 'given-'));
vi.stubEnv('DATA_DIR', dataDir);
vi.stubEnv('IMPORT_MAX_BYTES', String(MOST));
// What a request carries; Next keeps it, and there is none here.
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Headers()) }));
afterAll(() => rm(dataDir, { recursive: true }));

const CUSTOMER = '11111111-0000-4000-8000-000000000001';
const AZURE = '33333333-0000-4000-8000-000000000003';
const line = (day: number, net: string): string =>
  `${CUSTOMER},Contoso,${AZURE},2026-01-${String(day).padStart(2, '0')},EUR,${net},1,0.15`;
const fileOf = (...lines: string[]): string =>
  [
    'customerTenantId,customerName,SubscriptionId,date,billingCurrency,costInBillingCurrency,partnerEarnedCreditApplied,partnerEarnedCreditRate',
    ...lines,
  ].join('\n');

const URL_OF = 'http://localhost/api/v1/imports';
const LOCAL = { host: 'localhost' };
const of = (id: string) => ({ params: Promise.resolve({ id }) });
const asked = (path = ''): Request => new Request(`${URL_OF}${path}`, { headers: LOCAL });
const post = (body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
  give(new Request(URL_OF, { method: 'POST', headers: { ...LOCAL, ...headers }, body }));

const formWith = (field: File | string): FormData => {
  const form = new FormData();
  form.set('file', field);
  return form;
};

describeOnBothEngines('a file of cost by the API', (open) => {
  beforeAll(async () => {
    openForProcess(await open());
    await rm(join(dataDir, 'costs'), { recursive: true, force: true });
  });

  const importOf = async (id: string) => costImport.parse(await (await find(asked(), of(id))).json());
  const ended = async (answer: Response) => {
    expect(answer.status).toBe(202);
    const started = importStarted.parse(await answer.json());
    await vi.waitFor(async () => expect((await importOf(started.id)).endedAt).not.toBeNull(), 15_000);
    return { ...started, item: await importOf(started.id) };
  };
  const received = async () =>
    (await readdir(join(dataDir, 'costs', 'incoming')).catch(() => [])).filter((name) => name !== '');
  // The end of an import is written down before its file goes.
  const requireNothingLeft = () => vi.waitFor(async () => expect(await received()).toEqual([]));
  const listed = async () => costImportList.parse(await (await list(asked())).json()).items;

  it('counts, once however often it comes, until it is undone', async () => {
    const text = fileOf(line(3, '85'), line(4, '17'));
    const { id, known, item } = await ended(await post(formWith(new File([text], 'january.csv'))));
    expect([known, item]).toMatchObject([
      false,
      { name: 'january.csv', state: 'done', rows: 2, totals: [{ currency: 'EUR', net: '102' }] },
    ]);
    expect(await (await post(text)).json()).toEqual({ id, known: true });
    expect(await listed()).toHaveLength(1);
    expect((await undo(asked(), of(id))).status).toBe(204);
    expect(await listed()).toEqual([]);
    await requireNothingLeft();
    expect((await undo(asked(), of(id))).status).toBe(404);
  });

  it('gives the lines that could not be read, with the reason, as text that no spreadsheet runs', async () => {
    const days = Array.from({ length: 20 }, (_one, day) => line(day + 1, '10'));
    const { id, item } = await ended(await post(fileOf(...days, '=HYPERLINK("x"),y', line(21, '=1+1'))));
    expect(item).toMatchObject({ state: 'done', rows: 20, rejected: 2 });
    const answer = await rejected(asked(), of(id));
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const lines = (await answer.text()).replace('\uFEFF', '').split('\r\n');
    expect(lines).toEqual([
      'file,line,reason,text',
      `,22,it has 2 cells where the first line names 8,"'=HYPERLINK(""x""),y"`,
      `,23,costInBillingCurrency is no amount,"${line(21, '=1+1')}"`,
      '',
    ]);
    const dutch = await rejected(asked('?language=nl'), of(id));
    const [heads, first] = (await dutch.text()).replace('\uFEFF', '').split('\r\n');
    expect(heads).toBe('Bestand;Regel;Reden;De regel zelf');
    expect(first).toContain(';22;er zijn 2 cellen waar de eerste regel er 8 noemt;');
    expect((await rejected(asked('?language=xx'), of(id))).status).toBe(400);
    await undo(asked(), of(id));
  });

  it('is held against others of its month, or a month against nothing', async () => {
    const { id } = await ended(await post(fileOf(line(3, '85'))));
    const compared = async (search: string) => {
      const answer = await reconcile(new Request(`${URL_OF}/reconcile${search}`, { headers: LOCAL }));
      return { status: answer.status, body: await answer.json() };
    };
    const newest = await compared('');
    expect(reconciliation.parse(newest.body)).toMatchObject({
      ...{ period: '2026-01', periods: ['2026-01'], open: false, usage: [], invoices: [], details: [{ id }] },
    });
    expect(await compared('?period=2026-01')).toEqual(newest);
    expect(await compared('?period=2025-12')).toMatchObject({
      status: 200,
      body: { period: '2025-12', details: [] },
    });
    for (const wrong of ['?period=2026-13', '?period=', '?month=2026-01', '?period=2026-01&period=2026-02']) {
      expect(await compared(wrong)).toMatchObject({ status: 400, body: { code: expect.any(String) } });
    }
    await undo(asked(), of(id));
  });

  it('that is refused says why, and can be given again', async () => {
    for (const state of ['refused', 'refused']) {
      const { item } = await ended(await post('who,when\nAda,July'));
      expect(item).toMatchObject({
        state,
        reason: expect.stringContaining('No known file of cost'),
      });
    }
    await requireNothingLeft();
  });

  it.each<[string, () => Promise<Response>, number, string]>([
    [
      'larger than this server takes, as it says itself',
      () => post(Buffer.alloc(MOST + 1), { 'content-length': String(MOST + 1) }),
      413,
      'file-too-large',
    ],
    ['larger than this server takes', () => post(Buffer.alloc(MOST + 1)), 413, 'file-too-large'],
    [
      'larger than this server takes, in a form',
      () => post(formWith(new File([Buffer.alloc(MOST + 1)], 'large.csv'))),
      413,
      'file-too-large',
    ],
    ['cut off on its way', () => post('abc', { 'content-length': '300' }), 400, 'file-not-whole'],
    ['no file but a field of a form', () => post(formWith('abc')), 400, 'no-file'],
  ])('%s is refused, and nothing of it is kept', async (_name, call, status, code) => {
    const answer = await call();
    expect([answer.status, await answer.json()]).toMatchObject([status, { code }]);
    await requireNothingLeft();
  });

  it('just as large as this server takes is taken', async () => {
    const { item } = await ended(await post(Buffer.alloc(MOST, ' ')));
    expect(item).toMatchObject({ bytes: MOST, state: 'refused' });
  });
});
