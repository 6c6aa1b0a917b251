import type { Texts } from '../en/all-areas.ts';

export const settingsForm: Texts['settingsForm'] = {
  of: {
    attestationDays: {
      label: 'Een bevestigde koppeling telt ten hoogste',
      unit: 'dagen',
      help: 'Geldt voor bevestigingen vanaf nu; reeds vastgelegde behouden hun datum.',
    },
    ownLinkDays: {
      label: 'Een koppeling die namens een persoon is gelezen, telt',
      unit: 'dagen',
      help: 'Niemand anders kan haar opnieuw lezen. De volgende synchronisatie en elke pagina daarna gaan hiervan uit.',
    },
    heavyLinkSubscriptions: {
      label: 'Waarschuw voor een identiteit die alleen draagt:',
      unit: 'abonnementen of meer',
      help: 'Op de pagina met koppelingen, naast de waarschuwing voor de helft van alle abonnementen.',
    },
  },
  saved: 'De instellingen zijn opgeslagen.',
  saving: 'Opslaan',
  save: 'Instellingen opslaan',
  range: '{least, number} tot {most, number}.',
  usual: 'Dit is de gebruikelijke waarde.',
  changed: '{who} heeft het op {date} gewijzigd; gewoonlijk {usual, number}.',
};
