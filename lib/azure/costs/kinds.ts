import type { CostScope } from '#lib/core/cost-plan.ts';
import { isIneligibleClass, type CostClass } from '#lib/core/cost-classes.ts';
import { classOfQueryGroup } from '#lib/core/cost-split.ts';
import { parseChargeType, parseFlag, parsePricingModel, type PricingModel } from '#lib/core/cost-values.ts';
import type { Period } from '#lib/core/periods.ts';
import type { Caller } from '../caller.ts';
import type { QueryDimensions } from './dimensions.ts';
import { readGroups, type CostFilter, type OneOf } from './groups.ts';
import type { CostGroup } from './map.ts';

export type AskedMonth = { scope: CostScope; period: Period; dimensions: QueryDimensions };

/** Amounts to ask for by day and owner: what the second dimension says of them is their class. */
export type PartQuestion = {
  filters: readonly CostFilter[];
  dimension: string;
  /** By its values in small letters. */
  classOf: ReadonlyMap<string, CostClass>;
  /** What they add up to in the month. */
  totals: readonly CostGroup[];
};

/** Which classes the uncredited cost of a month has, and how to tell them apart by day. */
export type MonthKinds = {
  /** The whole month, credited or not. */
  totals: readonly CostGroup[];
  /** Class of all uncredited cost that no question asks for. */
  restClass: CostClass;
  questions: readonly PartQuestion[];
};

const distinct = (values: readonly string[]): string[] => [...new Set(values)];
const valueAt =
  (index: number) =>
  ({ keys }: CostGroup): string =>
    keys[index] ?? '';
const first = valueAt(0);
const second = valueAt(1);

const classOfPublisher = (publisherType: string): CostClass =>
  classOfQueryGroup({ publisherType, chargeType: null, pricingModel: null });

const isForeign = (group: CostGroup): boolean => isIneligibleClass(classOfPublisher(second(group)));

/** One query tells publishers and credit, another charges and prices of what Microsoft publishes. */
export async function readKinds(caller: Caller, asked: AskedMonth): Promise<MonthKinds> {
  const { partnerEarnedCreditApplied: credit, publisherType } = asked.dimensions;
  const groupings = publisherType === null ? ([credit] as const) : ([credit, publisherType] as const);
  const totals = await readGroups(caller, { ...asked, daily: false, groupings, filters: [] });
  const uncredited = totals.filter((group) => parseFlag(first(group)) === false);
  if (uncredited.length === 0 || publisherType === null) {
    return { totals, restClass: 'UNCLASSIFIED', questions: [] };
  }
  const flags: OneOf = { dimension: credit, values: distinct(uncredited.map(first)) };
  const publishedBy = (groups: readonly CostGroup[]): CostFilter[] => [
    flags,
    { dimension: publisherType, values: distinct(groups.map(second)) },
  ];
  const foreign = uncredited.filter(isForeign);
  const ours = uncredited.filter((group) => !isForeign(group));
  const own = await readOwnKinds(caller, asked, {
    filters: foreign.length === 0 ? [flags] : publishedBy(ours),
    isAny: ours.length > 0,
  });
  const ofOthers: PartQuestion = {
    filters: publishedBy(foreign),
    dimension: publisherType,
    classOf: new Map(foreign.map((group) => [second(group).toLowerCase(), classOfPublisher(second(group))])),
    totals: foreign,
  };
  const [foreignClass = null] = ofOthers.classOf.values();
  const restClass = chooseRest(own, foreignClass);
  return {
    totals,
    restClass,
    questions: [
      ...(foreignClass === null || foreignClass === restClass ? [] : [ofOthers]),
      ...own.questionsBut(restClass),
    ],
  };
}

type OwnKinds = {
  /** null: nothing tells them apart. */
  classes: readonly CostClass[] | null;
  questionsBut: (restClass: CostClass) => PartQuestion[];
};

/** What may earn is the rest wherever there is any: it is the most, and needs no question then. */
function chooseRest({ classes }: OwnKinds, foreignClass: CostClass | null): CostClass {
  if (classes === null || classes.includes('ELIGIBLE_NOT_EARNED')) {
    return classes === null ? 'UNCLASSIFIED' : 'ELIGIBLE_NOT_EARNED';
  }
  return foreignClass ?? classes[0] ?? 'UNCLASSIFIED';
}

