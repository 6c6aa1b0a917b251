export const customerOwner = {
  label: 'Owner',
  nobody: 'Nobody',
  saving: 'Saving',
  save: 'Save owner',
  saved: 'The owner was saved.',
} as const;
