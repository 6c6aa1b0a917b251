import { resolve } from 'node:path';
import type { EnvironmentValues } from './environment.ts';

export type ImportSettings = {
  /** The largest file that is taken. */
  largestBytes: number;
  /** Watched for files of cost; null: none. */
  folder: string | null;
  /** Watched for exports; null: none. */
  container: ContainerSettings | null;
};

export type ContainerSettings = {
  url: string;
  /** Only exports below it are looked at; '' for the whole container. */
  prefix: string;
};

type Context = { blobUrlTemplate: string; hasIdentity: boolean; problems: string[] };

const NAME = 'IMPORT_CONTAINER_URL';

const escapeForPattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** `https://ACCOUNT.blob.core.windows.net/CONTAINER/FOLDER`; the folder may be left out. */
function parseContainer(text: string, { blobUrlTemplate, hasIdentity, problems }: Context) {
  const refuse = (hint: string): null => {
    problems.push(`${NAME}: ${hint}`);
    return null;
  };
  const pattern = escapeForPattern(blobUrlTemplate).replace(String.raw`\{account\}`, '[a-z0-9]{3,24}');
  const found = new RegExp(`^(${pattern})/([a-z0-9-]{3,63}|\\$web)(?:/([^?#]*))?$`).exec(text);
  if (found === null || !URL.canParse(text)) {
    return refuse(
      `must be the address of a container of the storage that is configured, ${blobUrlTemplate}/CONTAINER`,
    );
  }
  const [, account = '', container = '', folder = ''] = found;
  if (!hasIdentity) return refuse('needs the service identity (AZURE_TENANT_ID, AZURE_CLIENT_ID, ...) too');
  if (/%(?![0-9a-f]{2})/i.test(folder)) return refuse('has a folder that cannot be decoded');
  const prefix = decodeURIComponent(folder).replaceAll(/^\/+|\/+$/g, '');
  return { url: `${account}/${container}`, prefix };
}

export function parseImports(values: EnvironmentValues, context: Context): ImportSettings {
  const { IMPORT_FOLDER: folder, IMPORT_CONTAINER_URL: container } = values;
  return {
    largestBytes: values.IMPORT_MAX_BYTES,
    folder: folder === undefined ? null : resolve(folder),
    container: container === undefined ? null : parseContainer(container, context),
  };
}
