import { useFormats, useTexts } from '#language';
import type { ReactNode } from 'react';
import { Guid } from '#components/ui/guid.tsx';
import type { Configured } from '#lib/queries/schemas/settings.ts';

const Fact = ({ name, variable, children }: { name: string; variable: string; children: ReactNode }) => (
  <div className="grid gap-x-6 gap-y-0.5 border-t border-line py-2.5 first:border-t-0 sm:grid-cols-[14rem_minmax(0,1fr)]">
    <dt>
      <span className="font-medium">{name}</span>
      <code className="block font-mono text-xs break-words text-faint">{variable}</code>
    </dt>
    <dd className="min-w-0 break-words">{children}</dd>
  </div>
);

const Unset = ({ children }: { children: ReactNode }) => <span className="text-soft">{children}</span>;

/** What the environment of the server says: shown, so that nobody has to guess it; changed there alone. */
export function ConfiguredFacts({ configured }: { configured: Configured }) {
  const t = useTexts('settings');
  return (
    <dl className="text-sm">
      <PartnerFacts configured={configured} />
      <IdentityFacts configured={configured} />
      <Fact name={t('fact.database')} variable="DATABASE_URL">
        {configured.database === 'embedded' ? t('embedded') : 'PostgreSQL'}
      </Fact>
    </dl>
  );
}

function PartnerFacts({ configured }: { configured: Configured }) {
  const t = useTexts('settings');
  const { partnerIds, partnerGlobalId, partnerType, resellers, creditRate } = configured;
  const { billingAccount, reportingCurrency } = configured;
  return (
    <>
      <Fact name={t('fact.partnerIds')} variable="PARTNER_IDS">
        {partnerIds.length === 0 ? (
          <Unset>{t('none.partnerIds')}</Unset>
        ) : (
          <span className="font-mono">{partnerIds.join(', ')}</span>
        )}
      </Fact>
      <Fact name={t('fact.globalId')} variable="PARTNER_GLOBAL_ID">
        {partnerGlobalId === null ? (
          <Unset>{t('none.globalId')}</Unset>
        ) : (
          <span className="font-mono">{partnerGlobalId}</span>
        )}
      </Fact>
      <Fact name={t('fact.type')} variable="PARTNER_TYPE">
        {partnerType === null ? <Unset>{t('none.type')}</Unset> : t(`type.${partnerType}`)}
      </Fact>
      <Fact name={t('fact.resellers')} variable="RESELLERS_FILE">
        <Resellers resellers={resellers} />
      </Fact>
      <Fact name={t('fact.creditRate')} variable="CREDIT_RATE">
        {t('rateAssumed', { rate: creditRate })}
      </Fact>
      <Fact name={t('fact.reportingCurrency')} variable="REPORTING_CURRENCY">
        {reportingCurrency ?? <Unset>{t('none.reportingCurrency')}</Unset>}
      </Fact>
      <Fact name={t('fact.billingAccount')} variable="BILLING_ACCOUNT">
        {billingAccount === null ? (
          <Unset>{t('none.billingAccount')}</Unset>
        ) : (
          <span className="font-mono break-all">{billingAccount}</span>
        )}
      </Fact>
    </>
  );
}

function Resellers({ resellers }: Pick<Configured, 'resellers'>) {
  const t = useTexts('settings');
  if (resellers === null) return <Unset>{t('none.resellers')}</Unset>;
  return (
    <ul>
      {resellers.map(({ name, tenantId, customers, subscriptions }) => (
        <li key={`${name} ${tenantId ?? ''}`}>{t('reseller', { name, customers, subscriptions })}</li>
      ))}
    </ul>
  );
}

function IdentityFacts({ configured: { azure, signIn } }: { configured: Configured }) {
  const t = useTexts('settings');
  const access = useTexts('access');
  const { count } = useFormats();
  return (
    <>
      <Fact name={t('fact.identity')} variable="AZURE_TENANT_ID, AZURE_CLIENT_ID">
        {azure === null ? (
          <Unset>{t('none.azure')}</Unset>
        ) : (
          <>
            <span className="flex flex-wrap items-center gap-x-2">
              {t.rich('tenant', { id: <Guid value={azure.tenantId} label={access('tenantId')} /> })}
            </span>
            {azure.clientId !== null && <ApplicationLine clientId={azure.clientId} />}
          </>
        )}
      </Fact>
      <Fact name={t('fact.linkCredentials')} variable="LINK_CREDENTIALS_FILE">
        {count(azure?.linkCredentials ?? 0)}
      </Fact>
      <Fact name={t('fact.signIn')} variable="SIGN_IN_TENANT_ID, SIGN_IN_CLIENT_ID">
        {signIn === null ? <Unset>{t('none.signIn')}</Unset> : <SignInFacts signIn={signIn} />}
      </Fact>
    </>
  );
}

function SignInFacts({ signIn }: { signIn: NonNullable<Configured['signIn']> }) {
  const t = useTexts('settings');
  const { clientId, allowedTenants, roleGroups, allowGuests, actsForPeople } = signIn;
  return (
    <>
      <ApplicationLine clientId={clientId} />
      {[
        t('peopleOf', { count: allowedTenants.length }),
        t(allowGuests ? 'guestsIn' : 'guestsOut'),
        t('groups', { count: roleGroups.length }),
        t(actsForPeople ? 'behalf' : 'noBehalf'),
      ].join(' ')}
    </>
  );
}

function ApplicationLine({ clientId }: { clientId: string }) {
  const t = useTexts('settings');
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {t.rich('application', { id: <Guid value={clientId} label={t('applicationId')} /> })}
    </span>
  );
}
