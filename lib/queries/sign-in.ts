import 'server-only';
import { authorityOf } from '#lib/auth/authority.ts';
import { readDemoPeople } from '#lib/auth/demo-people.ts';
import { config } from '#lib/config.ts';

/** What the browser must know to sign in; nothing of it is secret. */
export type SignInPage = {
  clientId: string;
  authority: string;
  /** Host and port of an authority that Microsoft does not list. */
  knownAuthority: string;
  apiScope: string;
  /** People of the demonstration, signed in by a click; none elsewhere. */
  demoPeople: { userName: string; displayName: string; description: string }[];
  /** Of a private authority, such as the simulator's: the browser has to trust it first. */
  certificateFile: string | null;
};

/** null where nobody signs in. Asked by people who are not signed in yet: it tells no more than they need. */
export function getSignInPage(): SignInPage | null {
  const { signIn, extraCaFile } = config();
  if (signIn === null) return null;
  const demoPeople = readDemoPeople(signIn).map(({ userName, displayName, description }) => ({
    userName,
    displayName,
    description,
  }));
  return {
    clientId: signIn.clientId,
    authority: authorityOf(signIn),
    knownAuthority: new URL(signIn.authorityHost).host,
    apiScope: signIn.apiScope,
    demoPeople,
    certificateFile: demoPeople.length === 0 ? null : extraCaFile,
  };
}
