import type { Texts } from '../en/all-areas.ts';

export const session: Texts['session'] = {
  failed: 'Sidan kunde inte visas',
  failedWhy:
    'Det gick inte att läsa det som lagras här. Inget har gått förlorat eller ändrats. Försök igen; kvarstår felet säger serverns logg varför.',
  reference: 'Referens för loggen: <code>{reference}</code>',
  tryAgain: 'Försök igen',
  renewal: 'Förnyelse av sessionen',
  ended: 'Din session har avslutats',
  endsAt: 'Din session avslutas {time}',
  signInAgain: 'Logga in igen',
  nothingLost: 'Du kommer tillbaka till den här vyn och inget du skrivit går förlorat.',
};