/** What costs nothing, as usage that a commitment has paid for, needs no days told apart. */
const amountsTo = ({ net, netUsd }: CostGroup): boolean => !net.eq(0) || netUsd?.eq(0) === false;

type Cell = { chargeType: string; pricingModel: string; costClass: CostClass; total: CostGroup };

const COMMITMENTS: ReadonlySet<PricingModel | null> = new Set(['reservation', 'savings-plan']);

const isPaidBefore = ({ chargeType, pricingModel, total }: Cell): boolean =>
  !amountsTo(total) &&
  parseChargeType(chargeType) === 'usage' &&
  COMMITMENTS.has(parsePricingModel(pricingModel));

async function readOwnKinds(
  caller: Caller,
  asked: AskedMonth,
  { filters, isAny }: { filters: readonly CostFilter[]; isAny: boolean },
): Promise<OwnKinds> {
  const { chargeType, pricingModel } = asked.dimensions;
  if (!isAny) return { classes: [], questionsBut: () => [] };
  if (chargeType === null || pricingModel === null) return { classes: null, questionsBut: () => [] };
  const groupings = [chargeType, pricingModel] as const;
  const groups = await readGroups(caller, { ...asked, daily: false, groupings, filters });
  const all = groups.map((total): Cell => {
    const told = { chargeType: first(total), pricingModel: second(total) };
    const costClass = classOfQueryGroup({ publisherType: 'Microsoft', ...told });
    return { ...told, costClass, total };
  });
  const cells = all.filter(({ total }) => amountsTo(total));
  // Its rows of nothing would be a third of the pages.
  const besides = [...cells, ...all.filter(isPaidBefore)];
  return {
    classes: [...new Set(cells.map(({ costClass }) => costClass))],
    questionsBut: (restClass) =>
      layersOf(cells.filter(({ costClass }) => costClass !== restClass)).map((layer) => ({
        filters: [...filters, filterOf(layer, besides, { chargeType, pricingModel })],
        dimension: pricingModel,
        classOf: new Map(layer.map((cell) => [cell.pricingModel.toLowerCase(), cell.costClass])),
        totals: layer.map(({ total }) => total),
      })),
  };
}

/** One class for each pricing model in a layer: a question tells pricing models, not charges. One layer as a rule. */
function layersOf(cells: readonly Cell[]): Cell[][] {
  const layers: Cell[][] = [];
  for (const ofModel of Map.groupBy(cells, ({ pricingModel }) => pricingModel).values()) {
    const classes = [...Map.groupBy(ofModel, ({ costClass }) => costClass).values()];
    for (const [index, same] of classes.entries()) (layers[index] ??= []).push(...same);
  }
  return layers;
}

/** The cells of a layer and no others: by the pricing model alone where all charges of it are in the layer. */
function filterOf(
  layer: readonly Cell[],
  cells: readonly Cell[],
  names: { chargeType: string; pricingModel: string },
): CostFilter {
  const chargesOf = (some: readonly Cell[], model: string): string[] =>
    distinct(some.flatMap((cell) => (cell.pricingModel === model ? [cell.chargeType] : [])));
  const models = distinct(layer.map(({ pricingModel }) => pricingModel));
  const isWhole = (model: string): boolean =>
    chargesOf(layer, model).length === chargesOf(cells, model).length;
  const byModel = (values: readonly string[]): OneOf => ({ dimension: names.pricingModel, values });
  const whole = models.filter(isWhole);
  const partly = Map.groupBy(
    models.filter((model) => !isWhole(model)),
    (model) => JSON.stringify(chargesOf(layer, model).sort()),
  );
  return {
    anyOf: [
      ...(whole.length === 0 ? [] : [byModel(whole)]),
      ...[...partly.values()].map((same): CostFilter => ({
        allOf: [byModel(same), { dimension: names.chargeType, values: chargesOf(layer, same[0] ?? '') }],
      })),
    ],
  };
}
