import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AzureSettings } from '#lib/azure/settings.ts';
import { parseAzureHosts } from './config/azure-hosts.ts';
import { parseIdentity } from './config/azure-identity.ts';
import { environment, type EnvironmentValues } from './config/environment.ts';
import { parseImports } from './config/imports.ts';
import { openServerProblem } from './config/listen-address.ts';
import { parseLinkCredentials } from './config/link-credentials.ts';
import { parseSignIn } from './config/sign-in.ts';
import { parseResellers } from './config/resellers.ts';
import type { Config, Environment, ParsedConfig, PartnerSettings, ReadFile } from './config/settings.ts';

export type { SignInSettings } from './config/sign-in.ts';
export type { Config, DatabaseSettings, PartnerSettings, PartnerType } from './config/settings.ts';

/** One message that names every wrong variable and how to mend it, never its value. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const lines = problems.map((problem) => `  - ${problem}`);
    super(`The configuration is wrong:\n${lines.join('\n')}\nEach variable is explained in .env.example.`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** An empty variable counts as unset: shells and compose files cannot always leave one out. */
const givenOf = (env: Environment): Environment =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => {
      const text = value?.trim() ?? '';
      return text === '' ? [] : [[name, text]];
    }),
  );

function parseAzure(values: EnvironmentValues, readFile: ReadFile, problems: string[]): AzureSettings | null {
  const hosts = parseAzureHosts(values, problems);
  const identity = parseIdentity(values, readFile, problems);
  const file = values.LINK_CREDENTIALS_FILE;
  const linkCredentials = file === undefined ? [] : parseLinkCredentials(file, readFile, problems);
  if (identity === 'absent' && file !== undefined) {
    problems.push(
      'LINK_CREDENTIALS_FILE: needs the service identity (AZURE_TENANT_ID, AZURE_CLIENT_ID, ...) too',
    );
  }
  return identity === 'absent' || identity === 'refused' ? null : { ...hosts, identity, linkCredentials };
}

function parsePartner(values: EnvironmentValues, readFile: ReadFile, problems: string[]): PartnerSettings {
  const partnerIds = values.PARTNER_IDS ?? [];
  const globalId = values.PARTNER_GLOBAL_ID ?? null;
  if (globalId !== null && partnerIds.includes(globalId)) {
    problems.push(
      'PARTNER_GLOBAL_ID: is also listed in PARTNER_IDS; a link to the global ID earns nothing, so list location IDs only',
    );
  }
  const file = values.RESELLERS_FILE;
  return {
    partnerIds,
    globalId,
    type: values.PARTNER_TYPE ?? null,
    creditRate: values.CREDIT_RATE,
    reportingCurrency: values.REPORTING_CURRENCY ?? null,
    enrolmentMovedOn: values.ENROLMENT_MOVED_ON ?? null,
    resellers: file === undefined ? null : parseResellers(file, readFile, problems),
  };
}

type ShapedValues = { values: EnvironmentValues; problems: string[] };

/** Wrong variables are set aside, so that the checks across variables still run and every fault is told at once. */
function shapeValues(given: Environment): ShapedValues {
  const shaped = environment.safeParse(given);
  if (shaped.success) return { values: shaped.data, problems: [] };
  const wrong = new Set(shaped.error.issues.map((issue) => String(issue.path[0])));
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)));
  const problems = shaped.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  return { values: environment.parse(rest), problems };
}

const nameOf = (problem: string): string => problem.slice(0, problem.indexOf(':'));

/** A variable set aside as wrong would otherwise be called missing as well. */
function withoutEchoes(first: readonly string[], later: readonly string[]): string[] {
  const named = new Set(first.map(nameOf));
  return [...first, ...later.filter((problem) => !named.has(nameOf(problem)))];
}

export function parseConfig(env: Environment, readFile: ReadFile): ParsedConfig {
  const given = givenOf(env);
  const { values, problems: shapeProblems } = shapeValues(given);
  const problems: string[] = [];
  const azure = parseAzure(values, readFile, problems);
  const partner = parsePartner(values, readFile, problems);
  const { authorityHost, blobUrlTemplate } = parseAzureHosts(values, []);
  const signIn = parseSignIn(values, readFile, { authorityHost, problems });
  const imports = parseImports(values, { blobUrlTemplate, hasIdentity: azure !== null, problems });
  const all = withoutEchoes(shapeProblems, problems);
  if (all.length > 0) return { ok: false, problems: all };
  const dataDir = resolve(values.DATA_DIR);
  const url = values.DATABASE_URL;
  const parsed: Config = {
    dataDir,
    database: url === undefined ? { kind: 'embedded', dataDir } : { kind: 'postgres', url },
    azure,
    partner,
    billingAccount: values.BILLING_ACCOUNT ?? null,
    imports,
    publicUrl: values.PUBLIC_URL ?? null,
    port: values.PORT,
    environmentLabel: values.ENVIRONMENT_LABEL ?? null,
    signIn,
    trustedProxies: values.TRUSTED_PROXIES,
    syncSchedule: values.SYNC_SCHEDULE === 'off' ? null : values.SYNC_SCHEDULE,
    metricsToken: values.METRICS_TOKEN ?? null,
    extraCaFile: given['NODE_EXTRA_CA_CERTS'] ?? null,
  };
  return { ok: true, config: parsed };
}

let current: Config | null = null;

/** The configuration of this process, parsed once. */
export function config(): Config {
  if (current !== null) return current;
  const parsed = parseConfig(process.env, (path) => readFileSync(path, 'utf8'));
  if (!parsed.ok) throw new ConfigError(parsed.problems);
  current = parsed.config;
  return current;
}

/** A configuration that is wrong stops the start elsewhere, with a message of its own. */
function signsIn(): boolean {
  const parsed = parseConfig(process.env, (path) => readFileSync(path, 'utf8'));
  return parsed.ok && parsed.config.signIn !== null;
}

/** Why this process may not serve people, or null. `next dev` is for the developer's own machine. */
export const serverProblem = (): string | null =>
  process.env.NODE_ENV === 'production' ? openServerProblem(process.argv, signsIn()) : null;

/** The developer's own server, whose tools evaluate code in the browser. */
export const isDevelopment = (): boolean => process.env.NODE_ENV === 'development';
