import type { Texts } from '../en/all-areas.ts';

export const savedViews: Texts['savedViews'] = {
  views: 'Weergaven',
  noViews: 'Voor deze pagina is nog geen weergave bewaard.',
  loading: 'Laden…',
  name: 'Naam van deze weergave',
  save: 'Deze weergave bewaren',
  share: 'Iedereen kan deze openen',
  shared: 'gedeeld door {owner}',
  sharedBySomebody: 'gedeeld door iemand',
  forget: 'De weergave {name} verwijderen',
  saved: 'Bewaard.',
  failed: 'De weergaven konden niet worden gelezen.',
  again: 'Opnieuw proberen',
  forgotten: 'De weergave {name} is verwijderd.',
  kept: 'De weergave {name} is weer bewaard.',
};
