import { describe, expect, it } from 'vitest';
import { read, unread } from '../evidence.ts';
import type { Identity } from '../facts.ts';
import { identity, inCustomer, linked, person, principal } from '../testing/cause-case.ts';
import * as made from '../testing/made-facts.ts';
import { ownTwins, twinLinks } from './twins.ts';

const guest = person(60, {
  tenantId: made.CUSTOMER,
  userType: 'Guest',
  homeUserName: 'ann@fabrikam.example',
});
const ann = person(8, { homeUserName: 'ann@fabrikam.example' });
const eve = person(9, { homeUserName: 'eve@fabrikam.example' });
const app = identity(61, { tenantId: made.CUSTOMER, appId: 'app-1' });
const ids = (identities: readonly Identity[]) => identities.map(({ principalId }) => principalId);

describe('the same person or application', () => {
  it('is found in our directory, alone or as a member of a group, by name or application', () => {
    const of = (rest: made.Made) => made.madeFacts(rest).managing;
    expect(ids(ownTwins(guest, of({ identities: [eve, ann] })))).toEqual([principal(8)]);
    expect(ids(ownTwins(guest, of({ members: [[principal(7), [eve, ann]]] })))).toEqual([principal(8)]);
    const both = of({
      identities: [ann],
      members: [[principal(7), [{ ...ann, principalId: principal(10) }]]],
    });
    expect(ids(ownTwins(guest, both))).toEqual([principal(8), principal(10)]);
    expect(ids(ownTwins(guest, both))).toEqual([principal(8), principal(10)]);
    expect(ids(ownTwins(app, of({ identities: [identity(1, { appId: 'app-1' })] })))).toEqual([principal(1)]);
    expect(ownTwins(app, of({ identities: [identity(1, { appId: 'app-2' })] }))).toEqual([]);
  });

  it('is an application by its id, whatever its name', () => {
    const named = { ...app, homeUserName: 'ann@fabrikam.example' };
    expect(ownTwins(named, made.madeFacts({ identities: [ann] }).managing)).toEqual([]);
    const people = made.madeFacts({ identities: [{ ...ann, homeUserName: 'app-1' }] }).managing;
    expect(ownTwins(app, people)).toEqual([]);
  });

  it('is nobody where nothing tells them apart, or the directory is unread', () => {
    const nameless = made.madeFacts({ identities: [person(8)] }).managing;
    expect(ownTwins(person(60), nameless)).toEqual([]);
    const unseen = made.madeFacts({ identities: unread('forbidden') }).managing;
    expect(ownTwins(guest, unseen)).toEqual([]);
    const member = made.madeFacts({ identities: unread('forbidden'), members: [[principal(7), [ann]]] });
    expect(ids(ownTwins(guest, member.managing))).toEqual([principal(8)]);
  });

  it('is linked in the other tenant where we hold its link there', () => {
    const facts = (links: made.Made['links']) =>
      made.madeFacts({
        identities: [ann],
        links: links ?? [],
        customer: { identities: read(new Map([[principal(60), guest]]), made.NOW) },
      });
    const links = facts([inCustomer(linked(60)), linked(8)]);
    expect(twinLinks(ann, made.CUSTOMER, links)).toEqual([inCustomer(linked(60))]);
    expect(twinLinks(guest, made.US, links)).toEqual([linked(8)]);
    expect(twinLinks(ann, made.CUSTOMER, facts([linked(60)]))).toEqual([]);
    expect(twinLinks(eve, made.CUSTOMER, links)).toEqual([]);
    expect(twinLinks(person(8), made.CUSTOMER, links)).toEqual([]);
    const nameless = made.madeFacts({
      links: [inCustomer(linked(60))],
      customer: { identities: read(new Map([[principal(60), person(60)]]), made.NOW) },
    });
    expect(twinLinks(person(8), made.CUSTOMER, nameless)).toEqual([]);
  });
});
