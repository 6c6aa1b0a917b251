import { z } from 'zod';
import { guid, instant, personId } from './shared.ts';

export const person = z
  .object({
    personId: z.string(),
    kind: z.enum(['person', 'program']),
    name: z.string(),
    userName: z.string().nullable(),
    roles: z.array(z.string()).nullable().meta({ description: 'null: has not signed in yet' }),
    seesAll: z.boolean().nullable().meta({ description: 'null: nobody has decided' }),
    lastSeenAt: instant.nullable(),
    customers: z.array(z.object({ tenantId: guid, displayName: z.string().nullable() })),
    owns: z.number().int(),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof person>;

export const peopleList = z.object({
  items: z.array(person),
  customers: z.array(z.object({ tenantId: guid, displayName: z.string() })),
});
export type PeopleList = z.infer<typeof peopleList>;

/** What an administrator decides about a person; people may be named before they first sign in. */
export const personChange = z.strictObject({
  personId,
  name: z.string().trim().min(1).max(200).optional(),
  seesAll: z.boolean().nullable(),
  tenantIds: z.array(guid).max(20_000),
});
export type PersonChange = z.infer<typeof personChange>;

/** Whose sessions shall end at once. */
export const sessionsEnd = z.strictObject({ personId });

export const ownerChange = z.strictObject({ personId: personId.nullable() });

export type OwnerChoice = { personId: string; name: string }[];
