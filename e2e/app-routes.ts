import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './server-process.ts';

const addressOf = (file: string): string => {
  const parts = file
    .split('/')
    .slice(1, -1)
    .filter((part) => !part.startsWith('('));
  return `/${parts.map((part) => part.replace(/^\[(\w+)\]$/, ':$1')).join('/')}`;
};

const isCatchAll = (file: string): boolean => file.includes('[...') || file.includes('[[...');

const filesOf = (name: string): string[] =>
  globSync(`app/**/${name}`, { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !isCatchAll(file));

/** Every route of the source tree with the methods it exports. */
export const routesOfTree = (): { path: string; methods: string[] }[] =>
  filesOf('route.ts').map((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const methods = [
      ...text.matchAll(/export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/g),
    ];
    return { path: addressOf(file), methods: methods.map(([, method]) => method ?? '').sort() };
  });

export const pagesOfTree = (): string[] => filesOf('page.tsx').map(addressOf);
