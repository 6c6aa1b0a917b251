import { CronExpressionParser } from 'cron-parser';
import { z } from 'zod';
import { parsePartnerId, parsePrincipalId, parseTenantId } from '#lib/core/ids.ts';
import { parseDay } from '#lib/core/periods.ts';
import { parseDecimal, requireDecimal } from '#lib/core/money.ts';
import { PARTNER_TYPES } from './settings.ts';

/** Parses text or fails with the given hint; the hint never repeats the value. */
function parsed<Value>(parse: (text: string) => Value | null, hint: string) {
  return z.string().transform((text, context): Value => {
    const value = parse(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: hint });
    return z.NEVER;
  });
}

const partnerIdsOf = (text: string) => {
  const ids = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parsePartnerId);
  const known = ids.filter((id) => id !== null);
  return known.length === 0 || known.length < ids.length ? null : [...new Set(known)];
};

const portOf = (text: string) => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
};

const SMALLEST_LIMIT = 2 ** 20;

const bytesOf = (text: string) => {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  return value >= SMALLEST_LIMIT ? value : null;
};

const fractionOf = (text: string) => {
  const value = parseDecimal(text);
  return value !== null && value.gt(0) && value.lt(1) ? value : null;
};

const urlOf = (text: string, protocols: readonly string[]) => {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return protocols.includes(url.protocol) && url.hostname !== '' ? url : null;
};

const publicUrlOf = (text: string) => {
  const url = urlOf(text, ['http:', 'https:']);
  return url === null || url.username !== '' || url.password !== '' ? null : url.origin;
};

const databaseUrlOf = (text: string) =>
  urlOf(text, ['postgres:', 'postgresql:']) === null || !/\/[^/?]+(\?|$)/.test(text.slice(12)) ? null : text;

