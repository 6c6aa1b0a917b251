import { answer } from '#app/api/respond.ts';
import { openApiDocument } from '#lib/queries/openapi.ts';

export const GET = (): Response => answer(openApiDocument());
