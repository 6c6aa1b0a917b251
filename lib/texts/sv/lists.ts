import type { Texts } from '../en/all-areas.ts';

export const lists: Texts['lists'] = {
  columns: 'Kolumner',
  hide: '<hidden>Dölj</hidden> {column}',
  show: '<hidden>Visa</hidden> {column}',
  usual: 'De vanliga',
  exportLabel: 'Exportera',
  exportTitle: '{total, plural, one {Vyns # rad, som {format}} other {Vyns alla # rader, som {format}}}',
  nameHolds: 'Namn eller ID innehåller ”{text}”',
  sortBy: 'Sortera efter',
  otherOrder: 'En dold kolumn',
  turnUp: 'Fallande; visa stigande',
  turnDown: 'Stigande; visa fallande',
  usualOrder: 'Den vanliga ordningen',
};
