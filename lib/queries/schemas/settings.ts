import { z } from 'zod';
import { SETTINGS, type SettingName } from '#lib/core/settings.ts';
import { completeness, guid, instant } from './shared.ts';

const valueOf = (name: SettingName) => z.number().int().min(SETTINGS[name].least).max(SETTINGS[name].most);

/** All that can be changed, given as a whole. */
export const settingsChange = z
  .strictObject({
    attestationDays: valueOf('attestationDays').meta({
      description: 'How long an attested link may count at most',
    }),
    ownLinkDays: valueOf('ownLinkDays').meta({
      description: "How long a link counts that was read on a person's behalf",
    }),
    heavyLinkSubscriptions: valueOf('heavyLinkSubscriptions').meta({
      description: 'From how many subscriptions on it alone an identity is warned about',
    }),
  })
  .meta({ id: 'Settings' });
export type SettingsChange = z.infer<typeof settingsChange>;

const setting = z.object({
  name: z.enum(['attestationDays', 'ownLinkDays', 'heavyLinkSubscriptions']),
  value: z.number().int(),
  usual: z.number().int(),
  least: z.number().int(),
  most: z.number().int(),
  changedByName: z.string().nullable().meta({ description: 'null: has its usual value' }),
  changedAt: instant.nullable(),
});
export type Setting = z.infer<typeof setting>;

const configured = z
  .object({
    partnerIds: z.array(z.string()),
    partnerGlobalId: z.string().nullable(),
    partnerType: z.enum(['direct-bill', 'indirect-provider', 'indirect-reseller']).nullable(),
    resellers: z
      .array(
        z.object({
          name: z.string(),
          tenantId: guid.nullable(),
          customers: z.number().int(),
          subscriptions: z.number().int(),
        }),
      )
      .nullable()
      .meta({ description: 'null: no file of resellers, so who they are is not known' }),
    creditRate: z.string().meta({ description: 'Fraction, assumed where no rate was seen' }),
    reportingCurrency: z
      .string()
      .nullable()
      .meta({ description: 'Sums of several currencies are shown in it too; null: not configured' }),
    billingAccount: z.string().nullable().meta({ description: 'null: discovered' }),
    azure: z
      .object({
        tenantId: guid,
        clientId: z.string().nullable(),
        linkCredentials: z.number().int().meta({ description: 'Further principals whose link is read' }),
      })
      .nullable()
      .meta({ description: 'null: not configured; files of cost alone are read' }),
    signIn: z
      .object({
        tenantId: guid,
        clientId: z.string(),
        allowedTenants: z.array(guid),
        roleGroups: z.array(z.object({ role: z.string(), groupId: guid })),
        allowGuests: z.boolean(),
        actsForPeople: z.boolean(),
      })
      .nullable()
      .meta({ description: 'null: nobody signs in, this machine alone is served' }),
    database: z.enum(['embedded', 'postgres']),
  })
  .meta({ description: 'As the environment has it; no secret' });
export type Configured = z.infer<typeof configured>;

export const settingsPage = z
  .object({ settings: z.array(setting), configured, completeness: z.array(completeness) })
  .meta({ id: 'SettingsPage' });
export type SettingsPage = z.infer<typeof settingsPage>;
