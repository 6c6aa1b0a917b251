import type { Link } from '#lib/queries/schemas/links.ts';

type Identity = Pick<Link, 'tenantId' | 'principalId'>;

export const identityOf = ({ tenantId, principalId }: Identity): string => `${tenantId}/${principalId}`;

/** A form that somebody began: whether it stands open, and what its fields hold. */
export type Draft = { isOpen: boolean; fields: Readonly<Record<string, string>> };

/** What was begun about each identity, while its row comes and goes with what is in view. */
export class AttestationDrafts {
  readonly #drafts = new Map<string, Draft>();

  of(link: Identity): Draft {
    return this.#drafts.get(identityOf(link)) ?? NOTHING;
  }

  keep(link: Identity, changed: Partial<Draft>): void {
    this.#drafts.set(identityOf(link), { ...this.of(link), ...changed });
  }

  forget(link: Identity): void {
    this.#drafts.delete(identityOf(link));
  }
}

const NOTHING: Draft = { isOpen: false, fields: {} };
