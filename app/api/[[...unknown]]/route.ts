import { notFound } from '#app/api/respond.ts';

const unknown = (): Response =>
  notFound('There is no such call. /api/v1/openapi.json lists those there are.');

export { unknown as GET, unknown as POST, unknown as PUT, unknown as PATCH, unknown as DELETE };
