import { expect, it } from 'vitest';
import { AttestationDrafts } from './attestation-drafts.ts';

const [ada, bob] = [
  { tenantId: 'one', principalId: 'ada' },
  { tenantId: 'one', principalId: 'bob' },
];
const begun = { isOpen: true, fields: { evidence: 'A picture of the portal' } };

it('keeps what was begun about an identity, and gives it to no other', () => {
  const drafts = new AttestationDrafts();
  drafts.keep(ada, { isOpen: true });
  drafts.keep(ada, { fields: begun.fields });
  expect(drafts.of({ ...ada })).toEqual(begun);
  expect(drafts.of(bob)).toEqual({ isOpen: false, fields: {} });
  expect(drafts.of({ ...ada, tenantId: 'two' })).toEqual({ isOpen: false, fields: {} });
});

it('forgets what was recorded', () => {
  const drafts = new AttestationDrafts();
  drafts.keep(ada, begun);
  drafts.forget(ada);
  expect(drafts.of(ada)).toEqual({ isOpen: false, fields: {} });
});
