import type { LinkMethod } from './facts.ts';
import type { LinkedHow } from './linked.ts';

/** What a page tells of it: which identity, which partner id, which tenant, how and when we know. */
export type ToldLink =
  | {
      kind: 'link';
      name: string;
      partnerId: string;
      tenantId: string;
      isMember: boolean;
      how: LinkMethod;
      day: string;
    }
  | Exclude<LinkedHow, { kind: 'link' | 'aobo' }>
  | { kind: 'aobo' }
  /** Of rows from before texts had languages. */
  | { kind: 'sentence'; text: string };

export function toldLink(how: LinkedHow): ToldLink {
  if (how.kind === 'aobo') return { kind: 'aobo' };
  if (how.kind !== 'link') return how;
  const { link, displayName, principalId, tenantId, checkedAt } = how.link;
  return {
    kind: 'link',
    name: displayName ?? principalId,
    partnerId: link.state === 'linked' ? link.partnerId : '',
    tenantId,
    isMember: how.throughGroup !== null,
    how: how.link.how,
    day: checkedAt.slice(0, 10),
  };
}
