const WORDS: Readonly<Record<string, string>> = {
  role: 'You are signed in with Microsoft, but no role of Pecboard was given to you. Ask an administrator of your tenant for Pec.Viewer, Pec.Support or Pec.Admin.',
  tenant: 'Your organisation is not one of those that Pecboard lets in here.',
  guest: 'Guests are not let in. Sign in with an account of this organisation.',
  nonce: 'The sign-in took too long or was started in another window. Start it again.',
  replayed: 'This sign-in was used already. Start it again.',
  expired: 'The sign-in took too long. Start it again.',
  'person-required': 'Pecboard could not tell that this is you. Start the sign-in again.',
};

/** What a refused sign-in means for the person. */
export function refusalWords(code: string): string {
  const fault = code.replace(/^sign-in-refused-/, '');
  const known = fault === 'issuer' ? 'tenant' : fault;
  return (
    WORDS[known] ?? 'The sign-in was refused. Start it again; if it happens again, ask an administrator.'
  );
}
