import type { TenantId } from '#lib/core/ids.ts';

type Application = { tenantId: TenantId; clientId: string };
export type SecretIdentity = Application & { kind: 'secret'; clientSecret: string };
export type CertificateIdentity = Application & { kind: 'certificate'; certificatePath: string };

export type ServiceIdentity =
  | SecretIdentity
  | CertificateIdentity
  | (Application & { kind: 'workload'; tokenFilePath: string })
  | { kind: 'managed'; tenantId: TenantId; clientId: string | null };

/** An identity whose partner link is read with its own token, in its own tenant. */
export type LinkCredential = { displayName: string | null } & (SecretIdentity | CertificateIdentity);

export type AzureSettings = {
  authorityHost: string;
  resourceManagerUrl: string;
  graphUrl: string;
  /** Address of a storage account, with {account} where its name belongs. */
  blobUrlTemplate: string;
  identity: ServiceIdentity;
  linkCredentials: LinkCredential[];
};

export const AUDIENCES = ['resource-manager', 'graph'] as const;
export type Audience = (typeof AUDIENCES)[number];

const MICROSOFT_AUTHORITIES = new Set([
  'login.microsoftonline.com',
  'login.microsoft.com',
  'login.windows.net',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
  'login.chinacloudapi.cn',
]);

const SOVEREIGN_HOSTS = new Set([
  'management.usgovcloudapi.net',
  'management.chinacloudapi.cn',
  'graph.microsoft.us',
  'dod-graph.microsoft.us',
  'microsoftgraph.chinacloudapi.cn',
]);

const PUBLIC_SCOPES: Record<Audience, string> = {
  'resource-manager': 'https://management.azure.com/.default',
  graph: 'https://graph.microsoft.com/.default',
};

export const endpointOf = (settings: AzureSettings, audience: Audience): string =>
  (audience === 'graph' ? settings.graphUrl : settings.resourceManagerUrl).replace(/\/+$/, '');

/** Any host that is not one of Microsoft's sovereign clouds is asked with the public cloud's audience. */
export function scopeOf(settings: AzureSettings, audience: Audience): string {
  const { origin, hostname } = new URL(endpointOf(settings, audience));
  return SOVEREIGN_HOSTS.has(hostname) ? `${origin}/.default` : PUBLIC_SCOPES[audience];
}

export const isMicrosoftAuthority = (authorityHost: string): boolean =>
  MICROSOFT_AUTHORITIES.has(new URL(authorityHost).hostname);
