import type { Texts } from '../en/all-areas.ts';

export const answers: Texts['answers'] = {
  noAnswer: 'De server antwoordde niet. Probeer het zo opnieuw.',
  notSaved: 'Het is niet opgeslagen.',
  refused: 'Het is geweigerd: {detail}',
  code: {
    'azure-not-configured':
      'Azure is niet verbonden: de pagina Synchronisatie noemt de instellingen die ontbreken.',
    'role-required': 'Uw rol staat dit niet toe.',
    'person-required': 'Alleen een aangemelde persoon kan dit doen.',
    'sign-in-required': 'Uw sessie is beëindigd. Meld u opnieuw aan.',
    'not-found': 'Het is er niet meer.',
    'too-many-requests': 'Er kwamen te veel aanvragen tegelijk. Probeer het zo opnieuw.',
    'too-many-views': 'U bewaart al het maximale aantal weergaven. Verwijder er eerst een.',
    'run-ended': 'De run is al beëindigd.',
    'import-ended': 'De import is al beëindigd.',
    'sync-running': 'Er loopt al een synchronisatie.',
    'foreign-partner-id': 'Deze partner-id is niet van u.',
    'file-too-large': 'Het bestand is te groot.',
    'file-not-whole': 'Het bestand is niet volledig aangekomen. Verzend het opnieuw.',
    'disk-full': 'De server heeft geen schijfruimte meer.',
    internal: 'De server kon niet antwoorden. Het logboek zegt waarom.',
    'import-taken-back': 'Het is teruggenomen voordat het was gelezen.',
    'unreadable-answer': 'De server gaf een antwoord dat niet te lezen is.',
  },
};
