import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listRecordings } from './recordings.ts';

/** Recordings that no reader reads, and why. A new recording must join a test or this list. */
const UNREAD: Record<string, string> = {
  'billing/permissions.json': 'billing permissions are opaque GUIDs; a refusal tells the same',
  'consumption/legacy-usagedetails-nextlink.json': 'legacy accounts carry no partner fields',
  'entra/msal-common-known-metadata.json': 'known to the identity library itself',
  'graph/transitiveMemberOf.json': 'memberships are read from the group, not from the member',
  'managementpartner/python-delete.json': 'an empty answer to a call that is not ours',
};

it('reads every recording, or says why not', () => {
  const replays = readdirSync(import.meta.dirname)
    .filter((name) => /^recordings-.*\.contract\.ts$/.test(name))
    .map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8'));
  const forgotten = listRecordings().filter(
    (name) => name in UNREAD === replays.some((text) => text.includes(`'${name}'`)),
  );
  expect(forgotten).toEqual([]);
});
