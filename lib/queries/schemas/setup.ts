import { z } from 'zod';
import { HIDDEN_COLUMNS, SETUP_STATES, SETUP_STEPS } from '#lib/core/setup-steps.ts';
import { guid, period } from './shared.ts';

export const setupStep = z.enum(SETUP_STEPS);

const setupItem = z
  .object({
    step: setupStep,
    state: z.enum(SETUP_STATES),
    setAside: z.boolean().meta({ description: 'Whoever asks does not want to be reminded of it' }),
    maySetAside: z.boolean(),
    hidden: z
      .array(z.object({ column: z.enum(HIDDEN_COLUMNS), subscriptions: z.number().int() }))
      .meta({ description: 'Subscriptions of which a column is unknown where this is missing' }),
    customers: z
      .object({
        total: z.number().int(),
        first: z.array(z.object({ tenantId: guid, displayName: z.string() })),
      })
      .nullable()
      .meta({ description: 'Of whom a right is missing; null: of the partner as a whole' }),
    commands: z
      .array(z.object({ kind: z.enum(['settings', 'azure-cli', 'address', 'json']), text: z.string() }))
      .meta({ description: 'To copy; for administrators' }),
    source: z
      .object({ title: z.string(), address: z.string(), date: z.iso.date() })
      .nullable()
      .meta({ description: 'The public page that it rests on, and the version of it' }),
  })
  .meta({ id: 'SetupItem' });
export type SetupItem = z.infer<typeof setupItem>;

export const setup = z
  .object({
    period,
    next: setupStep.nullable().meta({ description: 'What to connect next; null: nothing is missing' }),
    missing: z.number().int(),
    items: z.array(setupItem),
  })
  .meta({ id: 'Setup' });
export type Setup = z.infer<typeof setup>;

export const setupChange = z.strictObject({
  setAside: z.boolean().meta({ description: 'false: reminds of it again' }),
});
