export const grid = {
  chosen: '{count, plural, one {# row chosen} other {# rows chosen}}',
  chooseNone: 'Choose none',
  choose: 'Choose {name}',
  failed: 'Some rows could not be read. <again>Try again</again>',
  coming: 'This row is being read',
} as const;
