import { describe, expect, it } from 'vitest';
import { parseResellers } from './resellers.ts';

const TENANT = '00000001-0000-4000-8000-000000000009';
const CUSTOMER = '00000001-0000-4000-8000-000000000002';
const GROUP = '00000003-0000-4000-8000-000000000090';

function parsed(content: unknown) {
  const problems: string[] = [];
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { resellers: parseResellers('/resellers.json', () => text, problems), problems };
}

describe('resellers of record', () => {
  it('are read with everything that makes their access count', () => {
    const { resellers, problems } = parsed([
      {
        name: 'North',
        tenantId: TENANT.toUpperCase(),
        partnerIds: ['6001001', ' 6001002 '],
        agentGroupIds: [GROUP],
        customers: [CUSTOMER],
        subscriptions: [],
      },
    ]);
    expect(problems).toEqual([]);
    expect(resellers).toEqual([
      {
        name: 'North',
        tenantId: TENANT,
        partnerIds: new Set(['6001001', '6001002']),
        agentGroupIds: new Set([GROUP]),
        customers: new Set([CUSTOMER]),
        subscriptions: new Set(),
      },
    ]);
  });

  it('may be known by customer and name alone', () => {
    expect(parsed([{ name: 'North', customers: [CUSTOMER] }]).resellers).toMatchObject([
      { tenantId: null, partnerIds: new Set(), agentGroupIds: new Set() },
    ]);
  });

  const wrong: [string, unknown, string][] = [
    ['no JSON', '{', 'RESELLERS_FILE: does not hold valid JSON'],
    ['no list', { name: 'North' }, 'RESELLERS_FILE: must hold a JSON list'],
    ['an entry that is no object', ['North'], 'RESELLERS_FILE: entry 1 must be an object'],
    [
      'an entry for nobody',
      [{ name: 'North' }],
      'RESELLERS_FILE: entry 1 names neither customers nor subscriptions',
    ],
    [
      'a wrong id in the second entry',
      [
        { name: 'North', customers: [CUSTOMER] },
        { name: 'South', customers: ['contoso.example'] },
      ],
      'RESELLERS_FILE: entry 2 customers must be tenant ids (GUIDs)',
    ],
    [
      'a partner ID that is none',
      [{ name: 'North', customers: [CUSTOMER], partnerIds: ['north'] }],
      'RESELLERS_FILE: entry 1 partnerIds must be partner IDs (digits)',
    ],
    [
      'a misspelt property',
      [{ name: 'North', customers: [CUSTOMER], partnerIDs: ['6001001'] }],
      'RESELLERS_FILE: entry 1 has a property that is not known',
    ],
  ];
  it.each(wrong)('are refused by place, without repeating a value: %s', (_name, content, problem) => {
    expect(parsed(content).problems).toEqual([problem]);
  });
});
