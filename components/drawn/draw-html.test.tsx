import fc from 'fast-check';
import { createElement, Fragment, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { InLanguage } from '#components/language/testing/in-language.tsx';
import { CurrencyPanel } from '#components/status/currency-panel.tsx';
import { SourceList } from '#components/status/source-list.tsx';
import type { Completeness, Money } from '#lib/queries/schemas/shared.ts';
import { drawHtml } from './draw-html.ts';

/** Names of attributes have no case in HTML. */
const inOneCase = (html: string): string => html.replaceAll(/ [\w-]+=/g, (name) => name.toLowerCase());

const words = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '&', '<', '>', '"', "'", '株', '/') });
const attributes = fc.record(
  {
    className: words,
    title: words,
    id: words,
    tabIndex: fc.integer({ min: -1, max: 3 }),
    hidden: fc.boolean(),
    'aria-hidden': fc.boolean(),
    'data-label': fc.option(words),
    style: fc.record({
      flexGrow: fc.nat(9),
      width: fc.constantFrom(0, 3, '4rem'),
      '--wide': fc.constant('2rem'),
    }),
  },
  { requiredKeys: [] },
);
const { node } = fc.letrec<{ node: ReactNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(words, fc.integer(), fc.constantFrom(null, undefined, true, false)),
    fc
      .tuple(fc.constantFrom('div', 'span', 'td'), attributes, fc.array(tie('node'), { maxLength: 3 }))
      .map(([tag, given, children]) => createElement(tag, given as object, ...children)),
    fc.array(tie('node'), { maxLength: 2 }).map((children) => createElement(Fragment, null, ...children)),
    attributes.map((given) => createElement('br', given as object)),
  ),
}));

it('draws what React draws', () => {
  fc.assert(
    fc.property(node, (drawn) => {
      expect(inOneCase(drawHtml(drawn))).toBe(inOneCase(renderToStaticMarkup(drawn)));
    }),
  );
});

const MONEY: Money = {
  ...{ currency: 'EUR', net: '85', gross: '100', credit: '15', missed: '3', missedAtMost: '4.5' },
  ...{ eligibleGross: '120', creditedGross: '100', unclassifiedGross: '10', ineligibleGross: '7' },
  ...{ coverage: '0.8', coverageAtLeast: '0.7', rate: '0.15', rateBasis: 'assumed' },
};
const DAY = {
  ...{ day: '2026-11-03', currency: 'EUR', creditedGross: '100', notEarnedGross: '20', settled: false },
  ...{ unclassifiedGross: '10', ineligibleGross: '7' },
} as const;
const PARTIAL: Completeness = {
  ...{ source: 'delegations', status: 'partial', expected: 2, read: 1, rows: 1, rowsExpected: null },
  ...{ rowsRead: null, asOf: '2026-11-20T06:00:00Z', failed: 1 },
  failures: [],
};
const NOW = '2026-11-21T08:00:00Z';

it.each([
  ['figures and days', () => <CurrencyPanel money={MONEY} days={[DAY]} before="before" />],
  ['sources', () => <SourceList completeness={[PARTIAL]} now={NOW} />],
])('draws %s of components as React draws them', (_what, Shown) => {
  const Drawn = () => <div dangerouslySetInnerHTML={{ __html: drawHtml(<Shown />) }} />;
  const [byReact, drawn] = [
    <div key="shown">
      <Shown />
    </div>,
    <Drawn key="drawn" />,
  ].map((shown) => renderToStaticMarkup(<InLanguage>{shown}</InLanguage>));
  expect(inOneCase(drawn ?? '')).toBe(inOneCase(byReact ?? ''));
});

it.each([
  ['a handler', createElement('p', { onClick: () => undefined })],
  ['markup of somebody else', createElement('p', { dangerouslySetInnerHTML: { __html: '<b>' } })],
  ['a field with a value of its own', createElement('input', { defaultValue: 'x' })],
  ['something awaited', createElement('p', null, Promise.resolve('later'))],
])('refuses %s', (_what, refused) => {
  expect(() => drawHtml(refused)).toThrow('drawn here');
});
