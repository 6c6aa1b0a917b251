import type { Texts } from '../en/all-areas.ts';

export const lists: Texts['lists'] = {
  columns: 'Kolommen',
  hide: '<hidden>Verbergen:</hidden> {column}',
  show: '<hidden>Tonen:</hidden> {column}',
  usual: 'De gebruikelijke',
  exportLabel: 'Exporteren',
  exportTitle:
    '{total, plural, one {De # rij van deze weergave, als {format}} other {Alle # rijen van deze weergave, als {format}}}',
  nameHolds: 'Naam of id bevat “{text}”',
  sortBy: 'Sorteren op',
  otherOrder: 'Een verborgen kolom',
  turnUp: 'Aflopend; oplopend tonen',
  turnDown: 'Oplopend; aflopend tonen',
  usualOrder: 'De gebruikelijke volgorde',
};