const opaqueIdOf = (text: string) => (/^[^\s/?#\\]{1,200}$/.test(text) ? text : null);

const guidOf = (text: string) => parseTenantId(text);

const tenantIdsOf = (text: string) => {
  const ids = text.split(',').map(parseTenantId);
  const known = ids.filter((id) => id !== null);
  return known.length < ids.length ? null : [...new Set(known)];
};

const roleGroupsOf = (text: string) => {
  const pairs = text.split(',').map((pair) => /^(Pec\.(?:Viewer|Support|Admin))=(\S+)$/.exec(pair.trim()));
  const groups = pairs.flatMap((pair) => {
    const groupId = parsePrincipalId(pair?.[2] ?? '');
    return groupId === null || pair?.[1] === undefined ? [] : [{ role: pair[1], groupId }];
  });
  return groups.length < pairs.length ? null : groups;
};

const scopeOf = (text: string) => (/^[a-z]+:\/\/[^\s]+\/[^\s/]+$/i.test(text) ? text : null);
const secretOf = (text: string) => (text.length >= 32 ? text : null);
const countOf = (text: string) => (/^\d$/.test(text) ? Number(text) : null);

/** Five fields; a sixth, for seconds, would sync far too often. */
const scheduleOf = (text: string) => {
  if (text === 'off') return text;
  try {
    CronExpressionParser.parse(text, { tz: 'UTC' });
    return text.trim().split(/\s+/).length === 5 ? text : null;
  } catch {
    return null;
  }
};

const CREDENTIAL_KINDS = [
  'EnvironmentCredential',
  'WorkloadIdentityCredential',
  'ManagedIdentityCredential',
] as const;

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const currencyOf = (text: string): string | null => {
  const code = text.toUpperCase();
  return CURRENCIES.has(code) ? code : null;
};

export const environment = z.object({
  DATABASE_URL: parsed(
    databaseUrlOf,
    'must look like postgres://user:password@host:5432/database',
  ).optional(),
  DATA_DIR: z.string().default('.data'),
  AZURE_TENANT_ID: parsed(parseTenantId, 'must be a tenant id (a GUID)').optional(),
  AZURE_CLIENT_ID: parsed(guidOf, 'must be an application (client) id (a GUID)').optional(),
  AZURE_CLIENT_SECRET: z.string().optional(),
  AZURE_CLIENT_CERTIFICATE_PATH: z.string().optional(),
  AZURE_FEDERATED_TOKEN_FILE: z.string().optional(),
  AZURE_TOKEN_CREDENTIALS: z
    .enum(CREDENTIAL_KINDS, { error: `must be one of ${CREDENTIAL_KINDS.join(', ')}` })
    .optional(),
  AZURE_AUTHORITY_HOST: z.string().optional(),
  AZURE_RESOURCE_MANAGER_URL: z.string().optional(),
  MICROSOFT_GRAPH_URL: z.string().optional(),
  AZURE_STORAGE_BLOB_URL: z.string().optional(),
  ALLOW_CUSTOM_AZURE_HOSTS: z.enum(['true', 'false'], { error: 'must be true or false' }).optional(),
  PARTNER_IDS: parsed(partnerIdsOf, 'must be partner IDs (digits), comma separated').optional(),
  PARTNER_GLOBAL_ID: parsed(parsePartnerId, 'must be one partner ID (digits)').optional(),
  PARTNER_TYPE: z.enum(PARTNER_TYPES, { error: `must be one of ${PARTNER_TYPES.join(', ')}` }).optional(),
  ENROLMENT_MOVED_ON: parsed(parseDay, 'must be a day such as 2026-10-14').optional(),
  CREDIT_RATE: parsed(fractionOf, 'must be a fraction above 0 and below 1, such as 0.15').default(
    requireDecimal('0.15'),
  ),
  REPORTING_CURRENCY: parsed(currencyOf, 'must be the code of a currency, such as EUR').optional(),
  BILLING_ACCOUNT: parsed(opaqueIdOf, 'must be a billing account name without spaces or slashes').optional(),
  LINK_CREDENTIALS_FILE: z.string().optional(),
  RESELLERS_FILE: z.string().optional(),
  PUBLIC_URL: parsed(publicUrlOf, 'must be an http or https address without user and password').optional(),
  SIGN_IN_TENANT_ID: parsed(parseTenantId, 'must be a tenant id (a GUID)').optional(),
  SIGN_IN_CLIENT_ID: parsed(guidOf, 'must be an application (client) id (a GUID)').optional(),
  SIGN_IN_API_SCOPE: parsed(scopeOf, 'must be a scope such as api://CLIENT_ID/Pecboard.Access').optional(),
  SIGN_IN_CLIENT_SECRET: z.string().optional(),
  SIGN_IN_CLIENT_CERTIFICATE_PATH: z.string().optional(),
  SIGN_IN_ALLOWED_TENANTS: parsed(tenantIdsOf, 'must be tenant ids (GUIDs), comma separated').optional(),
  SIGN_IN_ROLE_GROUPS: parsed(
    roleGroupsOf,
    'must be pairs such as Pec.Admin=GROUP_OBJECT_ID, comma separated',
  ).optional(),
  SIGN_IN_ALLOW_GUESTS: z.enum(['true', 'false'], { error: 'must be true or false' }).optional(),
  SESSION_SECRET: parsed(secretOf, 'must have 32 characters or more').optional(),
  DEMO_PEOPLE_FILE: z.string().optional(),
  TRUSTED_PROXIES: parsed(countOf, 'must be how many proxies stand before the server, 0 to 9').default(0),
  SYNC_SCHEDULE: parsed(scheduleOf, 'must be "off" or a cron expression in UTC, such as 0 3 * * *').default(
    '0 3 * * *',
  ),
  METRICS_TOKEN: parsed(secretOf, 'must have 32 characters or more').optional(),
  IMPORT_MAX_BYTES: parsed(bytesOf, 'must be a number of bytes, 1048576 or more').default(8 * 2 ** 30),
  IMPORT_FOLDER: z.string().optional(),
  IMPORT_CONTAINER_URL: z.string().optional(),
  PORT: parsed(portOf, 'must be a port from 1 to 65535').default(3000),
  ENVIRONMENT_LABEL: z.string().max(80, { error: 'must have at most 80 characters' }).optional(),
});

export type EnvironmentValues = z.infer<typeof environment>;

/** Every variable the product knows. */
export const VARIABLES: readonly string[] = Object.keys(environment.shape);
