import { expect, it, test } from 'vitest';
import type { ToldLink } from '#lib/core/linked-how.ts';
import { areaTexts } from './area-texts.ts';
import { englishTexts } from './english.ts';
import { formatToldLink } from './format-told-link.ts';
import { LANGUAGES, type Language } from './languages.ts';
import { makeTranslator } from './translator.ts';

const tell = (told: ToldLink, language: Language = 'en') =>
  formatToldLink(makeTranslator(language, 'linkedHow', areaTexts(language, 'linkedHow')), told, (day) => day);

const ann: ToldLink = {
  ...{ kind: 'link', name: 'Ann', partnerId: '5001002', tenantId: 'TENANT' },
  ...{ isMember: false, how: 'own-token', day: '2026-11-21' },
};

test('names identity, partner ID, tenant, way and day', () => {
  expect(tell(ann)).toBe(
    'Ann is linked to partner ID 5001002 in tenant TENANT; read with its own token on 2026-11-21',
  );
  expect(tell({ ...ann, isMember: true, how: 'attested' })).toBe(
    'Ann is linked to partner ID 5001002 in tenant TENANT, as a member of an authorised group; attested by a person on 2026-11-21',
  );
});

test('counts the identities that are not linked', () => {
  expect(tell({ kind: 'none-linked', identities: 0 })).toContain('No identity of ours');
  expect(tell({ kind: 'none-linked', identities: 1 })).toContain('None of the 1 identities');
  expect(tell({ kind: 'none-linked', identities: 1 }, 'nl')).toBe(
    'Onze 1 identiteit op dit abonnement is niet aan onze partner-id gekoppeld',
  );
});

it.each(LANGUAGES)('says everything of a link in %s', (language) => {
  for (const part of ['Ann', '5001002', 'TENANT', '2026-11-21']) expect(tell(ann, language)).toContain(part);
  expect(tell({ kind: 'aobo' }, language)).not.toBe(tell({ kind: 'marketplace' }, language));
});

test('leaves a sentence of before texts had languages as it is', () => {
  expect(tell({ kind: 'sentence', text: 'Linked, said an older version' }, 'nl')).toBe(
    'Linked, said an older version',
  );
});

test('is the same English on the command line', () => {
  expect(formatToldLink(englishTexts('linkedHow'), ann, (day) => day)).toBe(tell(ann));
});
