import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { AzureFailure, type ApiName } from './failure.ts';

/** A nextLink names its own host: one that is not configured is refused before a token is attached. */
export function guardDestination(
  source: ApiName,
  isKnownOrigin: (origin: string) => boolean,
): PipelinePolicy {
  return {
    name: 'guardDestination',
    sendRequest(request, next) {
      const { origin } = new URL(request.url);
      if (isKnownOrigin(origin)) return next(request);
      throw new AzureFailure({ kind: 'foreign-host', source, message: `refused to call ${origin}` });
    },
  };
}

/** Ends a listing whose link or token leads back to a page already asked for. One policy per listing. */
export function guardRepeats(source: ApiName): PipelinePolicy {
  const asked = new Set<string>();
  return {
    name: 'guardRepeats',
    sendRequest(request, next) {
      const question = `${request.url} ${typeof request.body === 'string' ? request.body : ''}`;
      if (asked.has(question)) {
        throw new AzureFailure({
          kind: 'malformed',
          source,
          message: 'nextLink: leads back to a page already read',
        });
      }
      asked.add(question);
      return next(request);
    },
  };
}

const GONE = 410;

/** Azure knows nothing, or nothing any more, at an address that it gave. */
export const isDeadLink = (error: unknown): error is AzureFailure =>
  error instanceof AzureFailure && (error.kind === 'not-found' || error.status === GONE);

/** What Azure cannot find though its own link names it is a fault of the link: of the list itself it says nothing. */
export const refuseDeadLink =
  (source: ApiName, link = 'nextLink') =>
  (error: unknown): never => {
    if (!isDeadLink(error)) throw error;
    const { status, code } = error;
    throw new AzureFailure({
      ...{ kind: 'malformed', source, status, code },
      message: `${link}: leads to nothing that Azure knows`,
    });
  };
