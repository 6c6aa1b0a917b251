import type { Texts } from '../en/all-areas.ts';

export const savedViews: Texts['savedViews'] = {
  views: 'Vyer',
  noViews: 'Ingen vy har sparats för sidan ännu.',
  loading: 'Läser in…',
  name: 'Vyns namn',
  save: 'Spara vyn',
  share: 'Alla kan öppna den',
  shared: 'delas av {owner}',
  sharedBySomebody: 'delas av någon',
  forget: 'Ta bort vyn {name}',
  saved: 'Sparad.',
  failed: 'Vyerna kunde inte läsas.',
  again: 'Försök igen',
  forgotten: 'Vyn {name} har tagits bort.',
  kept: 'Vyn {name} är sparad igen.',
};
