import { problem } from '#app/api/respond.ts';
import { log } from '#lib/log.ts';
import { checkDatabase } from '#lib/queries/readiness.ts';

export const dynamic = 'force-dynamic';

/** The database answers and has the schema. */
export async function GET(): Promise<Response> {
  try {
    await checkDatabase();
    return Response.json({ status: 'ready' }, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    log.error({ err: error }, 'the database is not ready');
    return problem({
      status: 503,
      code: 'not-ready',
      title: 'Not ready',
      detail: 'The database does not answer. The log says why.',
    });
  }
}
