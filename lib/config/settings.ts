import type { AzureSettings } from '#lib/azure/settings.ts';
import type { Reseller } from '#lib/core/evidence.ts';
import type { PartnerId } from '#lib/core/ids.ts';
import type { Decimal } from '#lib/core/money.ts';
import type { Day } from '#lib/core/periods.ts';
import type { ImportSettings } from './imports.ts';
import type { SignInSettings } from './sign-in.ts';

export const PARTNER_TYPES = ['direct-bill', 'indirect-provider', 'indirect-reseller'] as const;
export type PartnerType = (typeof PARTNER_TYPES)[number];

export type DatabaseSettings = { kind: 'embedded'; dataDir: string } | { kind: 'postgres'; url: string };

export type PartnerSettings = {
  partnerIds: PartnerId[];
  globalId: PartnerId | null;
  type: PartnerType | null;
  creditRate: Decimal;
  /** Code of the currency that sums of several are shown in beside their own; null: none. */
  reportingCurrency: string | null;
  /** When our enrolment moved to another programme organisation; null: nobody says that it did. */
  enrolmentMovedOn: Day | null;
  /** null: no file, so who the resellers of record are is not known. */
  resellers: Reseller[] | null;
};

export type Config = {
  dataDir: string;
  database: DatabaseSettings;
  azure: AzureSettings | null;
  partner: PartnerSettings;
  billingAccount: string | null;
  imports: ImportSettings;
  publicUrl: string | null;
  port: number;
  environmentLabel: string | null;
  signIn: SignInSettings | null;
  /** How many proxies add themselves to X-Forwarded-For; with 0 the header is not believed. */
  trustedProxies: number;
  /** A cron expression in UTC; null: no run begins by itself. */
  syncSchedule: string | null;
  /** Lets a monitoring program read /metrics from another machine. */
  metricsToken: string | null;
  /** Node's own NODE_EXTRA_CA_CERTS, to tell people of the demonstration which certificate to trust. */
  extraCaFile: string | null;
};

export type Environment = Record<string, string | undefined>;

/** Throws where the file cannot be read. */
export type ReadFile = (path: string) => string;

export type ParsedConfig = { ok: true; config: Config } | { ok: false; problems: string[] };
