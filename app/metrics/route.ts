import { respond } from '#app/api/respond.ts';
import { getMetrics } from '#lib/queries/metrics.ts';

export const dynamic = 'force-dynamic';

/** Prometheus text. */
export const GET = (request: Request): Promise<Response> =>
  respond(async () => {
    const { text, type } = await getMetrics(request.headers.get('authorization'));
    return new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
  });
