import type { z } from 'zod';
import type { ReadFile } from './settings.ts';

/** The list that a configuration file holds, or what is wrong with the file. */
export function readJsonList(path: string, readFile: ReadFile): unknown[] | string {
  let text: string;
  try {
    text = readFile(path);
  } catch {
    return 'names a file that cannot be read';
  }
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : 'must hold a JSON list';
  } catch {
    return 'does not hold valid JSON';
  }
}

/** zod's own messages may quote what was given, so only the place and the kind of the fault are told. */
export function faultOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'has a property that is not known';
  const name = issue.path.join('.');
  return name === '' ? 'must be an object' : `${name} is missing or not a text`;
}
