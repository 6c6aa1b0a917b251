export const grid = {
  chosen: '{count, plural, one {# row chosen} other {# rows chosen}}',
  chooseNone: 'Choose none',
  choose: 'Choose {name}',
  failed: 'Some rows could not be read. <again>Try again</again>',
  coming: 'This row is being read',
  printed:
    'Printed: rows {first, number} to {last, number} of {total, number}. A file of the list holds all of them.',
  chooseAll: '{count, plural, one {Choose the # row} other {Choose all # rows}}',
  noneRead: 'The rows could not be read. Try again.',
  tooManyForFile: 'A file of chosen rows takes {most, number} at most.',
} as const;
