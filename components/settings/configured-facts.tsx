import type { ReactNode } from 'react';
import { Guid } from '#components/ui/guid.tsx';
import { formatCount, plural } from '#components/ui/format-numbers.ts';
import type { Configured } from '#lib/queries/schemas/settings.ts';

const TYPE_WORDS = {
  'direct-bill': 'Direct-bill partner',
  'indirect-provider': 'Indirect provider',
  'indirect-reseller': 'Indirect reseller',
} as const;

const Fact = ({ name, variable, children }: { name: string; variable: string; children: ReactNode }) => (
  <div className="grid gap-x-6 gap-y-0.5 border-t border-line py-2.5 first:border-t-0 sm:grid-cols-[14rem_minmax(0,1fr)]">
    <dt>
      <span className="font-medium">{name}</span>
      <code className="block font-mono text-xs break-words text-faint">{variable}</code>
    </dt>
    <dd className="min-w-0 break-words">{children}</dd>
  </div>
);

const IdLine = ({ of, value }: { of: string; value: string }) => (
  <span className="flex flex-wrap items-center gap-x-2">
    {of} <Guid value={value} label={`${of.toLowerCase()} id`} />
  </span>
);

const Unset = ({ children }: { children: ReactNode }) => <span className="text-soft">{children}</span>;

/** What the environment of the server says: shown, so that nobody has to guess it; changed there alone. */
export const ConfiguredFacts = ({ configured }: { configured: Configured }) => (
  <dl className="text-sm">
    <PartnerFacts configured={configured} />
    <IdentityFacts configured={configured} />
    <Fact name="Database" variable="DATABASE_URL">
      {configured.database === 'embedded' ? 'Embedded, for this one server' : 'PostgreSQL'}
    </Fact>
  </dl>
);

function PartnerFacts({ configured }: { configured: Configured }) {
  const { partnerIds, partnerGlobalId, partnerType, resellers, creditRate, billingAccount } = configured;
  return (
    <>
      <Fact name="Location partner IDs" variable="PARTNER_IDS">
        {partnerIds.length === 0 ? (
          <Unset>None: a link cannot be told from one to somebody else</Unset>
        ) : (
          <span className="font-mono">{partnerIds.join(', ')}</span>
        )}
      </Fact>
      <Fact name="Global partner ID" variable="PARTNER_GLOBAL_ID">
        {partnerGlobalId === null ? (
          <Unset>Not given: a link to it cannot be told from one to somebody else</Unset>
        ) : (
          <span className="font-mono">{partnerGlobalId}</span>
        )}
      </Fact>
      <Fact name="Kind of partner" variable="PARTNER_TYPE">
        {partnerType === null ? <Unset>Not given</Unset> : TYPE_WORDS[partnerType]}
      </Fact>
      <Fact name="Resellers of record" variable="RESELLERS_FILE">
        <Resellers resellers={resellers} />
      </Fact>
      <Fact name="Credit assumed" variable="CREDIT_RATE">
        {creditRate}, where no rate was seen in the month
      </Fact>
      <Fact name="Billing account" variable="BILLING_ACCOUNT">
        {billingAccount === null ? (
          <Unset>Not given: every partner billing account that can be read</Unset>
        ) : (
          <span className="font-mono break-all">{billingAccount}</span>
        )}
      </Fact>
    </>
  );
}

function Resellers({ resellers }: Pick<Configured, 'resellers'>) {
  if (resellers === null) return <Unset>No file: who they are is not known</Unset>;
  return (
    <ul>
      {resellers.map(({ name, tenantId, customers, subscriptions }) => (
        <li key={`${name} ${tenantId ?? ''}`}>
          {name}, {plural(customers, 'customer')}, {plural(subscriptions, 'subscription')}
        </li>
      ))}
    </ul>
  );
}

function IdentityFacts({ configured: { azure, signIn } }: { configured: Configured }) {
  return (
    <>
      <Fact name="Service identity" variable="AZURE_TENANT_ID, AZURE_CLIENT_ID">
        {azure === null ? (
          <Unset>Azure is not configured: files of cost alone are read</Unset>
        ) : (
          <>
            <IdLine of="Tenant" value={azure.tenantId} />
            {azure.clientId !== null && <IdLine of="Application" value={azure.clientId} />}
          </>
        )}
      </Fact>
      <Fact name="Further link credentials" variable="LINK_CREDENTIALS_FILE">
        {formatCount(azure?.linkCredentials ?? 0)}
      </Fact>
      <Fact name="Sign-in" variable="SIGN_IN_TENANT_ID, SIGN_IN_CLIENT_ID">
        {signIn === null ? (
          <Unset>Off: this machine alone is served, and whoever sits at it is its administrator</Unset>
        ) : (
          <SignInFacts signIn={signIn} />
        )}
      </Fact>
    </>
  );
}

function SignInFacts({ signIn }: { signIn: NonNullable<Configured['signIn']> }) {
  const { clientId, allowedTenants, roleGroups, allowGuests, actsForPeople } = signIn;
  return (
    <>
      <IdLine of="Application" value={clientId} />
      People of {plural(allowedTenants.length, 'tenant')}; guests are {allowGuests ? '' : 'not '}let in;{' '}
      {plural(roleGroups.length, 'group')} {roleGroups.length === 1 ? 'stands' : 'stand'} for a role; partner
      links on a person’s behalf are {actsForPeople ? 'possible' : 'not possible, without a credential'}.
    </>
  );
}
