import type { Texts } from '../en/all-areas.ts';

export const session: Texts['session'] = {
  failed: 'Deze pagina kon niet worden getoond',
  failedWhy:
    'Het lezen van wat hier is opgeslagen, is mislukt. Er is niets verloren gegaan of gewijzigd. Probeer het opnieuw; blijft het zo, dan zegt het logboek van de server waarom.',
  reference: 'Verwijzing voor het logboek: <code>{reference}</code>',
  tryAgain: 'Opnieuw proberen',
  renewal: 'Sessie vernieuwen',
  ended: 'Uw sessie is beëindigd',
  endsAt: 'Uw sessie eindigt om {time}',
  signInAgain: 'Opnieuw aanmelden',
  nothingLost: 'U keert terug naar deze weergave en niets van wat u typte gaat verloren.',
};
