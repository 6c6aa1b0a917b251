import type { Texts } from '../en/all-areas.ts';

export const ownLinkPage: Texts['ownLinkPage'] = {
  lead: 'Tegoed wordt verdiend waar een gekoppelde identiteit een verdienende rol heeft. Azure toont een koppeling alleen aan de eigen identiteit; daarom wordt ze in uw naam gelezen en gewijzigd.',
  card: 'Controleren, instellen of verwijderen',
  cardNote: 'Pecboard vraagt Azure één keer namens u en legt vast wat Azure antwoordt.',
  mayNot: 'Deze server mag niet namens u handelen',
  mayNotWhy: 'De registratie heeft geen geheim of certificaat. Een beheerder stelt SIGN_IN_CLIENT_SECRET in.',
  lastRead: 'Zoals laatst gelezen',
  linkedTo: 'Gekoppeld aan {partnerId}, {at}',
  linkedToNamed: 'Gekoppeld aan {partnerId}, {name}, {at}',
  notLinked: 'Niet gekoppeld, {at}',
};
