import { answer, notFound, problem, refuseParameters, respond } from '#app/api/respond.ts';
import { changeRun } from '#lib/commands/change-run.ts';
import type { RunRequest } from '#lib/core/sync-run.ts';

export type Context = { params: Promise<{ id: string }> };

/** What pause, resume and cancel have in common. */
export const answerChange =
  (change: RunRequest) =>
  (request: Request, { params }: Context): Promise<Response> =>
    respond(async () => {
      refuseParameters(request);
      const { id } = await params;
      const changed = await changeRun(id, change);
      switch (changed.kind) {
        case 'changed':
          return answer({ id }, 202);
        case 'unknown-run':
          return notFound('No sync run with this id is known.');
        case 'ended':
          return problem({
            status: 409,
            code: 'run-ended',
            title: 'The run has ended',
            detail: `It is ${changed.status}, so there is nothing to ${change}.`,
          });
      }
    });
