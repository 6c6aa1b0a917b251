export const ownLinkPage = {
  lead: 'Credit is earned where a linked identity holds an earning role. Azure shows a link to its own identity only, so it is read and changed in your name.',
  card: 'Check, set or remove',
  cardNote: 'Pecboard asks Azure on your behalf, once, and records what Azure answers.',
  mayNot: 'This server may not act for you',
  mayNotWhy: 'Its registration has no secret or certificate. An administrator sets SIGN_IN_CLIENT_SECRET.',
  lastRead: 'As last read',
  linkedTo: 'Linked to {partnerId}, {at}',
  linkedToNamed: 'Linked to {partnerId}, {name}, {at}',
  notLinked: 'Not linked, {at}',
} as const;
