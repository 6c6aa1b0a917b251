import type { SignInSettings } from '#lib/config.ts';
import type { TenantId } from '#lib/core/ids.ts';

/** Tokens name one host of a cloud as issuer, whatever host of it was asked. */
const ISSUER_HOSTS: Readonly<Record<string, string>> = {
  'login.microsoft.com': 'login.microsoftonline.com',
  'login.windows.net': 'login.microsoftonline.com',
  'login.chinacloudapi.cn': 'login.partner.microsoftonline.cn',
};

export function issuerOf({ authorityHost }: SignInSettings, tenantId: TenantId): string {
  const url = new URL(authorityHost);
  return `${url.protocol}//${ISSUER_HOSTS[url.hostname] ?? url.host}/${tenantId}/v2.0`;
}

export const keysAddress = ({ authorityHost, tenantId }: SignInSettings): URL =>
  new URL(`/${tenantId}/discovery/v2.0/keys`, authorityHost);

export const authorityOf = ({ authorityHost, tenantId }: SignInSettings): string =>
  `${new URL(authorityHost).origin}/${tenantId}`;
