import type { Texts } from '../en/all-areas.ts';

export const signIn: Texts['signIn'] = {
  title: 'Logga in',
  outTitle: 'Logga ut',
  notSignedIn: 'Du är inte inloggad',
  signedOut: 'Du är utloggad',
  withMicrosoft: 'Logga in med Microsoft',
  who: 'Vem är du i den här demonstrationen?',
  orSimulated: 'Eller logga in med simulerade Microsoft Entra',
  realSignIn:
    'Detta kör den riktiga inloggningen via omdirigering. Din webbläsare känner inte till simulatorns certifikat: låt den först lita på <code>{file}</code>, eller öppna <link>{origin}</link> en gång och godkänn det.',
  caFile: 'simulatorns ca.pem',
  simulated: 'Logga in med simulerade Microsoft Entra',
  working: 'Loggar in …',
  unreachable: 'Microsoft Entra kunde inte nås. Försök igen om en stund.',
  renewing: 'Sessionen förnyas …',
  signOut: 'Logga ut',
  refused: {
    role: 'Du är inloggad hos Microsoft men har ingen roll i Pecboard. Be en administratör för din klientorganisation om Pec.Viewer, Pec.Support eller Pec.Admin.',
    tenant: 'Din organisation är inte en av dem som Pecboard släpper in här.',
    guest: 'Gäster släpps inte in. Logga in med ett konto i den här organisationen.',
    nonce: 'Inloggningen tog för lång tid eller startades i ett annat fönster. Börja om.',
    replayed: 'Den här inloggningen har redan använts. Börja om.',
    expired: 'Inloggningen tog för lång tid. Börja om.',
    'person-required': 'Pecboard kunde inte avgöra att det är du. Börja om inloggningen.',
    other: 'Inloggningen nekades. Börja om; händer det igen, fråga en administratör.',
  },
};
