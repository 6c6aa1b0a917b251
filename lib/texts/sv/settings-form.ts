import type { Texts } from '../en/all-areas.ts';

export const settingsForm: Texts['settingsForm'] = {
  of: {
    attestationDays: {
      label: 'En intygad länk räknas i högst',
      unit: 'dagar',
      help: 'Gäller intyg från och med nu; redan registrerade behåller sitt datum.',
    },
    ownLinkDays: {
      label: 'En länk som lästs för en persons räkning räknas i',
      unit: 'dagar',
      help: 'Ingen annan kan läsa den igen. Nästa synkronisering och varje sida därefter utgår från detta.',
    },
    heavyLinkSubscriptions: {
      label: 'Varna för en identitet som ensam bär',
      unit: 'prenumerationer eller fler',
      help: 'På sidan med länkar, intill varningen för hälften av alla prenumerationer.',
    },
  },
  saved: 'Inställningarna har sparats.',
  saving: 'Sparar',
  save: 'Spara inställningar',
  range: '{least, number} till {most, number}.',
  usual: 'Detta är det vanliga värdet.',
  changed: '{who} ändrade det {date}; vanligtvis {usual, number}.',
};
