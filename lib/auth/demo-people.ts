import { readFileSync } from 'node:fs';
import { PublicClientApplication } from '@azure/msal-node';
import { z } from 'zod';
import type { SignInSettings } from '#lib/config.ts';
import { authorityOf } from './authority.ts';

const person = z.object({
  userName: z.string(),
  password: z.string(),
  displayName: z.string(),
  role: z.string(),
  /** What the person is for, in a few words. */
  description: z.string(),
});
const file = z.array(person).min(1);

export type DemoPerson = z.infer<typeof person>;

/** People of the demonstration; none where no demonstration runs. */
export const readDemoPeople = ({ demoPeopleFile }: SignInSettings): DemoPerson[] =>
  demoPeopleFile === null ? [] : file.parse(JSON.parse(readFileSync(demoPeopleFile, 'utf8')));

/**
 * The simulator's access token for one of its people. The browser of a newcomer does not trust the simulator's
 * certificate, so the server asks; configuration refuses this beside any authority but this machine's.
 */
export async function readDemoToken(settings: SignInSettings, userName: string): Promise<string | null> {
  const chosen = readDemoPeople(settings).find((one) => one.userName === userName);
  if (chosen === undefined) return null;
  const application = new PublicClientApplication({
    auth: {
      clientId: settings.clientId,
      authority: authorityOf(settings),
      knownAuthorities: [new URL(settings.authorityHost).host],
    },
  });
  const answer = await application.acquireTokenByUsernamePassword({
    scopes: [settings.apiScope],
    username: chosen.userName,
    password: chosen.password,
  });
  return answer?.accessToken ?? null;
}
