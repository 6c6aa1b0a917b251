import 'server-only';
import { canActForPeople } from '#lib/auth/on-behalf-of.ts';
import { config, type Config } from '#lib/config.ts';
import { decimalText } from '#lib/core/money.ts';
import { SETTING_NAMES, SETTINGS } from '#lib/core/settings.ts';
import { findSettings, listChangedSettings } from '#lib/db/settings.ts';
import { getCompleteness } from './completeness.ts';
import { choosePeriod, queryContext } from './context.ts';
import type { Configured, Setting, SettingsPage } from './schemas/settings.ts';

/** What can be changed, what the environment says, and which sources lack a right; for administrators. */
export async function getSettings(): Promise<SettingsPage> {
  const context = await queryContext('Pec.Admin');
  const { period } = await choosePeriod(context, undefined);
  const changed = new Map((await listChangedSettings(context.db)).map((row) => [row.name, row]));
  return {
    settings: SETTING_NAMES.map((name): Setting => {
      const row = changed.get(name);
      return {
        name,
        ...SETTINGS[name],
        value: row?.value ?? SETTINGS[name].usual,
        changedByName: row?.changedByName ?? null,
        changedAt: row?.changedAt ?? null,
      };
    }),
    configured: describe(config()),
    completeness: await getCompleteness(context, period),
  };
}

/** How long a link may be attested for, by whoever may attest one. */
export async function getAttestationDays(): Promise<number> {
  const { db } = await queryContext('Pec.Support');
  return (await findSettings(db)).attestationDays;
}

/** Names and numbers: nothing of it opens anything. */
function describe({ partner, azure, signIn, billingAccount, database }: Config): Configured {
  return {
    partnerIds: partner.partnerIds,
    partnerGlobalId: partner.globalId,
    partnerType: partner.type,
    resellers:
      partner.resellers?.map(({ name, tenantId, customers, subscriptions }) => ({
        name,
        tenantId,
        customers: customers.size,
        subscriptions: subscriptions.size,
      })) ?? null,
    creditRate: decimalText(partner.creditRate),
    reportingCurrency: partner.reportingCurrency,
    billingAccount,
    azure: azure && {
      tenantId: azure.identity.tenantId,
      clientId: azure.identity.clientId,
      linkCredentials: azure.linkCredentials.length,
    },
    signIn: signIn && {
      tenantId: signIn.tenantId,
      clientId: signIn.clientId,
      allowedTenants: [...signIn.allowedTenants],
      roleGroups: [...signIn.roleGroups],
      allowGuests: signIn.allowGuests,
      actsForPeople: canActForPeople(signIn),
    },
    database: database.kind,
  };
}
