import { describe, expect, it } from 'vitest';
import { useFakeAzure } from '../testing/azure-suite.ts';
import {
  CUSTOMER_TENANT,
  GROUP,
  MANAGING_TENANT,
  openTestRoom,
  STARTED_AT_MS,
} from '../testing/test-room.ts';
import { readPartnerLink } from './read.ts';

const azure = useFakeAzure();
const PATH = '/providers/Microsoft.ManagementPartner/partners';
const TOKEN_OWNER = '0b1ec700-0000-4000-8000-000000000001';

const partner = (properties: Record<string, unknown>) => ({
  json: {
    id: '/providers/microsoft.managementpartner/partners/1234567',
    etag: 14,
    properties: {
      partnerId: '1234567',
      partnerName: 'Us',
      tenantId: MANAGING_TENANT,
      objectId: GROUP,
      createdTime: '2018-07-30T21:06:24.61046Z',
      updatedTime: '2025-01-02T03:04:05.1234567Z',
      state: 'Active',
      ...properties,
    },
  },
});

const read = () =>
  readPartnerLink(openTestRoom(azure().url).caller, { displayName: 'Service', how: 'own-token' });

describe('reading the link of an identity', () => {
  it('is linked since it was last set: linking again keeps the time of creation', async () => {
    azure().on('GET', PATH, partner({}));
    expect(await read()).toEqual({
      tenantId: MANAGING_TENANT,
      principalId: GROUP,
      displayName: 'Service',
      how: 'own-token',
      checkedAt: new Date(STARTED_AT_MS).toISOString(),
      link: { state: 'linked', partnerId: '1234567', partnerName: 'Us', since: '2025-01-02T03:04:05.123Z' },
    });
    expect(azure().calls()[0]?.url).toBe(`${PATH}?api-version=2018-02-01`);
  });

  it('is not linked on 404, and the token says whose link was asked for', async () => {
    azure().on('GET', PATH, { status: 404, json: { error: { code: 'PartnerNotFound', message: 'none' } } });
    expect(await read()).toMatchObject({
      tenantId: MANAGING_TENANT,
      principalId: TOKEN_OWNER,
      link: { state: 'not-linked' },
    });
  });

  it('keeps the code of the 404 in the log, for Microsoft publishes none', async () => {
    azure().on('GET', PATH, { status: 404, json: { error: { code: 'PartnerNotFound', message: 'none' } } });
    const { caller, logged } = openTestRoom(azure().url);
    await readPartnerLink(caller, { displayName: null, how: 'own-token' });
    expect(logged.filter((line) => line.includes('PartnerNotFound'))).toHaveLength(1);
  });

  it('is not linked when the link was deleted', async () => {
    azure().on('GET', PATH, partner({ state: 'Deleted' }));
    expect(await read()).toMatchObject({ principalId: GROUP, link: { state: 'not-linked' } });
  });

  it('lives without a name, dates and owner in the answer', async () => {
    azure().on(
      'GET',
      PATH,
      partner({
        partnerId: 1234567,
        partnerName: undefined,
        objectId: null,
        tenantId: '',
        createdTime: undefined,
        updatedTime: null,
      }),
    );
    expect(await read()).toMatchObject({
      principalId: TOKEN_OWNER,
      link: { state: 'linked', partnerId: '1234567', partnerName: null, since: null },
    });
  });

  it('does not take a refusal for not linked', async () => {
    azure().on('GET', PATH, { status: 403, json: { error: { code: 'Forbidden', message: 'no' } } });
    await expect(read()).rejects.toMatchObject({ kind: 'forbidden', source: 'partner-link' });
  });

  it('reads each link credential with its own token in its own tenant', async () => {
    azure().on('GET', PATH, partner({}));
    const { room, abort } = openTestRoom(azure().url, {
      settings: {
        linkCredentials: [
          {
            kind: 'secret',
            displayName: 'Anna',
            tenantId: CUSTOMER_TENANT,
            clientId: 'anna',
            clientSecret: 'canary',
          },
        ],
      },
    });
    const [link] = room.linkCallers({ signal: abort.signal });
    expect(link).toMatchObject({ displayName: 'Anna', caller: { tenantId: CUSTOMER_TENANT } });
    if (link === undefined) throw new Error('no link caller');
    await readPartnerLink(link.caller, { displayName: link.displayName, how: 'link-credential' });
    const asked = azure().requests.find(({ path }) => path.endsWith('/token'));
    expect(asked?.path).toBe(`/${CUSTOMER_TENANT}/oauth2/v2.0/token`);
    expect(new URLSearchParams(asked?.body).get('client_id')).toBe('anna');
  });
});
