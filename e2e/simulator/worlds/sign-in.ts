import { MANAGING_TENANT_ID } from './partner.ts';
import { guidOf } from './seeded.ts';

/** Who may sign in to the product, and with what. The same for every seed. */
export type Role = 'Pec.Viewer' | 'Pec.Support' | 'Pec.Admin';

export type SignInPerson = {
  tenantId: string;
  objectId: string;
  displayName: string;
  userName: string;
  password: string;
  /** null: signs in, but no role was given. */
  role: Role | null;
  isGuest: boolean;
  /** Whether the person, or an administrator, let the product act on their behalf. */
  hasConsented: boolean;
  description: string;
};

export type SignInProgram = {
  objectId: string;
  appId: string;
  secret: string;
  displayName: string;
  role: Role | null;
};

const APP_ID = guidOf('application', 'pecboard sign-in');

/** The registration behind the product's web page and its API. */
export const SIGN_IN_APPLICATION = {
  appId: APP_ID,
  displayName: 'Pecboard sign-in',
  secret: `simulated-${guidOf('secret', 'pecboard sign-in')}`,
  scopeName: 'Pecboard.Access',
  apiScope: `api://${APP_ID}/Pecboard.Access`,
  defaultScope: `api://${APP_ID}/.default`,
};

const passwordOf = (name: string): string => `simulated-${guidOf('password', name).slice(0, 13)}`;

type Traits = Partial<Pick<SignInPerson, 'isGuest' | 'hasConsented' | 'tenantId' | 'userName'>>;

function person(
  displayName: string,
  role: Role | null,
  description: string,
  traits: Traits = {},
): SignInPerson {
  const plain = displayName.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.');
  return {
    tenantId: MANAGING_TENANT_ID,
    objectId: guidOf('managing person', displayName),
    displayName,
    userName: `${plain}@halvorsencloud.example`,
    password: passwordOf(displayName),
    role,
    isGuest: false,
    hasConsented: true,
    description,
    ...traits,
  };
}

export const ACCOUNT_MANAGER = person('Ingrid Solheim', 'Pec.Viewer', 'Account manager of a few customers');

export const SIGN_IN_PEOPLE: readonly SignInPerson[] = [
  ACCOUNT_MANAGER,
  person('Ravi Subramaniam', 'Pec.Support', 'Support: every customer, may start a sync'),
  person('Marguerite Delorme', 'Pec.Admin', 'Administrator: people, owners, audit'),
  person('Beatriz Nogueira', 'Pec.Viewer', 'Viewer who has not consented to link checks', {
    hasConsented: false,
  }),
  person('Owen Carrick', null, 'A colleague without a role'),
  person('Lena Hartwig', 'Pec.Viewer', 'A guest of the partner’s tenant', {
    isGuest: true,
    userName: 'lena.hartwig_supplier.example#EXT#@halvorsencloud.example',
  }),
  person('Jonas Keane', 'Pec.Admin', 'Somebody of another organisation', {
    tenantId: guidOf('foreign sign-in tenant'),
    userName: 'jonas.keane@elsewhere.example',
  }),
];

/** Those who are offered where the demonstration lists its people. */
export const DEMO_PEOPLE = SIGN_IN_PEOPLE.slice(0, 3);

const program = (displayName: string, role: Role | null): SignInProgram => ({
  objectId: guidOf('managing program', displayName),
  appId: guidOf('application', displayName),
  secret: `simulated-${guidOf('secret', displayName)}`,
  displayName,
  role,
});

export const SIGN_IN_PROGRAMS: readonly SignInProgram[] = [
  program('Reporting job', 'Pec.Viewer'),
  program('Service desk automation', 'Pec.Support'),
  program('Administration script', 'Pec.Admin'),
  program('Program without a role', null),
];
