import 'server-only';
import type { Actor } from '#lib/auth/actor.ts';
import { requireActor } from '#lib/auth/request-actor.ts';

export type SessionInfo = {
  kind: Actor['kind'];
  name: string;
  roles: readonly string[];
  /** Whether only assigned customers are shown. */
  limited: boolean;
  /** When a person's session ends unless it is renewed; null where there is none. */
  endsAt: string | null;
};

export async function getSession(): Promise<SessionInfo> {
  const { kind, name, roles, customers, sessionEndsAt } = await requireActor('Pec.Viewer');
  return { kind, name, roles, limited: customers.kind === 'assigned', endsAt: sessionEndsAt };
}
