export const lists = {
  columns: 'Columns',
  hide: '<hidden>Hide</hidden> {column}',
  show: '<hidden>Show</hidden> {column}',
  usual: 'The usual ones',
  exportLabel: 'Export',
  exportTitle:
    '{total, plural, one {The # row of this view, as {format}} other {All # rows of this view, as {format}}}',
  nameHolds: 'Name or id holds “{text}”',
  sortBy: 'Sort by',
  otherOrder: 'A hidden column',
  turnUp: 'Descending; show ascending',
  turnDown: 'Ascending; show descending',
  usualOrder: 'The usual order',
} as const;
