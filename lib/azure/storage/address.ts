import { AzureFailure } from '../failure.ts';
import type { AzureSettings } from '../settings.ts';

const ACCOUNT = /^[a-z0-9]{3,24}$/;
const SLOT = '{account}';

const escapeForPattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Address of a storage account; null for a name that no account can have. */
export const addressOfAccount = ({ blobUrlTemplate }: AzureSettings, account: string): string | null =>
  ACCOUNT.test(account) ? blobUrlTemplate.replace(SLOT, account) : null;

/** Links in answers name their own host: only the storage that is configured is called. */
export function requireStorageUrl({ blobUrlTemplate }: AzureSettings, link: string): string {
  const [before = '', after = ''] = blobUrlTemplate.split(SLOT);
  const known = new RegExp(`^${escapeForPattern(before)}[a-z0-9]{3,24}${escapeForPattern(after)}/`);
  if (URL.canParse(link)) {
    const { href, origin, username } = new URL(link);
    if (known.test(href) && username === '') return href;
    throw new AzureFailure({ kind: 'foreign-host', source: 'storage', message: `refused to call ${origin}` });
  }
  throw new AzureFailure({ kind: 'malformed', source: 'storage', message: 'blobLink: not an address' });
}
