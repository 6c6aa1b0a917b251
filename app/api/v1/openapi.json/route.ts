import { answer, refuseParameters, respond } from '#app/api/respond.ts';
import { openApiDocument } from '#lib/queries/openapi.ts';

export const GET = (request: Request): Promise<Response> =>
  respond(async () => {
    refuseParameters(request);
    return answer(openApiDocument());
  });
