import type { Texts } from '../en/all-areas.ts';

export const answers: Texts['answers'] = {
  noAnswer: 'Servern svarade inte. Försök igen om en stund.',
  notSaved: 'Det sparades inte.',
  refused: 'Det avvisades: {detail}',
  code: {
    'azure-not-configured':
      'Azure är inte anslutet: sidan Synkronisering anger vilka inställningar som saknas.',
    'role-required': 'Din roll tillåter inte detta.',
    'person-required': 'Bara en inloggad person kan göra detta.',
    'sign-in-required': 'Din session har avslutats. Logga in igen.',
    'not-found': 'Det finns inte längre.',
    'too-many-requests': 'För många begäranden kom samtidigt. Försök igen om en stund.',
    'too-many-views': 'Du har redan det högsta antalet vyer. Ta bort en först.',
    'run-ended': 'Körningen har redan avslutats.',
    'import-ended': 'Importen har redan avslutats.',
    'sync-running': 'En synkronisering pågår redan.',
    'foreign-partner-id': 'Detta partner-ID är inte ert.',
    'file-too-large': 'Filen är för stor.',
    'file-not-whole': 'Filen kom inte fram hel. Skicka den igen.',
    'disk-full': 'Servern har inget diskutrymme kvar.',
    internal: 'Servern kunde inte svara. Dess logg säger varför.',
    'import-taken-back': 'Den togs tillbaka innan den lästes.',
    'unreadable-answer': 'Servern gav ett svar som inte kan läsas.',
  },
};
