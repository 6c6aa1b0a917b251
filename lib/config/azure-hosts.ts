import type { EnvironmentValues } from './environment.ts';

type HostVariable = 'AZURE_AUTHORITY_HOST' | 'AZURE_RESOURCE_MANAGER_URL' | 'MICROSOFT_GRAPH_URL';

/** Microsoft's clouds and their hosts; the first of each list is the public one's default. */
const CLOUDS: Record<HostVariable, Record<string, readonly string[]>> = {
  AZURE_AUTHORITY_HOST: {
    public: ['login.microsoftonline.com', 'login.microsoft.com', 'login.windows.net'],
    'US Government': ['login.microsoftonline.us'],
    China: ['login.chinacloudapi.cn', 'login.partner.microsoftonline.cn'],
  },
  AZURE_RESOURCE_MANAGER_URL: {
    public: ['management.azure.com'],
    'US Government': ['management.usgovcloudapi.net'],
    China: ['management.chinacloudapi.cn'],
  },
  MICROSOFT_GRAPH_URL: {
    public: ['graph.microsoft.com'],
    'US Government': ['graph.microsoft.us', 'dod-graph.microsoft.us'],
    China: ['microsoftgraph.chinacloudapi.cn'],
  },
};

/** Addresses of storage accounts. A cloud's own is taken unless AZURE_STORAGE_BLOB_URL is set. */
const BLOB_TEMPLATES: Record<string, string> = {
  public: 'https://{account}.blob.core.windows.net',
  'US Government': 'https://{account}.blob.core.usgovcloudapi.net',
  China: 'https://{account}.blob.core.chinacloudapi.cn',
};

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

export type AzureHosts = {
  authorityHost: string;
  resourceManagerUrl: string;
  graphUrl: string;
  blobUrlTemplate: string;
};

type Host = { origin: string; cloud: string | null };

function cloudOf(variable: HostVariable, hostname: string): string | null {
  const clouds = Object.entries(CLOUDS[variable]);
  return clouds.find(([, hosts]) => hosts.includes(hostname))?.[0] ?? null;
}

function parseHost(values: EnvironmentValues, variable: HostVariable, problems: string[]): Host {
  const text = values[variable] ?? `https://${CLOUDS[variable]['public']?.[0] ?? ''}`;
  const refuse = (hint: string): Host => {
    problems.push(`${variable}: ${hint}`);
    return { origin: '', cloud: null };
  };
  if (!URL.canParse(text)) return refuse('must be an https address such as https://host.example');
  const url = new URL(text);
  if (url.protocol !== 'https:') return refuse('must start with https://; tokens are never sent without TLS');
  if (url.username !== '' || url.password !== '') return refuse('must not carry a user or password');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    return refuse('must be an address without a path, query or fragment');
  }
  const cloud = cloudOf(variable, url.hostname);
  const trusted = cloud !== null || LOOPBACK.test(url.hostname) || values.ALLOW_CUSTOM_AZURE_HOSTS === 'true';
  if (!trusted) {
    return refuse(
      'is neither a Microsoft host nor this machine; a token would be sent there. Correct it, or set ALLOW_CUSTOM_AZURE_HOSTS=true',
    );
  }
  return { origin: url.origin, cloud };
}

/** A token of one cloud is useless in another, so a half-changed set is refused. */
function checkOneCloud(hosts: readonly Host[], problems: string[]): void {
  const clouds = new Set(hosts.map((host) => host.cloud).filter((cloud) => cloud !== null));
  if (clouds.size <= 1) return;
  problems.push(
    `AZURE_AUTHORITY_HOST, AZURE_RESOURCE_MANAGER_URL, MICROSOFT_GRAPH_URL: belong to different clouds (${[...clouds].join(', ')}); set all three for one cloud`,
  );
}

/** A token for storage is sent there, so the account may only change the name within a known domain. */
function parseBlobTemplate(values: EnvironmentValues, cloud: string | null, problems: string[]): string {
  const text = values.AZURE_STORAGE_BLOB_URL;
  if (text === undefined) return BLOB_TEMPLATES[cloud ?? 'public'] ?? '';
  const template = text.replace(/\/+$/, '');
  const refuse = (hint: string): string => {
    problems.push(`AZURE_STORAGE_BLOB_URL: ${hint}`);
    return '';
  };
  const sample = template.replace('{account}', 'account');
  if (sample === template || !URL.canParse(sample)) {
    return refuse(
      'must be an https address with {account} in it, such as https://{account}.blob.core.windows.net',
    );
  }
  const url = new URL(sample);
  if (url.protocol !== 'https:') return refuse('must start with https://; tokens are never sent without TLS');
  if (url.username !== '' || url.password !== '') return refuse('must not carry a user or password');
  if (url.search !== '' || url.hash !== '') return refuse('must be an address without a query or fragment');
  const owner = Object.entries(BLOB_TEMPLATES).find(([, known]) => known === template)?.[0];
  if (owner !== undefined) {
    if (cloud === null || cloud === owner) return template;
    return refuse(`belongs to another cloud (${owner}) than AZURE_RESOURCE_MANAGER_URL (${cloud})`);
  }
  if (LOOPBACK.test(url.hostname) || values.ALLOW_CUSTOM_AZURE_HOSTS === 'true') return template;
  return refuse(
    'is neither Microsoft storage nor this machine; a token would be sent there. Correct it, or set ALLOW_CUSTOM_AZURE_HOSTS=true',
  );
}

export function parseAzureHosts(values: EnvironmentValues, problems: string[]): AzureHosts {
  const authority = parseHost(values, 'AZURE_AUTHORITY_HOST', problems);
  const manager = parseHost(values, 'AZURE_RESOURCE_MANAGER_URL', problems);
  const graph = parseHost(values, 'MICROSOFT_GRAPH_URL', problems);
  checkOneCloud([authority, manager, graph], problems);
  return {
    authorityHost: authority.origin,
    resourceManagerUrl: manager.origin,
    graphUrl: graph.origin,
    blobUrlTemplate: parseBlobTemplate(values, manager.cloud, problems),
  };
}
