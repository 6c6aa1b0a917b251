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
    'session-ended': 'Uw sessie is beëindigd. Meld u opnieuw aan.',
    'nothing-chosen': 'Er is geen bevinding gekozen. Vink aan om welke het gaat.',
    'nothing-decided': 'Er is nog niets besloten. Kies een status of een verantwoordelijke.',
    'too-many-chosen': 'Er zijn er te veel gekozen. Er kunnen er hoogstens 500 tegelijk worden gewijzigd.',
    'unknown-person': 'Deze verantwoordelijke is niet bekend. Kies iemand anders.',
    'changed-since': 'Het is sindsdien gewijzigd en is dus niet teruggedraaid.',
    'view-exists': 'Er is sindsdien een weergave met deze naam bewaard; die blijft zoals ze is.',
    'bad-query':
      'Iets van wat is ingevuld kan niet worden overgenomen: het is te lang, of niet van de gevraagde soort.',
    'body-too-large': 'Er is meer verzonden dan de server in één keer aanneemt.',
    'no-file': 'Er is geen bestand gekozen. Kies er een en verzend het opnieuw.',
    'step-needed':
      'Deze stap kan niet opzij worden gezet: zonder deze stap kunnen de pagina’s als geheel onjuist zijn.',
    'bad-expiry':
      'Een verklaarde koppeling moet eindigen, en tijdig: het formulier zegt na hoeveel dagen uiterlijk.',
    'bad-start': 'Een verklaarde koppeling kan niet op een toekomstige dag beginnen.',
    'unknown-customers': 'Een van de gekozen klanten is niet meer bekend. Laad de pagina opnieuw.',
    'not-configured':
      'De server mag niet namens personen handelen: er ontbreekt een instelling. De pagina Instellingen noemt die.',
    'identity-provider-unavailable': 'Microsoft Entra antwoordt nu niet. Probeer het zo opnieuw.',
  },
  title: 'Het is niet gedaan',
  back: 'Terug naar de pagina',
};
