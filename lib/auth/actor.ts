import type { Visibility } from '#lib/db/visible-customers.ts';
import { includesRole, type Role } from './roles.ts';

/** Who asks, and what they may see. Made from a verified session or token only. */
export type Actor = {
  kind: 'person' | 'program' | 'local-admin';
  /** tenant/object id; for audit and assignments. */
  id: string;
  name: string;
  roles: readonly Role[];
  customers: Visibility;
  /** The session row behind a person's cookie; null for programs and the local administrator. */
  sessionId: string | null;
  /** When that session ends unless it is renewed. */
  sessionEndsAt: string | null;
};

export type RefusalCode =
  | 'sign-in-required'
  | 'session-ended'
  | 'token-refused'
  | 'role-required'
  | 'person-required'
  | 'other-site';

/** A request that is understood and not allowed; mapped to HTTP in one place. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** Who was refused, where that is known. */
  readonly actor: Actor | null;

  constructor(code: RefusalCode, message: string, actor: Actor | null = null) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.actor = actor;
  }
}

export function requireRole(actor: Actor, role: Role): void {
  if (includesRole(actor.roles, role)) return;
  throw new Refusal('role-required', `This needs the role ${role}.`, actor);
}

/** What belongs to a person, such as a partner link, no program may ask for. */
export function requirePerson(actor: Actor): void {
  if (actor.kind === 'person') return;
  throw new Refusal(
    'person-required',
    'Only a person who has signed in with Microsoft Entra may do this.',
    actor,
  );
}

/** Where nobody signs in, whoever sits at this machine is its administrator. */
export const LOCAL_ADMIN: Actor = {
  kind: 'local-admin',
  id: 'local-admin',
  name: 'Local administrator',
  roles: ['Pec.Admin'],
  customers: { kind: 'all' },
  sessionId: null,
  sessionEndsAt: null,
};
