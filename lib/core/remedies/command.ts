/** Text to copy; nothing here is ever run by the product. */
export type Command = { shell: 'azure-cli' | 'powershell' | 'arm' | 'bicep'; text: string };

/** Names are free text; ids are parsed before they get here. */
export const quotedForBicep = (text: string): string =>
  `'${text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll("'", String.raw`\'`)
    .replaceAll('${', String.raw`\${`)}'`;
