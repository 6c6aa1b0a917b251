import type { Texts } from '../en/all-areas.ts';

export const signIn: Texts['signIn'] = {
  title: 'Aanmelden',
  outTitle: 'Afmelden',
  notSignedIn: 'U bent niet aangemeld',
  signedOut: 'U bent afgemeld',
  withMicrosoft: 'Aanmelden met Microsoft',
  who: 'Wie bent u in deze demonstratie?',
  orSimulated: 'Of meld u aan met de gesimuleerde Microsoft Entra',
  realSignIn:
    'Dit voert de echte aanmelding via omleiding uit. Uw browser kent het certificaat van de simulator niet: laat hem eerst <code>{file}</code> vertrouwen, of open <link>{origin}</link> één keer en accepteer het.',
  caFile: 'de ca.pem van de simulator',
  simulated: 'Aanmelden met de gesimuleerde Microsoft Entra',
  working: 'Bezig met aanmelden …',
  unreachable: 'Microsoft Entra is niet bereikbaar. Probeer het zo opnieuw.',
  renewing: 'De sessie wordt vernieuwd …',
  signOut: 'Afmelden',
  refused: {
    role: 'U bent aangemeld bij Microsoft, maar hebt geen rol in Pecboard. Vraag een beheerder van uw tenant om Pec.Viewer, Pec.Support of Pec.Admin.',
    tenant: 'Uw organisatie hoort niet bij de organisaties die Pecboard hier toelaat.',
    guest: 'Gasten worden niet toegelaten. Meld u aan met een account van deze organisatie.',
    nonce: 'De aanmelding duurde te lang of is in een ander venster gestart. Begin opnieuw.',
    replayed: 'Deze aanmelding is al gebruikt. Begin opnieuw.',
    expired: 'De aanmelding duurde te lang. Begin opnieuw.',
    'person-required': 'Pecboard kon niet vaststellen dat u dit bent. Begin de aanmelding opnieuw.',
    other: 'De aanmelding is geweigerd. Begin opnieuw; gebeurt het nog eens, vraag dan een beheerder.',
  },
};
