import 'server-only';
import { config } from '#lib/config.ts';
import { decimalText } from '#lib/core/money.ts';

export type AppInfo = {
  environmentLabel: string | null;
  azureConfigured: boolean;
  /** Fraction, assumed where no rate was seen. */
  creditRate: string;
  partnerIds: string[];
  partnerGlobalId: string | null;
  now: string;
};

export function getAppInfo(): AppInfo {
  const { environmentLabel, azure, partner } = config();
  return {
    environmentLabel,
    azureConfigured: azure !== null,
    creditRate: decimalText(partner.creditRate),
    partnerIds: partner.partnerIds,
    partnerGlobalId: partner.globalId,
    now: new Date().toISOString(),
  };
}
